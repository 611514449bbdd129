// SPDX-License-Identifier: GPL-3.0-or-later
// « Terminer et effacer » asks first: leave with a code, or erase. What was confirmed leaves by
// itself: it is not erased any more.
import QtQuick
import Escale.Client

AlertPage {
    id: page

    readonly property bool mayKeep: Parcours.borne && Parcours.departure.hasDemande && !Parcours.departure.confirmed

    hint: mayKeep ? qsTr("Choisissez une réponse.") : ""
    objectName: "terminer-page"
    safeText: qsTr("Non, je continue")
    title: qsTr("Voulez-vous arrêter ?")

    onBack: Parcours.closeOverlay()
    onFinish: Parcours.closeOverlay()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Parcours.closeOverlay()

    Flow {
        id: answers

        readonly property real half: Theme.portrait ? width : (width - 28) / 2
        readonly property real cardHeight: Theme.portrait && page.mayKeep ? (height - 36) / 2 : 336

        anchors.fill: parent
        spacing: 28

        AlertCard {
            height: Math.min(336, answers.cardHeight)
            icon: "recu"
            objectName: "garder"
            second: qsTr("Vous recevez un code.")
            text: qsTr("Garder et revenir")
            visible: page.mayKeep
            width: answers.half

            onActivated: Parcours.departure.openCode()
        }

        AlertCard {
            height: Math.min(336, answers.cardHeight)
            icon: page.mayKeep ? "effacer" : "terminer"
            objectName: "oui-effacer"
            second: page.mayKeep ? qsTr("Vos réponses disparaissent.") : Parcours.departure.hasDemande ? qsTr("Votre demande est gardée.") : qsTr("Cet écran revient au début.")
            text: page.mayKeep ? qsTr("Tout effacer") : qsTr("Oui, terminer")
            width: answers.half

            onActivated: Parcours.departure.eraseAll()
        }
    }
}
