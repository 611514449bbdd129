// SPDX-License-Identifier: GPL-3.0-or-later
// Digits and capitals, for a number that has both. In, out: as KeyboardLayout.

KeyboardLayout {
    rows: [[..."1234567890"], [..."azertyuiop"], [..."qsdfghjklm"], [..."wxcvbn",
            {
                "role": "erase",
                "weight": 2.4
            }
        ]]
}
