// SPDX-License-Identifier: GPL-3.0-or-later
// A button of the quay: picture over its word.
// In: text; icon; lit (amber); iconSize (52).   Out: activated().
import QtQuick

Pressable {
    id: button

    property string text
    property string icon
    property bool lit: false
    property real iconSize: 52

    // Longer words make the picture smaller.
    readonly property real smallestIcon: Math.min(iconSize, 30)

    accessibleName: text.replace("\n", " ")
    borderColor: lit ? Theme.lampGlow : Theme.quayEdge
    borderWidth: lit && Theme.highContrast ? 0 : Theme.border
    fill: lit ? Theme.lamp : Theme.quay
    height: (Theme.largeText ? 132 : 106) + lip
    lipColor: lit ? Theme.lampGlow : Theme.quayEdge
    overNight: true
    pressedFill: lit ? Theme.lampPressed : Theme.quayPressed
    width: Theme.largeText ? 216 : 144

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Theme.largeText ? 0 : 5
        width: parent.width

        Picto {
            anchors.horizontalCenter: parent.horizontalCenter
            name: button.icon
            on: button.lit ? "lamp" : "night"
            size: Math.max(button.smallestIcon, Math.min(button.iconSize, button.height - button.lip - words.height - column.spacing - 8))
        }

        EscaleText {
            id: words

            Accessible.ignored: true
            bold: true
            color: button.lit ? Theme.inkLamp : Theme.inkNight
            horizontalAlignment: Text.AlignHCenter
            lift: true
            line: 27
            size: 24
            text: button.text
            width: parent.width
        }
    }
}
