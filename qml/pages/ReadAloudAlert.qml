// SPDX-License-Identifier: GPL-3.0-or-later
// « Lire tout haut ? »: the page shows what the person answered, and others may hear.
import QtQuick
import Escale.Client

AlertPage {
    hint: qsTr("Des personnes peuvent entendre vos réponses.")
    objectName: "lire-tout-haut"
    safeIcon: "ecouter"
    safeText: qsTr("Sans mes réponses")
    title: qsTr("Lire tout haut ?")

    onBack: Lecture.forget()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Lecture.answerPrivate(false)

    AlertCard {
        icon: "voix-forte"
        objectName: "tout-lire"
        text: qsTr("Oui, tout lire")
        width: Theme.portrait ? parent.width : 620

        onActivated: Lecture.answerPrivate(true)
    }
}
