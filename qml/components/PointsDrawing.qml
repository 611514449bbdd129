// SPDX-License-Identifier: GPL-3.0-or-later
// One amber disc a point, ten a row, filled from the start side.
// In: points; disc (22), step (29).
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: drawing

    property int points: 0
    property real disc: 22
    property real step: 29

    Accessible.ignored: true
    LayoutMirroring.enabled: Theme.rightToLeft
    anchors.left: parent.left
    columnSpacing: step - disc
    columns: 10
    rowSpacing: step - disc

    Repeater {
        model: Math.max(0, drawing.points)

        Rectangle {
            border.color: Theme.pointRing
            border.width: 3
            color: Theme.lamp
            height: drawing.disc
            radius: drawing.disc / 2
            width: drawing.disc
        }
    }
}
