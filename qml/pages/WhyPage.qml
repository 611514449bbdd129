// SPDX-License-Identifier: GPL-3.0-or-later
// Why these points: each criterion, what it gives, and the answer or document behind it.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property int first: 0

    readonly property NoteViewModel note: Parcours.note
    readonly property int perPage: Theme.largeText ? (Theme.rightToLeft ? 3 : 4) : Theme.portrait ? 7 : 5
    readonly property var criteria: note.criteria
    readonly property bool more: criteria.length > perPage
    readonly property var shown: criteria.slice(first, first + perPage)

    answerTop: Theme.portrait ? 250 : Theme.rightToLeft || Theme.largeText ? 138 : 120
    footerTop: Theme.portrait ? 1017 : 700
    hint: qsTr("Chaque réponse donne des points.")
    hintSize: 26
    hintTop: Theme.portrait ? (Theme.largeText ? 180 : 167) : Theme.rightToLeft || Theme.largeText ? 84 : 70
    objectName: "pourquoi-page"
    secondaryIcon: more ? "ajouter" : ""
    secondaryText: more ? qsTr("Voir les autres") : ""
    title: qsTr("Pourquoi %n points ?", "", note.points)
    titleIcon: "points"
    titleTop: Theme.portrait ? 119 : 23

    onSecondary: first = first + perPage < criteria.length ? first + perPage : 0

    Plate {
        height: list.height
        width: parent.width

        Column {
            id: list

            width: parent.width

            Repeater {
                model: page.shown

                CriterionRow {
                    required property var modelData

                    counted: modelData.state === "valide" || modelData.state === "piece_presente"
                    detail: modelData.reason !== "" ? modelData.reason : modelData.stateLabel
                    label: modelData.label
                    points: modelData.points
                    width: list.width
                }
            }

            Item {
                height: 78
                width: parent.width

                EscaleText {
                    anchors.left: parent.left
                    anchors.leftMargin: 26
                    anchors.verticalCenter: parent.verticalCenter
                    size: 28
                    text: qsTr("Aujourd’hui, vous avez")
                }

                EscaleText {
                    anchors.right: parent.right
                    anchors.rightMargin: 26
                    anchors.verticalCenter: parent.verticalCenter
                    bold: true
                    line: 44
                    size: 32
                    text: qsTr("%n points", "", page.note.points)
                }
            }
        }
    }
}
