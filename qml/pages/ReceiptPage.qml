// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt: the code to come back, what happens next, and the numéro unique once it is there.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property ReceiptViewModel receipt: Parcours.receipt

    answerTop: Theme.portrait ? 272 : 142
    hint: receipt.hint
    objectName: "recu"
    primaryText: qsTr("Voir mes points")
    title: receipt.title
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

    ReceiptCard {
        id: card

        code: page.receipt.reference
        height: Theme.portrait ? 355 : 446
        numero: page.receipt.numeroUnique
        objectName: "carte-recu"
        task: page.receipt.tasks.length > 0 ? page.receipt.tasks[0].message : ""
        waiting: page.receipt.waiting
        width: Theme.portrait ? parent.width : 532
        x: Theme.rightToLeft ? parent.width - width : 0
    }

    Timeline {
        steps: page.receipt.stops
        width: Theme.portrait ? parent.width - 14 : parent.width - 568
        x: Theme.portrait ? 14 : Theme.rightToLeft ? 0 : 568
        y: Theme.portrait ? 379 : 0
    }
}
