// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three stops of the first page: its words under it, beside it in portrait.
// In très grand the title alone, and the minutes where there is room: the page says how long in all.
// In: icon, title, text, minutes; brief (no room for the text).
// Out: fullHeight (with its text and minutes, side by side with the others).
import QtQuick

Item {
    id: step

    property string icon
    property string title
    property string text
    property int minutes
    property bool brief: false

    readonly property bool upright: Theme.portrait

    readonly property real middle: Theme.largeText ? 44 : 66

    readonly property real fullHeight: words.y + name.height + Math.max(2 * 34, told.height) + 10 + time.height

    implicitHeight: time.visible && !upright ? time.y + time.height : words.y + words.height

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
            id: name

            bold: true
            line: 46
            size: 30
            text: step.title
            width: parent.width
        }

        EscaleText {
            id: told

            line: 34
            size: 26
            soft: true
            text: step.text
            visible: !Theme.largeText && !step.brief
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
        y: step.upright ? step.middle - height / 2 : words.y + (step.brief ? words.height : name.height + Math.max(2 * 34, told.height)) + 10
    }
}
