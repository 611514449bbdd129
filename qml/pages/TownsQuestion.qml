// SPDX-License-Identifier: GPL-3.0-or-later
// The towns wished, the preferred one first: « Monter » changes the order, nothing is dragged.
pragma ComponentBehavior: Bound
import QtQuick

QuestionFrame {
    id: page

    property int first: 0

    readonly property var towns: asked.choices
    readonly property int perPage: Theme.largeText ? (Theme.portrait ? 2 : 1) : 3
    readonly property bool full: asked.most > 0 && towns.length >= asked.most

    hint: towns.length > 1 ? qsTr("La première est celle que vous préférez.") : asked.hint
    primaryText: qsTr("C’est complet")

    onTownsChanged: if (first >= towns.length)
        first = Math.max(0, towns.length - 1 - (towns.length - 1) % perPage)

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: page.towns.slice(page.first, page.first + page.perPage)

            ItemRow {
                id: row

                required property int index
                required property var modelData

                name: row.modelData.label
                rank: page.first + row.index + 1
                spokenPrivate: page.asked.isPrivate
                width: parent.width

                SecondaryButton {
                    icon: "monter"
                    objectName: "monter:" + row.modelData.item
                    small: true
                    text: qsTr("Monter")
                    visible: row.rank > 1
                    width: Math.max(182, implicit)

                    onActivated: page.asked.raisePerson(row.modelData.item)
                }

                SecondaryButton {
                    icon: "enlever"
                    objectName: "enlever:" + row.modelData.item
                    small: true
                    text: qsTr("Enlever")
                    width: Math.max(182, implicit)

                    onActivated: page.asked.removePerson(row.modelData.item)
                }
            }
        }

        ListFooter {
            addIcon: "ajouter"
            addName: "ajouter-commune"
            addText: page.full ? "" : qsTr("Ajouter une commune")
            fullText: qsTr("La liste est pleine : %n communes.", "", page.asked.most)
            othersShown: page.towns.length > page.perPage
            width: parent.width

            onAdd: page.asked.addPerson()
            onOthers: page.first = page.first + page.perPage < page.towns.length ? page.first + page.perPage : 0
        }
    }
}
