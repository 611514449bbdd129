// SPDX-License-Identifier: GPL-3.0-or-later
// « Terminer et effacer » asks first. What was confirmed still leaves by itself.
import QtQuick
import Escale.Client

AlertPage {
    id: page

    hint: qsTr("Choisissez une réponse.")
    objectName: "terminer-page"
    safeText: qsTr("Non, je continue")
    title: qsTr("Voulez-vous arrêter ?")

    onBack: Parcours.closeOverlay()
    onFinish: Parcours.closeOverlay()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Parcours.closeOverlay()

    AlertCard {
        icon: "terminer"
        objectName: "oui-effacer"
        second: qsTr("Vos réponses quittent cet écran.")
        text: qsTr("Oui, terminer")
        width: Theme.portrait ? parent.width : 620

        onActivated: Parcours.finish()
    }
}
