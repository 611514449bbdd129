// SPDX-License-Identifier: GPL-3.0-or-later
// A secondary button on night, drawn as those of the quay. In: text, icon. Out: activated().
import QtQuick

Pressable {
    id: button

    property string text
    property string icon
    property bool spoken: true

    accessibleName: text
    borderColor: Theme.quayEdge
    fill: Theme.quay
    height: 84 + lip
    lipColor: Theme.quayEdge
    overNight: true
    pressedFill: Theme.quayPressed
    width: words.implicitWidth + 64

    PressLabel {
        id: words

        color: Theme.inkNight
        icon: button.icon
        iconSize: 44
        on: "night"
        size: 28
        spacing: 14
        text: button.text
    }
}
