// SPDX-License-Identifier: GPL-3.0-or-later
// « Emporter »: which paper.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var papers: Parcours.departure.papers.choices

    continues: false
    hint: qsTr("Choisissez un papier.")
    objectName: "emporter"
    primaryText: ""
    title: qsTr("Que voulez-vous emporter ?")

    ChoiceGrid {
        anchors.fill: parent
        choices: page.papers.map(one => Theme.largeText ? {
            "value": one.value,
            "text": one.text,
            "icon": one.icon
        } : one)

        onChosen: value => Parcours.departure.openPaper(value)
    }
}
