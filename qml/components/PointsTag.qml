// SPDX-License-Identifier: GPL-3.0-or-later
// "10 points" with its amber disc, or a note in its place. In: points (-1 for none), note.
import QtQuick

Row {
    id: tag

    property int points: -1
    property string note

    // px it asks for, shown or not.
    readonly property real natural: label.implicitWidth + (points >= 0 ? 36 : 0)

    spacing: 10

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.pointRing
        border.width: 3
        color: Theme.lamp
        height: 26
        radius: 13
        visible: tag.points >= 0
        width: 26
    }

    EscaleText {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        bold: tag.points >= 0
        line: 34
        size: tag.points >= 0 ? 26 : 24
        soft: tag.points < 0
        text: tag.points >= 0 ? qsTr("%n points", "", tag.points) : tag.note
    }
}
