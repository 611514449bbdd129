// SPDX-License-Identifier: GPL-3.0-or-later
// This machine has no sound output: said once to each person, then the words are lit all the same.
import QtQuick
import Escale.Client

AlertPage {
    hint: qsTr("Suivez les mots éclairés.")
    objectName: "sans-son"
    safeIcon: "tick"
    safeText: qsTr("D’accord")
    title: qsTr("Pas de son sur cet écran.")

    onBack: Lecture.forget()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onSafe: Lecture.readSilently()

    Picto {
        anchors.left: parent.left
        name: "ecouter"
        on: "night"
        size: 200
    }
}
