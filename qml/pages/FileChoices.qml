// SPDX-License-Identifier: GPL-3.0-or-later
// Files to choose from, as big rows, four at a time.
// In: files: [{name, url}].   Out: chosen(name).
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: choices

    property var files: []
    property int first: 0

    readonly property int perPage: Theme.portrait ? 6 : 4

    signal chosen(string name)

    spacing: 12

    Banner {
        kind: "info"
        text: qsTr("Aucune photo ici. Demandez à un conseiller.")
        visible: choices.files.length === 0
        width: parent.width
    }

    Repeater {
        model: choices.files.slice(choices.first, choices.first + choices.perPage)

        PressableRow {
            required property var modelData

            icon: "doc-autre"
            name: modelData.name
            objectName: "fichier:" + modelData.name
            width: choices.width

            onActivated: choices.chosen(modelData.name)
        }
    }

    SecondaryButton {
        small: true
        text: qsTr("Voir les autres")
        visible: choices.files.length > choices.perPage

        onActivated: choices.first = choices.first + choices.perPage < choices.files.length ? choices.first + choices.perPage : 0
    }
}
