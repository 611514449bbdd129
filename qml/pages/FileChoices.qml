// SPDX-License-Identifier: GPL-3.0-or-later
// Files to choose from, as big rows, some at a time: a folder of a thousand is turned like a book.
// In: files (PieceFiles).   Out: chosen(name).
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

Column {
    id: choices

    required property PieceFiles files

    signal chosen(string name)

    spacing: 12

    Binding {
        property: "perPage"
        target: choices.files
        value: Theme.largeText ? (Theme.portrait ? 4 : 2) : Theme.portrait ? 6 : 3
    }

    Banner {
        kind: "info"
        text: qsTr("Aucune photo ici. Demandez à un conseiller.")
        visible: choices.files.count === 0
        width: parent.width
    }

    Repeater {
        model: choices.files.shown

        PressableRow {
            required property var modelData

            icon: modelData.kind === "pdf" ? "partie-documents" : "doc-autre"
            name: modelData.name
            objectName: "fichier:" + modelData.name
            width: choices.width

            onActivated: choices.chosen(modelData.name)
        }
    }

    Row {
        spacing: 16
        visible: choices.files.count > choices.files.perPage

        SecondaryButton {
            id: before

            icon: "retour"
            objectName: "fichiers-avant"
            small: true
            text: qsTr("Avant")

            onActivated: choices.files.showPrevious()
        }

        SecondaryButton {
            id: after

            icon: "suite"
            objectName: "fichiers-suite"
            small: true
            text: qsTr("Suite")

            onActivated: choices.files.showNext()
        }

        EscaleText {
            anchors.verticalCenter: parent.verticalCenter
            line: 34
            size: 26
            soft: true
            text: qsTr("Fichiers %1 à %2, sur %3").arg(choices.files.first).arg(choices.files.last).arg(choices.files.count)
            width: choices.width - before.width - after.width - 32
        }
    }
}
