// SPDX-License-Identifier: GPL-3.0-or-later
// The quick visits of a permanence: how many, a new one, and the file of them.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property VisitViewModel visit: Parcours.adviser.visit

    hint: qsTr("Une visite n’a pas de nom.")
    objectName: "visites-page"
    partIcon: "calendrier"
    primaryIcon: Theme.portrait && Theme.largeText ? "" : "ajouter"
    primaryText: qsTr("Nouvelle visite")
    secondaryIcon: Theme.portrait && Theme.largeText ? "" : "recu"
    secondaryName: "exporter-visites"
    secondaryText: qsTr("Écrire le fichier")
    title: visit.todaySentence
    topText: qsTr("Visites de la permanence")

    onSecondary: Parcours.adviser.exportVisits()

    Grid {
        id: figures

        columns: Theme.largeText ? 1 : 3
        spacing: Theme.largeText ? 8 : 18
        width: parent.width

        Repeater {
            model: [[page.visit.today, qsTr("visites aujourd’hui")], [page.visit.month, qsTr("visites ce mois")], [page.visit.year, qsTr("visites cette année")]]

            FigurePlate {
                required property var modelData

                figure: modelData[0]
                text: modelData[1]
                width: Theme.largeText ? page.answer.width : (page.answer.width - 36) / 3
            }
        }
    }

    // In très grand, only what was just written.
    Banner {
        anchors.top: figures.bottom
        anchors.topMargin: 20
        icon: page.visit.exported === "" ? "lampe" : "tick"
        objectName: "fichier-visites"
        text: page.visit.exported === "" ? qsTr("Le fichier sert au bilan de l’année. Il ne nomme personne.") : page.visit.exported
        visible: !Theme.largeText || page.visit.exported !== ""
        width: parent.width
    }
}
