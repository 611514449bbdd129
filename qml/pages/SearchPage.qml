// SPDX-License-Identifier: GPL-3.0-or-later
// A name to look for: the first people that match can be opened at once.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserPeopleModel people: Parcours.adviser.people
    readonly property var found: people.rows
    readonly property int across: Theme.portrait || Theme.largeText ? 2 : 3

    answerTop: titleTop + Math.max(56, heading.height)
    keyboardPage: true
    objectName: "chercher-page"
    primaryIcon: ""
    primaryText: qsTr("Voir la liste (%1)").arg(people.foundCount)
    title: qsTr("Qui cherchez-vous ?")

    AnswerField {
        id: field

        height: Theme.largeText ? 64 : 70
        label: page.title
        maximumLength: 60
        objectName: "champ"
        text: page.people.search
        width: parent.width

        onTextEdited: text => page.people.search = text
    }

    Row {
        spacing: 12
        visible: field.text !== ""
        width: parent.width
        y: field.height + 8

        Repeater {
            model: page.found.slice(0, page.across)

            SecondaryButton {
                required property var modelData

                height: Theme.largeText ? 76 + lip : 66 + lip
                maximumWidth: width
                objectName: "trouve:" + modelData.id
                small: true
                text: modelData.name
                width: (page.answer.width - 12 * (page.across - 1)) / page.across

                onActivated: Parcours.adviser.openPerson(modelData.id)
            }
        }
    }

    Keyboard {
        layouts: ["azerty", "arabic", "cyrillic"]
        target: field
        width: parent.width
        y: page.keyboardTop - page.answerTop
    }
}
