// SPDX-License-Identifier: GPL-3.0-or-later
// Arabic letters, placed as on the keyboards people know. In, out: as KeyboardLayout.

KeyboardLayout {
    readonly property var wide: [["أ", "إ", "آ", "ء", "ؤ", "ئ", "ى", "ة", "ذ", "لا"], [..."ضصثقفغعهخحجد"], [..."شسيبلاتنمكط"], [special("abc", 1.68), ..."روزظ", "،", ".", "؟", special("erase", 1.68)], [special("digits", 1.71), special("space", 8.61)]]
    readonly property var narrow: [["أ", "إ", "آ", "ء", "ؤ", "ئ", "ى", "ة", "ذ", "لا"], [..."ضصثقفغعهخح"], [..."جدشسيبلاتن"], [..."مكطروزظ", special("erase", 1.8)], [special("abc", 1.6), special("digits", 1.6), "،", ".", "؟", special("space", 3.6)]]

    function special(role: string, weight: real): var {
        return {
            "role": role,
            "weight": weight
        };
    }

    rows: Theme.portrait ? narrow : wide
    rtl: true
}
