// SPDX-License-Identifier: GPL-3.0-or-later
// The persons of a household: who asks, those already given, and « Ajouter une personne ».
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

QuestionFrame {
    id: page

    property int first: 0

    readonly property var you: asked.you
    readonly property var given: asked.choices
    readonly property var people: you.concat(given)
    readonly property int perPage: Theme.largeText ? (Theme.portrait ? 2 : 1) : 3
    readonly property bool full: asked.most > 0 && given.length >= asked.most

    primaryText: people.length > 0 ? qsTr("C’est complet") : qsTr("Continuer")

    counted: HouseholdCount {
        count: page.asked.household
        room: Math.min(page.footerRoom, Theme.largeText ? 700 : 420)
        visible: page.asked.household > 0
    }

    onPeopleChanged: if (first >= people.length)
        first = 0

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: page.people.slice(page.first, page.first + page.perPage)

            ItemRow {
                id: row

                required property var modelData
                readonly property bool you: modelData.item === ""

                icon: row.modelData.picto ?? ""
                name: row.modelData.label
                second: row.modelData.detail ?? ""
                width: parent.width

                SecondaryButton {
                    icon: "changer"
                    objectName: "changer:" + row.modelData.item
                    small: true
                    text: qsTr("Changer")
                    width: Math.max(182, implicit)

                    onActivated: Parcours.change(page.asked.questionId, row.modelData.item)
                }

                SecondaryButton {
                    icon: "enlever"
                    objectName: "enlever:" + row.modelData.item
                    opacity: row.you ? 0 : 1
                    small: true
                    text: qsTr("Enlever")
                    visible: !row.you || !row.under
                    enabled: !row.you
                    width: Math.max(182, implicit)

                    onActivated: page.asked.removePerson(row.modelData.item)
                }
            }
        }

        ListFooter {
            addIcon: "ajouter-personne"
            addName: "ajouter-personne"
            addText: page.full ? "" : qsTr("Ajouter une personne")
            fullText: qsTr("La liste est pleine : %n personnes.", "", page.asked.most)
            othersShown: page.people.length > page.perPage
            width: parent.width

            onAdd: page.asked.addPerson()
            onOthers: page.first = page.first + page.perPage < page.people.length ? page.first + page.perPage : 0
        }
    }
}
