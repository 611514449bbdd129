// SPDX-License-Identifier: GPL-3.0-or-later
// The person's word: nothing leaves without it.
import QtQuick
import Escale.Client

EscalePage {
    objectName: "confirmer-page"
    hint: qsTr("Votre demande part au service du logement.")
    primaryIcon: ""
    primaryText: ""
    title: qsTr("Voulez-vous déposer votre demande ?")
    titleIcon: "demande"

    Column {
        spacing: 24
        width: parent.width

        Banner {
            kind: "info"
            text: qsTr("Vos réponses sont vraies, autant que vous le savez.")
            width: parent.width
        }

        Banner {
            icon: "cadenas"
            kind: "info"
            text: qsTr("Seuls les services du logement les liront.")
            width: parent.width
        }

        Banner {
            icon: "changer"
            kind: "info"
            text: qsTr("Vous pourrez changer une réponse plus tard.")
            width: parent.width
        }

        PrimaryButton {
            height: 124 + lip
            icon: "tick"
            objectName: "confirmer"
            text: qsTr("Oui, je dépose ma demande")
            width: parent.width

            onActivated: Parcours.confirmDeposit()
        }
    }
}
