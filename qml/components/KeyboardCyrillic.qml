// SPDX-License-Identifier: GPL-3.0-or-later
// Ukrainian letters first, and the four that Russian adds. In, out: as KeyboardLayout.

KeyboardLayout {
    readonly property var wide: [["ґ", "є", "і", "ї", "’", "-", "ё", "ъ", "ы", "э"], [..."йцукенгшщзх"], [..."фвапролдж"], [special("shift", 1.6), ..."ячсмитьбю", special("erase", 1.6)], [special("other", 2.7), special("space", 7.62)]]
    readonly property var narrow: [["ґ", "є", "і", "ї", "’", "-", "ё", "ъ", "ы", "э"], [..."йцукенгшщз"], [..."фвапролджх"], [..."ячсмитьбю"], [special("shift", 1.6), special("other", 2.9), special("space", 2.6), special("erase", 1.3)]]

    function special(role: string, weight: real): var {
        return {
            "role": role,
            "weight": weight
        };
    }

    rows: Theme.portrait ? narrow : wide
}
