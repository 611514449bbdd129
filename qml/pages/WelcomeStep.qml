// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three stops of the first page. In: icon, title, text, minutes.
import QtQuick

Column {
    id: step

    property string icon
    property string title
    property string text
    property int minutes

    spacing: 6

    // Anchored, so that they stand at the start side in Arabic too.
    Rectangle {
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

    EscaleText {
        bold: true
        line: 42
        size: 30
        text: step.title
        width: step.width
    }

    EscaleText {
        line: 34
        size: 26
        soft: true
        text: step.text
        width: step.width
    }

    Pill {
        anchors.left: parent.left
        icon: "attente"
        kind: "kept"
        text: qsTr("%1 min").arg(step.minutes)
    }
}
