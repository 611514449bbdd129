// SPDX-License-Identifier: GPL-3.0-or-later
// A photo as a whole, and the part that was touched at reading size. In: source.
import QtQuick

Item {
    id: look

    property url source
    property point part: Qt.point(0.25, 0.2)

    readonly property real gap: 24
    readonly property real wholeWidth: Theme.portrait ? width : width * 0.42
    readonly property real wholeHeight: Theme.portrait ? height * 0.55 : height

    Rectangle {
        id: frame

        border.color: Theme.edge
        border.width: 2
        color: Theme.plate
        height: look.wholeHeight
        width: look.wholeWidth
        x: Theme.rightToLeft && !Theme.portrait ? look.width - width : 0

        Image {
            id: whole

            Accessible.name: qsTr("Votre document")
            Accessible.role: Accessible.Graphic
            anchors.fill: parent
            anchors.margins: 4
            cache: false
            fillMode: Image.PreserveAspectFit
            source: look.source
        }

        TapHandler {
            onTapped: point => look.part = Qt.point(point.position.x / frame.width, point.position.y / frame.height)
        }
    }

    Rectangle {
        id: lens

        border.color: Theme.lamp
        border.width: 6
        color: Theme.plate
        height: Theme.portrait ? look.height - look.wholeHeight - look.gap : look.height * 0.72
        radius: Theme.radiusKey
        width: Theme.portrait ? look.width : look.width - look.wholeWidth - look.gap
        x: Theme.portrait || Theme.rightToLeft ? 0 : look.wholeWidth + look.gap
        y: Theme.portrait ? look.wholeHeight + look.gap : 0

        Item {
            id: glass

            anchors.fill: parent
            anchors.margins: 6
            clip: true

            Image {
                readonly property real zoom: Math.max(2.2, glass.width / Math.max(1, whole.paintedWidth), glass.height / Math.max(1, whole.paintedHeight))

                Accessible.ignored: true
                cache: false
                fillMode: Image.PreserveAspectFit
                height: whole.paintedHeight * zoom
                source: look.source
                width: whole.paintedWidth * zoom
                x: Math.min(0, Math.max(glass.width - width, glass.width / 2 - look.part.x * width))
                y: Math.min(0, Math.max(glass.height - height, glass.height / 2 - look.part.y * height))
            }
        }
    }
}
