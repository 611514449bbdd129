// SPDX-License-Identifier: GPL-3.0-or-later
// Where we are in the form: done stops full, this one amber, the others hollow.
// In: count (6), at (1-based). Read aloud as words by PageFrame, hence ignored here.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: stops

    property int count: 6
    property int at: 1

    Accessible.ignored: true
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Theme.rightToLeft
    height: 36

    Repeater {
        model: stops.count

        Row {
            id: stop

            required property int index
            readonly property bool done: index + 1 < stops.at
            readonly property bool here: index + 1 === stops.at

            height: 36

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: stop.index < stops.at ? Theme.stopDone : Theme.edge
                height: 5
                visible: stop.index > 0
                width: 30
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: stop.done ? Theme.stopDone : stop.here ? Theme.lampRing : Theme.edge
                border.width: stop.here ? 5 : 4
                color: stop.done ? Theme.stopDone : stop.here ? Theme.lamp : Theme.ground
                height: width
                radius: width / 2
                width: stop.here ? 36 : 20
            }
        }
    }
}
