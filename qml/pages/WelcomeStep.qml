// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three stops of the first page: its words under it, beside it in portrait.
// In: icon, title, text, minutes.
import QtQuick

Item {
    id: step

    property string icon
    property string title
    property string text
    property int minutes

    readonly property bool upright: Theme.portrait

    implicitHeight: words.y + words.height + 10 + time.height

    // Anchored, so that they stand at the start side in Arabic too.
    Rectangle {
        id: disc

        anchors.left: parent.left
        border.color: Theme.stopDone
        border.width: 5
        color: Theme.surface
        height: 132
        radius: 66
        width: 132

        Picto {
            anchors.centerIn: parent
            name: step.icon
            size: 84
        }
    }

    Column {
        id: words

        anchors.left: step.upright ? disc.right : parent.left
        anchors.leftMargin: step.upright ? 28 : 0
        anchors.right: step.upright ? time.left : parent.right
        anchors.rightMargin: 24
        y: step.upright ? 66 - height / 2 : 142

        EscaleText {
            bold: true
            line: 46
            size: 30
            text: step.title
            width: parent.width
        }

        EscaleText {
            line: 34
            size: 26
            soft: true
            text: step.text
            width: parent.width
        }
    }

    Pill {
        id: time

        anchors.left: step.upright ? undefined : parent.left
        anchors.right: step.upright ? parent.right : undefined
        icon: "attente"
        kind: "kept"
        text: qsTr("%1 min").arg(step.minutes)
        y: step.upright ? 66 - height / 2 : words.y + 2 * 34 + 46 + 10
    }
}
