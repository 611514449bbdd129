// SPDX-License-Identifier: GPL-3.0-or-later
// The place among similar demandes: the first at the start side, the last at the end, an amber
// span for the interval, and the person above it.
// In: from, to (the interval, 1-based), total. Height 100.
import QtQuick

Item {
    id: line

    property int from: 1
    property int to: 1
    property int total: 1

    readonly property real reach: width - 22
    readonly property real share: reach / Math.max(1, total)
    readonly property real spanWidth: Math.max(26, (to - from) * share) + 11
    readonly property real spanStart: Math.max(0, Math.min(12 + from * share - 5.5, width - spanWidth))

    function mirrored(x: real, w: real): real {
        return Theme.rightToLeft ? width - x - w : x;
    }

    Accessible.ignored: true
    height: 100

    Rectangle {
        color: Theme.edge
        height: 5
        width: line.reach
        x: line.mirrored(12, width)
        y: 51
    }

    Rectangle {
        color: Theme.stopDone
        height: 5
        width: line.spanStart
        x: line.mirrored(12, width)
        y: 51
    }

    Rectangle {
        color: Theme.stopDone
        height: 18
        radius: 9
        width: 18
        x: line.mirrored(3, width)
        y: 45
    }

    Rectangle {
        border.color: Theme.edge
        border.width: 4
        color: Theme.plate
        height: 20
        radius: 10
        width: 20
        x: line.mirrored(line.width - 20, width)
        y: 44
    }

    Rectangle {
        id: span

        border.color: Theme.stopDone
        border.width: 4
        color: Theme.lamp
        height: 28
        radius: 14
        width: line.spanWidth
        x: line.mirrored(line.spanStart, width)
        y: 40
    }

    Item {
        clip: true
        height: 17
        width: 24
        x: span.x + span.width / 2 - 12
        y: 20

        Rectangle {
            border.color: Theme.stopDone
            border.width: 4
            color: Theme.lamp
            height: 40
            radius: 12
            width: 24
        }

        Rectangle {
            color: Theme.stopDone
            height: 4
            width: 24
            y: 13
        }
    }

    Rectangle {
        border.color: Theme.stopDone
        border.width: 4
        color: Theme.lamp
        height: 18
        radius: 9
        width: 18
        x: span.x + span.width / 2 - 9
        y: 3
    }

    EscaleText {
        Accessible.ignored: true
        line: 30
        ltr: true
        size: 24
        soft: true
        text: "1"
        x: line.mirrored(5, width)
        y: 70
    }

    EscaleText {
        Accessible.ignored: true
        line: 30
        ltr: true
        size: 24
        soft: true
        text: line.total.toString()
        x: line.mirrored(line.width - width, width)
        y: 70
    }
}
