// SPDX-License-Identifier: GPL-3.0-or-later
// « Garder et revenir »: the code, before the end of the questions, and where it works.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property ReceiptViewModel receipt: Parcours.receipt

    answerTop: Math.max(Theme.portrait ? 272 : 142, belowHint())
    hint: qsTr("Gardez ce code. Il sert à revenir.")
    objectName: "mon-code"
    primaryIcon: "tick"
    primaryText: qsTr("J’ai noté mon code")
    title: qsTr("Voici votre code")
    titleIcon: "recu"

    CodeCard {
        id: card

        action: Parcours.departure.papers.printerThere ? qsTr("Imprimer") : qsTr("Les papiers")
        actionIcon: Parcours.departure.papers.printerThere ? "imprimer" : "demande"
        code: page.receipt.reference.replace(/ /g, "")
        printable: true
        qr: page.receipt.qr
        width: Theme.portrait || Theme.largeText ? parent.width : 532
        x: Theme.rightToLeft ? parent.width - width : 0

        onPrintAsked: Parcours.departure.openPapers()
    }

    // In très grand the card takes the width; what it is for is on the papers.
    Column {
        spacing: 18
        visible: Theme.portrait || !Theme.largeText
        width: Theme.portrait ? parent.width : parent.width - card.width - 28
        x: Theme.portrait || Theme.rightToLeft ? 0 : card.width + 28
        y: Theme.portrait ? card.height + 24 : 0

        Banner {
            icon: "borne"
            kind: "info"
            text: qsTr("Revenez sur cette borne. Touchez « J’ai déjà un code ».")
            width: parent.width
        }

        Banner {
            icon: "aide"
            kind: "info"
            text: qsTr("Ailleurs, un conseiller peut continuer avec vous.")
            width: parent.width
        }

        Banner {
            icon: "cadenas"
            kind: "warm"
            text: qsTr("Ce code ouvre votre demande. Gardez-le pour vous.")
            visible: !Theme.largeText
            width: parent.width
        }
    }
}
