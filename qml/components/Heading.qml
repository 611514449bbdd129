// SPDX-License-Identifier: GPL-3.0-or-later
// The question of the page: exactly one a page.
// In: as EscaleText, and readStart / readLength (the word being read aloud, -1 for none).
import QtQuick

EscaleText {
    id: heading

    property int readStart: -1
    property int readLength: 0

    bold: true
    font.letterSpacing: -0.2
    heading: true
    line: 50
    size: Theme.largeText ? 45 : 42

    ReadMark {
        length: heading.readLength
        start: heading.readStart
        target: heading
        z: -1
    }
}
