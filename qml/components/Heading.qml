// SPDX-License-Identifier: GPL-3.0-or-later
// The question of the page: exactly one a page.   In: as EscaleText.

EscaleText {
    bold: true
    font.letterSpacing: -0.2
    heading: true
    line: 50
    size: Theme.largeText ? 45 : 42
}
