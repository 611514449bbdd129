// SPDX-License-Identifier: GPL-3.0-or-later
// One block a month of waiting, twelve a row, from the start side. In: months.
import QtQuick

Grid {
    id: drawing

    property int months: 0

    Accessible.ignored: true
    LayoutMirroring.enabled: Theme.rightToLeft
    anchors.left: parent.left
    columnSpacing: 5
    columns: 12
    rowSpacing: 6

    Repeater {
        model: Math.max(0, drawing.months)

        Rectangle {
            color: Theme.sea
            height: 23
            radius: 4
            width: 19
        }
    }
}
