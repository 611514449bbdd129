// SPDX-License-Identifier: GPL-3.0-or-later
// A list in leaves: as many lines as there is room for, one at least.
// In: lines (list); room (px); spacing (px between two); heightOf (function: px of a line).
// Out: shown (lines of this leaf), more (another one follows); turn(): to the next one.
import QtQuick

Item {
    id: leaves

    property var lines: []
    property real room: 0
    property real spacing: 12
    property var heightOf: line => 104

    property int first: 0
    readonly property int end: endOf(first)
    readonly property bool more: end < lines.length
    readonly property var shown: lines.slice(first, end)

    function turn(): void {
        first = end;
    }

    function endOf(from: int): int {
        let left = room + spacing + 1, at = from;
        while (at < lines.length && (left -= heightOf(lines[at]) + spacing) >= 0)
            at++;
        return Math.max(at, from + 1);
    }

    // Height of `text`, `size` and `line` as those of EscaleText, on lines `wide` px wide: a word
    // that does not fit leaves some room behind it.
    function tall(text: string, size: real, line: real, bold: bool, wide: real): real {
        const metrics = bold ? boldMetrics : plainMetrics;
        const natural = metrics.advanceWidth(text) * Theme.textSize(size) / 100;
        const rows = natural <= wide ? 1 : Math.ceil(natural / (wide - 2 * Theme.textSize(size)));
        return rows * Theme.lineFor(size, line, Theme.rightToLeft);
    }

    // Height of a ListRow of two texts.
    function rowTall(name: string, second: string, secondSize: real, wide: real): real {
        const words = tall(name, 28, 38, true, wide - 142) + (second === "" ? 0 : tall(second, secondSize, 32, false, wide - 142));
        return Math.max(104, words + 20);
    }

    FontMetrics {
        id: plainMetrics

        font.family: Theme.families[0]
        font.pixelSize: 100
    }

    FontMetrics {
        id: boldMetrics

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: 100
    }
}
