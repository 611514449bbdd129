// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing to do next, at the bottom end of the page.
// In:  text ("Continuer"); icon ("continuer", "" for none); iconStart (picture before the words);
//      small (66 high, in rows).   Out: activated(). Width follows the words, 264 at least.
import QtQuick

Pressable {
    id: button

    property string text: qsTr("Continuer")
    property string icon: "continuer"
    property bool iconStart: false
    property bool small: false
    // Small ones come back in every row: hearing them each time would hide the rest.
    property bool spoken: !small

    accessibleName: text
    borderWidth: 0
    fill: Theme.sea
    height: (Theme.largeText ? 92 : small ? 66 : 76) + lip
    lipColor: Theme.seaLip
    pressedFill: Theme.seaPressed
    width: Math.max(small ? 0 : Theme.largeText ? 300 : 264, words.implicitWidth + (small ? 40 : Theme.largeText ? 56 : 64))

    PressLabel {
        id: words

        color: Theme.inkSea
        endShift: button.small || button.icon === "" ? 0 : 4
        icon: button.icon
        iconEnd: !button.iconStart
        iconSize: button.small ? 40 : button.iconStart ? 44 : Theme.largeText ? 32 : 36
        line: button.small ? 31 : 34
        on: "sea"
        size: button.small ? 26 : 28
        spacing: button.small ? 11 : 16
        text: button.text
    }
}
