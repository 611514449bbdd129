// SPDX-License-Identifier: GPL-3.0-or-later
// One side of the page found: amber over night, so that it shows on any table. In: from, to (points).
import QtQuick

Item {
    id: side

    property point from
    property point to

    readonly property real length: Math.hypot(to.x - from.x, to.y - from.y)

    rotation: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
    transformOrigin: Item.TopLeft
    x: from.x
    y: from.y

    Rectangle {
        antialiasing: true
        color: Theme.night
        height: 14
        width: side.length
        y: -7
    }

    Rectangle {
        antialiasing: true
        color: Theme.lamp
        height: 8
        width: side.length
        y: -4
    }
}
