// SPDX-License-Identifier: GPL-3.0-or-later
// The top line of a page: the part, its name, and the stops at the end. Drawn by PageFrame.
// In: icon; text (rich); at, count (see StopsLine; 0: no stops);
//     endRoom (px that something else takes at the end, in très grand); middle (y of the middle of the line).
import QtQuick

Item {
    id: line

    property string icon
    property string text
    property int at: 0
    property int count: 6
    property real middle: 50
    property real endRoom: 0
    // The question first: where it stands in the form is said at the end.
    readonly property int spokenRank: 3

    readonly property real endMiddle: Theme.portrait ? 62 : middle

    function fromStart(from: real, w: real): real {
        return Theme.rightToLeft ? width - from - w : from;
    }

    Picto {
        id: picture

        name: line.icon
        size: Theme.largeText ? 60 : 48
        visible: name !== ""
        x: line.fromStart(0, width)
        y: line.middle - height / 2
    }

    EscaleText {
        line: 36
        rich: true
        size: 26
        soft: true
        text: line.text
        visible: text !== ""
        width: Theme.portrait ? line.width - 62 : line.width - (Theme.largeText ? 74 + line.endRoom : 370)
        x: line.fromStart(picture.visible ? picture.width + 14 : 0, width)
        y: line.middle - lineTall / 2
    }

    StopsLine {
        at: line.at
        count: line.count
        visible: line.at > 0 && (Theme.portrait || !Theme.largeText)
        x: line.fromStart(line.width - width, width)
        y: line.endMiddle - height / 2
    }
}
