// SPDX-License-Identifier: GPL-3.0-or-later
// One answer with its picture. Height includes the lip.
// In:  text; icon; selected; multiple (several answers can be chosen); beside (picture beside the words: portrait, très grand);
//      iconSize (104), textSize (26); second (a second, smaller line).
// Out: activated().
import QtQuick

Pressable {
    id: card

    property string text
    property string second
    property string icon
    property bool selected: false
    property bool multiple: false
    property bool beside: Theme.portrait || Theme.largeText
    property real iconSize: 104
    property real textSize: 26

    // A card without a picture shows its words alone, in the middle.
    readonly property real pictureSize: icon === "" ? 0 : iconSize

    readonly property real inner: beside ? width - pictureSize - (Theme.largeText ? 64 : 52) : width - 16

    Accessible.description: second
    accessibleName: text
    borderColor: selected ? Theme.sea : Theme.edge
    borderWidth: selected ? Theme.border + 2 : Theme.border
    checkable: true
    checked: selected
    fill: selected ? Theme.selectedFill : Theme.surface
    height: (beside ? 154 : 207) + lip
    lip: height >= 120 ? Theme.lipTall - (Theme.largeText ? 2 : 1) : Theme.lip
    lipColor: selected ? Theme.sea : Theme.edge
    radius: Theme.radiusCard
    role: multiple ? Accessible.CheckBox : Accessible.RadioButton

    Picto {
        id: picture

        name: card.icon
        size: card.iconSize
        visible: card.icon !== ""
        x: card.beside ? (Theme.rightToLeft ? parent.width - width - 20 : Theme.largeText ? 20 : 18) : (parent.width - width) / 2
        y: card.beside ? (parent.height - height) / 2 : (parent.height - words.block) / 2 + 2
    }

    Column {
        id: words

        readonly property real nearer: Theme.rightToLeft ? 4 : 0
        readonly property real zone: card.second !== "" ? height + 14 : card.iconSize > 150 ? height : Math.max(2 * label.lineTall, label.height) - nearer
        readonly property real above: card.second !== "" ? 10 : card.iconSize > 150 ? 28 : card.icon === "" ? 0 : Math.max(6, card.iconSize * 0.14 - nearer)
        readonly property real block: card.pictureSize + above + zone

        width: card.inner
        x: !card.beside ? (parent.width - width) / 2 : Theme.rightToLeft ? 14 : picture.x + card.pictureSize + (Theme.largeText ? 20 : 16)
        y: card.beside ? (parent.height - height) / 2 : (parent.height - block) / 2 + 2 + card.pictureSize + above + (card.second !== "" ? 0 : Math.max(0, (zone - height) / 2))

        EscaleText {
            id: label

            Accessible.ignored: true
            bold: true
            horizontalAlignment: card.beside ? Text.AlignLeft : Text.AlignHCenter
            lift: true
            line: card.textSize > 30 ? card.textSize * 1.2 : card.textSize > 26 ? 34 : 31
            size: card.textSize
            // Beside the picture the words wrap by themselves.
            text: card.beside ? card.text.replace("\n", " ") : card.text
            width: parent.width
        }

        EscaleText {
            Accessible.ignored: true
            horizontalAlignment: label.horizontalAlignment
            line: 34
            size: 28
            text: card.second
            topPadding: centring + 14
            visible: text !== ""
            width: parent.width
        }
    }

    TickDisc {
        shown: card.selected
        x: Theme.rightToLeft ? -8 : parent.width - width + 8
        y: -8
    }
}
