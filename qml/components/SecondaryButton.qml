// SPDX-License-Identifier: GPL-3.0-or-later
// The way out, or a small action in a row.
// In:  text; icon (picture at the start); small (66 high, 26 px); selected (filter tab: on sea);
//      maximumWidth (the words wrap beyond it, without the picture if two lines do not hold them; 0:
//      they do not wrap); padding (both sides together).
// Out: activated(). Width follows the words (implicit: the width they ask for).
import QtQuick

Pressable {
    id: button

    property string text
    property string icon
    property bool small: false
    // Small ones come back in every row: hearing them each time would hide the rest.
    property bool spoken: !small
    property bool selected: false
    property real maximumWidth: 0
    property real padding: small ? 46 : 64

    readonly property real iconRoom: words.iconSize + words.spacing
    readonly property bool iconFits: maximumWidth === 0 || 0.66 * words.natural <= maximumWidth - 44 - iconRoom
    readonly property real implicit: Math.max(Theme.targetMinimum, words.implicitWidth + padding)

    accessibleName: text
    borderColor: selected ? Theme.sea : Theme.edge
    checked: selected
    fill: selected ? Theme.sea : Theme.surface
    height: (Theme.largeText ? 92 : small ? 66 : 76) + lip
    lipColor: selected ? Theme.seaLip : Theme.edge
    pressedFill: selected ? Theme.seaPressed : Theme.sunken
    width: maximumWidth > 0 ? Math.min(implicit, maximumWidth) : implicit

    PressLabel {
        id: words

        color: button.selected ? Theme.inkSea : Theme.ink
        icon: button.iconFits ? button.icon : ""
        iconSize: button.small ? 34 : 40
        line: button.small ? 31 : 34
        on: button.selected ? "sea" : "page"
        roomWidth: button.maximumWidth > 0 ? button.maximumWidth - 44 : 0
        size: button.small ? 26 : 28
        spacing: button.small ? 14 : 16
        text: button.text
    }
}
