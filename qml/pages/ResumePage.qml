// SPDX-License-Identifier: GPL-3.0-or-later
// The program stopped in the middle of a page: what was typed there is finished, or erased.
import QtQuick
import Escale.Client

AlertPage {
    id: page

    hint: qsTr("Ce que vous avez écrit est gardé.")
    objectName: "reprendre-page"
    safeIcon: "changer"
    safeText: qsTr("Oui, finir")
    title: qsTr("Voulez-vous finir votre réponse ?")

    onBack: Parcours.back()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Parcours.adviser.draft.resume()

    AlertCard {
        icon: "effacer"
        objectName: "effacer-brouillon"
        second: qsTr("Vos autres réponses restent gardées.")
        text: qsTr("Non, effacer")
        width: Theme.portrait ? parent.width : 620

        onActivated: Parcours.adviser.draft.erase()
    }
}
