// SPDX-License-Identifier: GPL-3.0-or-later
// Where the demande stands, in three words: en cours, gardée, envoyée.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property ReceiptViewModel receipt: Parcours.receipt
    readonly property bool sent: receipt.state === "envoyee" || receipt.state === "enregistree" || receipt.state === "a_corriger"

    answerTop: Math.max(Theme.portrait ? 270 : 146, belowHint())
    hint: sent ? qsTr("Le service du logement l’a reçue.") : qsTr("Elle partira toute seule. Vous n’avez rien à faire.")
    objectName: "etat"
    primaryIcon: "terminer"
    primaryText: qsTr("Terminer")
    secondaryIcon: "recu"
    secondaryName: "voir-mon-code"
    secondaryText: qsTr("Voir mon code")
    title: sent ? qsTr("Votre demande est envoyée") : qsTr("Votre demande est gardée ici")

    onSecondary: Parcours.departure.openReceipt()

    StateLine {
        id: line

        at: page.sent ? 2 : 1
        width: parent.width
        y: Theme.portrait ? 0 : 24
    }

    Plate {
        height: Math.max(116, words.height + 24)
        visible: page.receipt.documents > 0
        width: parent.width
        y: line.y + line.height + (Theme.largeText ? 20 : 46)

        Picto {
            id: pile

            anchors.left: parent.left
            anchors.leftMargin: 30
            anchors.verticalCenter: parent.verticalCenter
            name: "partie-documents"
            size: 66
        }

        Column {
            id: words

            anchors.left: pile.right
            anchors.leftMargin: 22
            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter

            EscaleText {
                bold: true
                line: 38
                size: 28
                text: qsTr("Documents gardés avec elle : %1").arg(page.receipt.documents)
                width: parent.width
            }

            EscaleText {
                line: 38
                size: 28
                soft: true
                text: qsTr("Personne ici ne peut les voir.")
                width: parent.width
            }
        }
    }
}
