// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of keys drawn from a list; drawn left to right in every language.
// In:  rows: array of rows; a row is an array of letters or of { role, weight, text? } with role
//      "shift", "erase", "space", "other" (the next alphabet), "abc", "digits" or "text" (types it);
//      upper (letters raised); shiftOn; otherLabel; rtl (the erase sign is mirrored); lines (a key
//      beside the space ends the line); plain (without accents: a search that ignores them).
// Out: typed(letters), erased(), shifted(), requested(role: "other", "abc" or "digits").
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: layout

    property var rows: []
    property bool upper: false
    property bool shiftOn: false
    property string otherLabel: qsTr("Autres lettres")
    property bool rtl: false
    property bool lines: false
    property bool plain: false

    readonly property real lineWeight: Theme.largeText ? 2.6 : 2
    readonly property var shownRows: !lines ? rows : rows.map(row => row.reduce((all, key) => all.concat(key.role !== "space" ? [key] : [
                    {
                        "role": "space",
                        "weight": key.weight - lineWeight
                    },
                    {
                        "role": "line",
                        "weight": lineWeight
                    }
                ]), []))
    readonly property real gap: Theme.gap

    signal typed(string letters)
    signal erased
    signal shifted
    signal requested(string role)

    function legend(spec: var): string {
        const names = {
            "shift": qsTr("Maj"),
            "erase": "",
            "space": qsTr("espace"),
            "line": qsTr("à la ligne"),
            "other": otherLabel,
            "abc": "ABC",
            "digits": "123"
        };
        return spec.text ?? names[spec.role];
    }

    // "Autres lettres" needs more room when it is written larger.
    function weightOf(spec: var): real {
        return (spec.weight ?? 1) * (Theme.largeText && spec.role === "other" ? 1.6 : 1);
    }

    function press(spec: var, letters: string): void {
        if (spec.role === "shift")
            shifted();
        else if (spec.role === "erase")
            erased();
        else if (spec.role === "space" || spec.role === "line" || spec.role === "text")
            typed(spec.role === "space" ? " " : spec.role === "line" ? "\n" : letters);
        else
            requested(spec.role);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: gap

    Repeater {
        model: layout.shownRows

        Row {
            id: row

            required property var modelData
            readonly property real weights: modelData.reduce((sum, key) => sum + layout.weightOf(key), 0)
            readonly property real unit: (layout.width - layout.gap * (modelData.length - 1)) / weights

            spacing: layout.gap

            Repeater {
                model: row.modelData

                Key {
                    required property var modelData
                    readonly property bool letter: typeof modelData === "string"
                    readonly property var spec: letter ? {
                        "role": "text",
                        "text": modelData
                    } : modelData

                    functionKey: !letter && spec.role !== "space" && spec.role !== "text"
                    icon: spec.role === "erase" ? "effacer-lettre" : spec.role === "shift" ? "majuscule" : ""
                    mirrorIcon: layout.rtl && spec.role === "erase"
                    name: spec.role === "erase" ? qsTr("Effacer une lettre") : text
                    objectName: "touche:" + (spec.role === "text" ? spec.text : spec.role)
                    on: spec.role === "shift" && layout.shiftOn
                    text: letter && layout.upper ? modelData.toUpperCase() : layout.legend(spec)
                    width: row.unit * layout.weightOf(spec)

                    onActivated: layout.press(spec, text)
                }
            }
        }
    }
}
