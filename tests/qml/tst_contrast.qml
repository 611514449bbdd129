// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

TestCase {
    name: "Contrast"

    readonly property var text: [["ink", "ground"], ["ink", "surface"], ["ink", "plate"], ["ink", "sunken"], ["ink", "foam"], ["ink", "lampSoft"], ["ink", "selectedFill"], ["ink", "brickSoft"], ["inkSoft", "ground"], ["inkSoft", "plate"], ["inkSoft", "foam"], ["inkSoft", "lampSoft"], ["inkSea", "sea"], ["inkSea", "seaPressed"], ["inkLamp", "lamp"], ["inkLamp", "lampPressed"], ["inkNight", "night"], ["inkNight", "quay"], ["inkNight", "quayPressed"], ["brick", "brickSoft"], ["brick", "surface"], ["brick", "plate"], ["leaf", "leafSoft"], ["functionInk", "functionFill"], ["codeDark", "codeLight"]]
    readonly property var borders: [["edge", "surface"], ["edge", "ground"], ["sea", "ground"], ["sea", "selectedFill"], ["seaLip", "ground"], ["lampLip", "ground"], ["quayEdge", "night"], ["quayEdge", "quay"], ["brick", "ground"], ["focus", "ground"], ["focusOnNight", "night"], ["functionEdge", "ground"], ["lampRing", "ground"], ["stopDone", "ground"], ["stopDone", "plate"], ["pointRing", "plate"], ["keyPressedEdge", "ground"]]

    function channel(value) {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    function luminance(colour) {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }

    // WCAG 2.1, "contrast ratio".
    function ratio(a, b) {
        const x = luminance(a), y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    function cleanup() {
        Theme.highContrast = false;
    }

    function test_pairs_data() {
        const rows = [];
        for (const high of [false, true]) {
            for (const pair of text)
                rows.push({
                    "tag": pair.join(" on ") + (high ? ", high contrast" : ""),
                    "high": high,
                    "pair": pair,
                    "least": 7
                });
            for (const pair of borders)
                rows.push({
                    "tag": pair.join(" beside ") + (high ? ", high contrast" : ""),
                    "high": high,
                    "pair": pair,
                    "least": 3
                });
        }
        return rows;
    }

    function test_pairs(row) {
        Theme.highContrast = row.high;
        const found = ratio(Theme[row.pair[0]], Theme[row.pair[1]]);
        verify(found >= row.least, row.tag + ": " + found.toFixed(1));
    }

    function test_the_formula_itself() {
        fuzzyCompare(ratio(Qt.rgba(0, 0, 0, 1), Qt.rgba(1, 1, 1, 1)), 21, 0.01);
    }

    function test_no_text_is_smaller_than_24_px_and_40_in_large() {
        compare(Theme.smallestText, 24);
        compare(Theme.textSize(24), 24);
        Theme.largeText = true;
        verify(Theme.textSize(24) >= 40);
        Theme.largeText = false;
    }

    function test_calm_stops_every_movement() {
        Theme.calm = true;
        compare(Theme.pageMs + Theme.pressMs + Theme.tickMs, 0);
        Theme.calm = false;
        compare(Theme.pageMs, 180);
    }
}
