// SPDX-License-Identifier: GPL-3.0-or-later
// One question: the page that suits the way it is answered.
import QtQuick
import Escale.Client

Loader {
    id: page

    readonly property var files: ({
            "texte": "TextQuestion.qml",
            "courriel": "TextQuestion.qml",
            "telephone": "DigitsQuestion.qml",
            "nir": "DigitsQuestion.qml",
            "nombre": "DigitsQuestion.qml",
            "montant": "DigitsQuestion.qml",
            "date": "DateQuestion.qml",
            "choix": "ChoiceQuestion.qml",
            "choix_multiples": "ChoiceQuestion.qml",
            "oui_non": "ChoiceQuestion.qml",
            "adresse": "AddressQuestion.qml",
            "commune": "TownQuestion.qml",
            "personnes": "PeopleQuestion.qml"
        })

    source: Qt.resolvedUrl(files[Parcours.question.saisie] ?? "TextQuestion.qml")
}
