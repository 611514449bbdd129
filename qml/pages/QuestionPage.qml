// SPDX-License-Identifier: GPL-3.0-or-later
// One question: the page that suits the way it is answered, new for each question: what the last one
// left (the box of a date that was written in, the keyboard chosen) is not for the next.
import QtQuick
import Escale.Client

Loader {
    id: page

    readonly property var files: ({
            "texte": "TextQuestion.qml",
            "texte_long": "LongTextQuestion.qml",
            "code": "CodeQuestion.qml",
            "chiffres": "DigitsQuestion.qml",
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
            "communes": "TownsQuestion.qml",
            "personnes": "PeopleQuestion.qml"
        })

    readonly property string turn: Parcours.question.questionId + Parcours.question.item

    source: Qt.resolvedUrl(files[Parcours.question.saisie] ?? "TextQuestion.qml")

    onTurnChanged: {
        active = false;
        active = true;
    }
}
