// SPDX-License-Identifier: GPL-3.0-or-later
// Digits and signs of an address or a sentence. In, out: as KeyboardLayout.

KeyboardLayout {
    function special(role: string, weight: real): var {
        return {
            "role": role,
            "weight": weight
        };
    }

    rows: [[..."1234567890"], ["’", "-", ".", ",", "?", ":", "/", "(", ")", "°"], [special("other", 2.7), special("space", 5), special("erase", 1.6)]]
}
