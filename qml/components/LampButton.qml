// SPDX-License-Identifier: GPL-3.0-or-later
// The safe answer of a full-screen alert, or the loudspeaker beside a language: amber.
// In:  text; icon; textSize (42), iconSize (56); height is set by the user (120 to 140).
// Out: activated().
import QtQuick

Pressable {
    id: button

    property string text
    property string icon
    property real textSize: 42
    property real iconSize: 56
    property bool spoken: true

    accessibleName: text
    borderColor: Theme.lampLip
    borderWidth: 0
    fill: Theme.lamp
    height: 120 + lip
    lip: Theme.lipTall
    lipColor: Theme.lampLip
    pressedFill: Theme.lampPressed
    radius: Theme.radiusAlert
    width: 520

    PressLabel {
        color: Theme.inkLamp
        icon: button.icon
        iconSize: button.iconSize
        line: button.textSize * 1.2
        on: "lamp"
        roomWidth: button.text === "" ? 0 : button.width - 48
        size: button.textSize
        spacing: button.text === "" ? 0 : 30
        text: button.text
    }
}
