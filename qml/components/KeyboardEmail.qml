// SPDX-License-Identifier: GPL-3.0-or-later
// For an address of mail: digits, letters, @ and the usual endings. In, out: as KeyboardLayout.

KeyboardLayout {
    readonly property var wide: [[..."1234567890"], [..."azertyuiop"], [..."qsdfghjklm"], [..."wxcvbn", ".", "-", "_", special("erase", 1.6)], [typing("@", 2), typing("gmail.com", 3), typing("outlook.fr", 3), typing(".fr", 1.5), typing(".com", 1.5)]]
    readonly property var narrow: [[..."1234567890"], [..."azertyuiop"], [..."qsdfghjklm"], [..."wxcvbn", ".", special("erase", 1.6)], [typing("@", 1.5), "-", "_", typing("gmail.com", 2.6), typing(".fr", 1.3), typing(".com", 1.5)]]

    function special(role: string, weight: real): var {
        return {
            "role": role,
            "weight": weight
        };
    }

    function typing(text: string, weight: real): var {
        return {
            "role": "text",
            "text": text,
            "weight": weight
        };
    }

    rows: Theme.portrait ? narrow : wide
}
