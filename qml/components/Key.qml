// SPDX-License-Identifier: GPL-3.0-or-later
// One key of a keyboard, 64 x 64 at least. No double press filter: doubled letters are needed
// (Theme.keyGuardMs sets one for those who want it).
// In:  text (what is written on it); icon; name (accessible name, text by default);
//      functionKey (foam); on (Maj is on); digit (keypad); mirrorIcon.   Out: activated().
import QtQuick

Pressable {
    id: key

    property string text
    property string icon
    property string name: text
    property bool functionKey: false
    property bool on: false
    property bool digit: false
    property bool mirrorIcon: false

    accessibleName: name
    activeFocusOnTab: true
    borderColor: on ? Theme.sea : functionKey ? Theme.functionEdge : Theme.edge
    borderWidth: 2
    fill: on ? Theme.sea : functionKey ? Theme.functionFill : Theme.surface
    guarded: false
    height: (digit ? 96 : 64) + lip
    lip: digit ? Theme.lip : Theme.lipKey
    lipColor: on ? Theme.seaLip : functionKey ? Theme.functionEdge : Theme.edge
    pressedBorderColor: Theme.keyPressedEdge
    pressedFill: Theme.lamp
    radius: digit ? Theme.radiusField : Theme.radiusKey

    Row {
        anchors.centerIn: parent
        spacing: 10

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: key.digit ? -2 : 0
            mirrored: key.mirrorIcon
            name: key.icon
            on: key.down || (key.on && Theme.highContrast) ? "lamp" : key.on ? "sea" : "page"
            size: key.icon === "majuscule" ? 36 : 44
            visible: key.icon !== "" && !(Theme.largeText && key.text !== "")
        }

        EscaleText {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            bold: key.functionKey
            color: key.down ? Theme.inkLamp : key.on ? Theme.inkSea : key.functionKey ? Theme.functionInk : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            lift: true
            line: key.digit ? 50 : key.functionKey ? 31 : 40
            size: key.digit ? 44 : key.functionKey || key.text.length > 3 ? 26 : 34
            text: key.text
            visible: text !== ""
            width: Math.min(implicitWidth, key.width - 12)
        }
    }
}
