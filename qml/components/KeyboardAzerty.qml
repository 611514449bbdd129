// SPDX-License-Identifier: GPL-3.0-or-later
// French letters; every accented letter is one tap away (plain: none of them). In, out: as
// KeyboardLayout.

KeyboardLayout {
    readonly property var wide: [["é", "è", "ê", "ë", "à", "â", "ç", "î", "ï", "ô", "ù", "û", "œ"], [..."azertyuiop"], [..."qsdfghjklm"], [special("shift", 1.6), ..."wxcvbn", "’", "-", special("erase", 1.6)], [special("other", 2.7), special("space", 7.62)]]
    readonly property var narrow: [["é", "è", "ê", "ë", "à", "â", "ç"], ["î", "ï", "ô", "ù", "û", "œ", "’", "-"], [..."azertyuiop"], [..."qsdfghjklm"], [special("shift", 1.8), ..."wxcvbn", special("erase", 1.8)], [special("other", 2.7), special("space", 5)]]

    readonly property var bare: [[..."azertyuiop"], [..."qsdfghjklm"], [special("shift", 1.8), ..."wxcvbn", special("erase", 1.8)], [special("other", 2.7), special("space", 7.62)]]

    function special(role: string, weight: real): var {
        return {
            "role": role,
            "weight": weight
        };
    }

    rows: plain ? bare : Theme.portrait ? narrow : wide
}
