// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a page where something was read. In: source, caption, square (a code).
import QtQuick

Item {
    id: place

    property url source
    property string caption
    property bool square: false

    readonly property real room: height - (words.visible ? words.height + 8 : 0)

    Rectangle {
        id: frame

        readonly property real shape: place.square ? 1 : picture.implicitWidth / Math.max(1, picture.implicitHeight)

        border.color: Theme.lamp
        border.width: 6
        color: Theme.plate
        height: Math.min(place.room, place.width / shape)
        radius: Theme.radiusKey
        width: Math.min(place.width, height * shape)
        x: Theme.rightToLeft ? place.width - width : 0

        Image {
            id: picture

            Accessible.name: qsTr("La partie du document que nous avons lue")
            Accessible.role: Accessible.Graphic
            anchors.fill: parent
            anchors.margins: 8
            cache: false
            fillMode: Image.PreserveAspectFit
            source: place.source
        }
    }

    EscaleText {
        id: words

        line: 32
        size: 24
        soft: true
        text: place.caption
        visible: text !== ""
        width: parent.width
        y: frame.height + 8
    }
}
