// SPDX-License-Identifier: GPL-3.0-or-later
// « Emporter »: which paper.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    continues: false
    hint: qsTr("Choisissez un papier.")
    objectName: "emporter"
    primaryText: ""
    title: qsTr("Que voulez-vous emporter ?")

    ChoiceGrid {
        anchors.fill: parent
        choices: Parcours.departure.papers.choices.map(one => Theme.largeText ? {
            "value": one.value,
            "text": one.text,
            "icon": one.icon
        } : one)

        onChosen: value => Parcours.departure.openPaper(value)
    }
}
