// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence under the question. In: as EscaleText.

EscaleText {
    line: 38
    size: 28
    soft: true
}
