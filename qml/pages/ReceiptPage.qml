// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt: the code to come back, what happens next, and the numéro unique once it is there.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property ReceiptViewModel receipt: Parcours.receipt
    readonly property var tasks: receipt.tasks
    readonly property real cardWidth: Theme.portrait ? 736 : Theme.largeText && tasks.length === 0 ? answer.width : 532

    answerTop: Math.max(Theme.portrait ? 272 : 142, belowHint())
    hint: receipt.hint
    hintOptional: true
    objectName: "recu"
    primaryIcon: "tick"
    primaryText: qsTr("J’ai noté mon code")
    title: Theme.portrait ? receipt.title.replace(". ", ".\n") : receipt.title
    titleIcon: "recu"

    footerStart: Row {
        spacing: 14
        visible: page.receipt.phone !== ""

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            name: "telephone"
            size: 48
        }

        Column {
            EscaleText {
                line: 34
                text: qsTr("Une question ?")
            }

            EscaleText {
                bold: true
                line: 34
                ltr: true
                text: page.receipt.phone
            }
        }
    }

    CodeCard {
        action: Parcours.departure.papers.printerThere ? qsTr("Imprimer") : qsTr("Les papiers")
        actionIcon: Parcours.departure.papers.printerThere ? "imprimer" : "demande"
        code: page.receipt.reference.replace(/ /g, "")
        objectName: "carte-recu"
        printable: true
        qr: page.receipt.qr
        visible: page.receipt.numeroUnique === ""
        width: page.cardWidth
        x: Theme.rightToLeft ? parent.width - width : 0

        onPrintAsked: Parcours.departure.openPapers()
    }

    ReceiptCard {
        code: page.receipt.reference
        height: Theme.portrait ? 355 : 446
        numero: page.receipt.numeroUnique
        objectName: "carte-numero"
        visible: page.receipt.numeroUnique !== ""
        width: page.cardWidth
        x: Theme.rightToLeft ? parent.width - width : 0

        onPapersAsked: Parcours.departure.openPapers()
    }

    Timeline {
        step: Math.min(Theme.portrait ? 87 : 113, (page.answer.height - y) / Math.max(1, steps.length))
        steps: page.receipt.stops
        visible: page.tasks.length === 0 && !Theme.largeText
        width: Theme.portrait ? parent.width - 14 : parent.width - 568
        x: Theme.portrait ? 14 : Theme.rightToLeft ? 0 : 568
        y: Theme.portrait ? 379 : 0
    }

    Column {
        spacing: 14
        width: Theme.portrait ? parent.width : parent.width - 568
        x: Theme.portrait || Theme.rightToLeft ? 0 : 568
        y: Theme.portrait ? 379 : 0

        Repeater {
            model: page.tasks.slice(0, 3)

            Banner {
                required property var modelData

                kind: "error"
                text: modelData.message
                width: parent.width
            }
        }
    }
}
