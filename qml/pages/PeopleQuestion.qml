// SPDX-License-Identifier: GPL-3.0-or-later
// The persons of a household: those already given, and « Ajouter une personne ».
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

QuestionFrame {
    id: page

    property int first: 0

    readonly property var people: asked.choices
    readonly property int perPage: Theme.portrait ? 6 : 3

    primaryText: people.length > 0 ? qsTr("C’est complet") : qsTr("Continuer")
    secondaryText: people.length > perPage ? qsTr("Voir les autres") : ""

    onSecondary: first = first + perPage < people.length ? first + perPage : 0

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: page.people.slice(page.first, page.first + page.perPage)

            ListRow {
                id: row

                required property var modelData

                endMargin: 22
                height: Theme.portrait ? 112 : 100
                icon: page.asked.picto
                name: row.modelData.label
                nameSize: 30
                spokenPrivate: true
                second: row.modelData.detail ?? ""
                width: parent.width

                SecondaryButton {
                    icon: "changer"
                    objectName: "changer:" + row.modelData.item
                    small: true
                    text: qsTr("Changer")

                    onActivated: Parcours.change(page.asked.questionId, row.modelData.item)
                }

                SecondaryButton {
                    icon: "enlever"
                    objectName: "enlever:" + row.modelData.item
                    small: true
                    text: qsTr("Enlever")

                    onActivated: page.asked.removePerson(row.modelData.item)
                }
            }
        }

        SecondaryButton {
            height: 83 + lip
            icon: "ajouter-personne"
            objectName: "ajouter-personne"
            text: qsTr("Ajouter une personne")
            width: parent.width

            onActivated: page.asked.addPerson()
        }
    }
}
