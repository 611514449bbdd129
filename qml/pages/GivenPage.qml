// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that a person gave: where each stands, and which the adviser has still to look at.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserPiecesViewModel pieces: Parcours.adviser.pieces

    hint: qsTr("Touchez un document pour le vérifier.")
    objectName: "pieces-page"
    partIcon: "partie-documents"
    primaryIcon: ""
    primaryText: Theme.largeText ? qsTr("Retour") : qsTr("Retour à la personne")
    title: qsTr("Documents donnés")
    topText: Parcours.adviser.person.name.replace(/&/g, "&amp;").replace(/</g, "&lt;")

    footerStart: SecondaryButton {
        icon: "suite"
        objectName: "autres-pieces"
        text: qsTr("%n autres", "", page.pieces.others)
        visible: page.pieces.others > 0

        onActivated: page.pieces.showOthers()
    }

    Binding {
        property: "perPage"
        target: page.pieces
        value: Theme.largeText ? 2 : Theme.portrait ? 5 : 4
    }

    Column {
        spacing: 10
        width: parent.width

        Repeater {
            model: page.pieces.rows

            PressableRow {
                required property int index
                required property var modelData

                icon: modelData.icon
                name: modelData.name
                objectName: "piece:" + index
                pillIcon: modelData.pillIcon
                pillKind: modelData.pillKind
                pillText: modelData.pillText
                second: modelData.second
                spokenPrivate: true
                width: parent.width

                onActivated: Parcours.adviser.openPiece(index)
            }
        }

        Banner {
            icon: "partie-documents"
            text: qsTr("Aucun document n’est là.")
            visible: page.pieces.count === 0
            width: parent.width
        }
    }
}
