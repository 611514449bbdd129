// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three stops of the first page: its words under it, beside it in portrait.
// In très grand the title alone, and the minutes where there is room: the page says how long in all.
// In: icon, title, text, minutes.
import QtQuick

Item {
    id: step

    property string icon
    property string title
    property string text
    property int minutes

    readonly property bool upright: Theme.portrait

    readonly property real middle: Theme.largeText ? 44 : 66

    implicitHeight: words.y + words.height + (time.visible ? 10 + time.height : 0)

    // Anchored, so that they stand at the start side in Arabic too.
    Rectangle {
        id: disc

        anchors.left: parent.left
        border.color: Theme.stopDone
        border.width: 5
        color: Theme.surface
        height: 2 * step.middle
        radius: step.middle
        width: height

        Picto {
            anchors.centerIn: parent
            name: step.icon
            size: Theme.largeText ? 56 : 84
        }
    }

    Column {
        id: words

        anchors.left: step.upright ? disc.right : parent.left
        anchors.leftMargin: step.upright ? 28 : 0
        anchors.right: step.upright ? time.left : parent.right
        anchors.rightMargin: 24
        y: step.upright ? step.middle - height / 2 : Theme.largeText ? 94 : 142

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
            visible: !Theme.largeText
            width: parent.width
        }
    }

    Pill {
        id: time

        icon: "attente"
        kind: "kept"
        text: qsTr("%1 min").arg(step.minutes)
        visible: step.upright || !Theme.largeText
        // Not anchored: for a moment both sides would hold it, and its width would stay so.
        x: step.upright !== Theme.rightToLeft ? step.width - width : 0
        y: step.upright ? step.middle - height / 2 : words.y + 2 * 34 + 46 + 10
    }
}
