// SPDX-License-Identifier: GPL-3.0-or-later
// Something could not be kept: said over every page, in plain words, until it is settled.
import QtQuick

Banner {
    id: banner

    kind: "error"
    visible: text !== ""
    width: parent.width - (Theme.portrait ? 0 : Theme.quayWidth) - 2 * Theme.pagePadding
    x: Theme.portrait || Theme.rightToLeft ? Theme.pagePadding : Theme.quayWidth + Theme.pagePadding
    y: 14
}
