// SPDX-License-Identifier: GPL-3.0-or-later
// The code that lets people come back, in big groups of four digits, and its square.
// In:  label ("Votre code"); code (digits, no space); qr (rows of "0" and "1", see QrDrawing);
//      advice (beside the square); printable (there is something to take away); action, actionIcon
//      (its button).   Out: printAsked().
pragma ComponentBehavior: Bound
import QtQuick

Plate {
    id: card

    property string label: qsTr("Votre code")
    property string code
    property var qr: []
    property string advice: qsTr("Photographiez\nce carré.")
    property bool printable: false
    property string action: qsTr("Imprimer")
    property string actionIcon: "imprimer"

    readonly property var groups: code.match(/.{1,4}/g) ?? []
    readonly property bool narrow: Theme.portrait
    readonly property real besideSquare: narrow ? 242 : 288

    signal printAsked

    function fromStart(x: real, w: real): real {
        return Theme.rightToLeft ? width - x - w : x;
    }

    height: narrow ? (Theme.largeText ? Math.max(371, papers.y + papers.height + 12) : 355) : 446
    width: narrow ? 736 : 532

    EscaleText {
        Accessible.ignored: true
        line: 36
        soft: true
        text: card.label
        width: card.width - 68
        x: 34
        y: card.narrow ? 19 : 27
    }

    Row {
        Accessible.name: card.label + " " + card.groups.join(" ")
        Accessible.role: Accessible.StaticText
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        spacing: card.narrow ? 42 : 28
        x: card.fromStart(33, width)
        y: card.narrow ? 55 : 63

        Repeater {
            model: card.groups

            EscaleText {
                required property string modelData

                Accessible.ignored: true
                bold: true
                font.letterSpacing: 2
                line: card.narrow ? 82 : 70
                ltr: true
                size: card.narrow ? 66 : 54
                spokenKind: "code"
                spokenPrivate: true
                text: modelData
            }
        }
    }

    QrDrawing {
        id: square

        rows: card.qr
        side: card.narrow ? 164 : 204
        visible: card.qr.length > 0
        x: card.fromStart(card.narrow ? 25 : 28, width)
        y: card.narrow ? 150 : 188
    }

    EscaleText {
        id: advice

        line: 34
        text: card.advice
        visible: square.visible
        width: card.width - card.besideSquare - 16
        x: card.fromStart(card.besideSquare, width)
        y: Theme.largeText ? (card.narrow ? 150 : 192) : card.narrow ? 163 : 221
    }

    SecondaryButton {
        id: papers

        icon: card.actionIcon
        maximumWidth: card.width - card.besideSquare - 16
        objectName: "papiers"
        small: true
        text: card.action
        visible: card.printable
        x: card.fromStart(card.besideSquare, width)
        y: Math.max(card.narrow ? (Theme.largeText ? 262 : 253) : Theme.largeText ? 340 : 311, advice.y + advice.height + 8)

        onActivated: card.printAsked()
    }
}
