// SPDX-License-Identifier: GPL-3.0-or-later
// The person takes their agreement back: asked first. The demande stays kept, and closed.
import QtQuick
import Escale.Client

AlertPage {
    id: page

    hint: qsTr("C’est à la personne de choisir.")
    objectName: "retirer-page"
    safeText: qsTr("Non, on continue")
    title: qsTr("Voulez-vous fermer vos réponses au conseiller ?")

    onBack: Parcours.back()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Parcours.adviser.showPerson()

    AlertCard {
        icon: "cadenas"
        objectName: "oui-retirer"
        second: qsTr("Vos réponses restent gardées.")
        text: qsTr("Oui, fermer")
        width: Theme.portrait ? parent.width : 620

        onActivated: Parcours.adviser.revoke()
    }
}
