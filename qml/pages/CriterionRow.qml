// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the note. In: icon, label, detail, points, counted (the points are there now).
import QtQuick

Item {
    id: row

    property string icon
    property string label
    property string detail
    property int points
    property bool counted
    readonly property bool spokenPrivate: true

    Accessible.name: label + ", " + detail
    Accessible.role: Accessible.ListItem
    implicitHeight: Math.max(Theme.largeText ? 0 : 93, words.height + 16)

    Picto {
        anchors.left: parent.left
        anchors.leftMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        name: row.counted ? row.icon : "etat-a-fournir"
        size: 56
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 108
        anchors.verticalCenter: parent.verticalCenter
        width: row.width - 108 - (Theme.largeText ? 170 : Theme.portrait ? 130 : 420)

        EscaleText {
            line: 36
            size: 28
            text: row.label
            width: parent.width
        }

        EscaleText {
            line: 30
            size: 24
            soft: true
            text: row.detail
            width: parent.width
        }
    }

    PointsDrawing {
        anchors.leftMargin: row.width - 362
        anchors.verticalCenter: parent.verticalCenter
        disc: 20
        points: Math.min(10, row.points)
        step: 26
        visible: row.counted && !Theme.portrait && !Theme.largeText
    }

    EscaleText {
        id: figure

        anchors.right: parent.right
        anchors.rightMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        horizontalAlignment: Text.AlignRight
        line: 44
        ltr: true
        size: row.counted ? 32 : 26
        soft: !row.counted
        text: row.counted ? row.points : "+ " + row.points
        width: Theme.largeText ? 130 : 72
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 2
        width: parent.width - 44
        x: 22
    }
}
