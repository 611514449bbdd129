// SPDX-License-Identifier: GPL-3.0-or-later
// The pages taken for one document: put them in order, do one again, add one.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceViewModel piece: Parcours.piece
    readonly property var rows: piece.pages.rows
    readonly property int perPage: Theme.largeText ? 1 : Theme.portrait ? 4 : 3
    property int first: 0

    continues: false
    error: piece.error
    hint: qsTr("Y a-t-il une autre page ?")
    objectName: "feuilles"
    primaryIcon: "tick"
    primaryText: qsTr("C’est tout")
    secondaryIcon: "photographier"
    secondaryName: "ajouter-une-page"
    secondaryText: qsTr("Ajouter une page")
    title: piece.label
    titleIcon: piece.picto
    topText: piece.pages.title

    onPrimary: piece.done()
    onRowsChanged: if (first >= rows.length)
        first = 0
    onSecondary: piece.addPage()

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: page.rows.slice(page.first, page.first + page.perPage)

            PageRow {
                required property var modelData

                label: modelData.label
                movable: page.rows.length > 1
                note: modelData.doubtful
                picture: modelData.picture
                width: parent.width

                onRaise: page.piece.pages.raise(modelData.rank)
                onRemove: page.piece.removePage(modelData.rank)
                onRetake: page.piece.retakePage(modelData.rank)
            }
        }

        SecondaryButton {
            icon: "suite"
            objectName: "voir-les-autres"
            small: true
            text: qsTr("Voir les autres pages")
            visible: page.rows.length > page.perPage

            onActivated: page.first = page.first + page.perPage < page.rows.length ? page.first + page.perPage : 0
        }
    }
}
