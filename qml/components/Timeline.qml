// SPDX-License-Identifier: GPL-3.0-or-later
// What happens next: a vertical line with its stops.
// In: steps: array of { when, what, state: "done" | "now" | "later" }; step (from one to the next:
//     113, 87 in portrait; more where the words need it).
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: timeline

    property var steps: []
    property real step: Theme.portrait ? 87 : 113

    Repeater {
        model: timeline.steps

        Item {
            id: stop

            required property var modelData
            required property int index
            readonly property bool last: index === timeline.steps.length - 1
            readonly property bool done: modelData.state === "done"
            readonly property bool now: modelData.state === "now"

            Accessible.name: modelData.when + ". " + modelData.what
            Accessible.role: Accessible.ListItem
            height: Math.max(timeline.step, when.height + what.height + 4)
            width: timeline.width

            Rectangle {
                color: stop.done ? Theme.stopDone : Theme.edge
                height: stop.height
                visible: !stop.last
                width: 6
                x: disc.x + 17
                y: 20
            }

            Rectangle {
                id: disc

                border.color: stop.done ? Theme.stopDone : stop.now ? Theme.lampRing : Theme.edge
                border.width: 5
                color: stop.done ? Theme.stopDone : stop.now ? Theme.lamp : Theme.ground
                height: 40
                radius: 20
                width: 40
                x: Theme.rightToLeft ? stop.width - 40 : 0

                Picto {
                    anchors.centerIn: parent
                    name: "tick"
                    on: "sea"
                    size: 26
                    visible: stop.done
                }
            }

            EscaleText {
                id: when

                Accessible.ignored: true
                bold: true
                line: 36
                size: 28
                text: stop.modelData.when
                width: stop.width - 64
                x: Theme.rightToLeft ? 0 : 64
                y: 0
            }

            EscaleText {
                id: what

                Accessible.ignored: true
                line: 36
                size: 26
                soft: true
                text: stop.modelData.what
                width: stop.width - 64
                x: when.x
                y: when.height
            }
        }
    }
}
