// SPDX-License-Identifier: GPL-3.0-or-later
// The lamp mark behind the word being read aloud.
// In: target (an EscaleText, plain text), start and length of the word in its text (-1: none).
// Qt does not tell where a word was laid out, so the lines are broken again here the same way.
import QtQuick

Rectangle {
    id: mark

    required property EscaleText target
    property int start: -1
    property int length: 0

    readonly property var place: locate(target.text, start, length, target.width, metrics.height)

    function locate(text: string, from: int, count: int, room: real, tall: real): var {
        // tall only makes the place follow the size of the text.
        if (tall <= 0 || from < 0 || count <= 0 || from + count > text.length)
            return Qt.rect(0, 0, 0, 0);
        let lineStart = 0, row = 0, at = 0;
        for (const word of text.split(" ")) {
            const end = at + word.length;
            if (at > lineStart && metrics.advanceWidth(text.slice(lineStart, end)) > room) {
                lineStart = at;
                row += 1;
            }
            if (from <= end)
                break;
            at = end + 1;
        }
        return Qt.rect(metrics.advanceWidth(text.slice(lineStart, from)), row, metrics.advanceWidth(text.slice(from, from + count)), 1);
    }

    color: Theme.lamp
    height: target.pixels * 1.6
    radius: 8
    visible: place.width > 0
    width: place.width + 12
    x: (target.effectiveHorizontalAlignment === Text.AlignRight ? target.width - place.x - place.width : place.x) - 6
    y: place.y * target.lineTall + (target.lineTall - height) / 2 - 3

    FontMetrics {
        id: metrics

        font: mark.target.font
    }
}
