// SPDX-License-Identifier: GPL-3.0-or-later
// One fact about the demande: a small sentence, a big figure, its drawing, one line of honesty.
// In: brief (in très grand: without the line of honesty); sentence, figure ("85ᵉ": StyledText has no superscript, the letter has), honesty. Children are the drawing.
import QtQuick

Plate {
    id: card

    property string sentence
    property string figure
    property string honesty
    property bool brief: false
    // Three lines fill it: closer to its edges, and not on each other.
    readonly property bool tight: height < 146
    readonly property real fullHeight: fact.height + honest.height + 12
    default property alias drawing: zone.data

    Accessible.name: (sentence + " " + figure + " " + honesty).replace(/<[^>]*>/g, "")
    Accessible.role: Accessible.StaticText
    height: 306
    implicitHeight: large.height + 12
    width: 335

    // In très grand: the sentence, then the figure, on one line when it holds both.
    Column {
        id: large

        visible: Theme.largeText
        width: parent.width - 48
        x: 24
        y: 6

        Flow {
            id: fact

            spacing: 18
            width: parent.width

            EscaleText {
                Accessible.ignored: true
                size: 26
                soft: true
                text: card.sentence
            }

            EscaleText {
                Accessible.ignored: true
                bold: true
                size: 26
                text: card.figure
            }
        }

        EscaleText {
            id: honest

            Accessible.ignored: true
            line: 31
            size: 24
            soft: true
            text: card.honesty.replace("\n", " ")
            visible: !card.brief
            width: parent.width
        }
    }

    Item {
        anchors.fill: parent
        visible: !Theme.largeText

        EscaleText {
            id: said

            Accessible.ignored: true
            line: 36
            size: 26
            soft: true
            text: card.sentence
            width: parent.width - 36
            x: Theme.rightToLeft ? 12 : 24
            y: card.tight ? 6 : 17
        }

        EscaleText {
            id: figureText

            Accessible.ignored: true
            bold: true
            line: 46
            size: card.figure.length > 15 ? 32 : 38
            text: card.figure
            width: parent.width - 36
            x: Theme.rightToLeft ? 12 : 24
            y: said.y + said.height
        }

        // Words or a figure that need two lines leave no room for the drawing.
        Item {
            id: zone

            height: 100
            visible: figureText.lineCount === 1 && said.lineCount === 1
            width: parent.width - 48
            x: 24
            y: 115
        }

        EscaleText {
            Accessible.ignored: true
            line: 31
            size: 24
            soft: true
            text: Theme.portrait ? card.honesty.replace("\n", " ") : card.honesty
            width: parent.width - 48
            x: 24
            y: parent.height - height - (card.tight ? 6 : 15)
        }
    }
}
