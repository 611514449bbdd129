// SPDX-License-Identifier: GPL-3.0-or-later
// An identity card, and which of its lines to copy. Decorative; 172 x 106, never mirrored.
// In: lit (0: the first line, the name; 1: the next one, the first name…).
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: card

    property int lit: 0

    Accessible.ignored: true
    border.color: Theme.stopDone
    border.width: 4
    color: Theme.highContrast ? Theme.ground : Theme.functionFill
    height: 106
    radius: 12
    width: 172

    Rectangle {
        border.color: Theme.stopDone
        border.width: 4
        color: Theme.plate
        height: 32
        radius: 16
        width: 32
        x: 23
        y: 29
    }

    Item {
        clip: true
        height: 27
        width: 50
        x: 14
        y: 61

        Rectangle {
            border.color: Theme.stopDone
            border.width: 4
            color: Theme.plate
            height: 52
            radius: 24
            width: 50
        }

        Rectangle {
            color: Theme.stopDone
            height: 4
            width: 50
            y: 23
        }
    }

    Repeater {
        model: [57, 56, 67, 38]

        Rectangle {
            required property int index
            required property real modelData

            readonly property bool marked: index === card.lit

            border.color: Theme.stopDone
            border.width: marked ? 4 : 0
            color: marked ? Theme.lamp : Theme.stopDone
            height: marked ? 24 : 4
            radius: marked ? 7 : 2
            width: marked ? 84 : modelData
            x: marked ? 74 : 78
            y: 27 + index * 18 - height / 2

            Rectangle {
                anchors.centerIn: parent
                color: card.lit === parent.index ? Theme.inkLamp : Theme.stopDone
                height: 4
                radius: 2
                visible: parent.marked
                width: 57
            }
        }
    }
}
