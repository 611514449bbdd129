// SPDX-License-Identifier: GPL-3.0-or-later
// What would change the points and the place, the largest effect first.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property NoteViewModel note: Parcours.note

    function nameOf(change: var): string {
        return qsTr("%1 : %2 points").arg(change.label).arg((change.points < 0 ? "− " : "+ ") + Math.abs(change.points));
    }

    function secondOf(change: var): string {
        return change.place !== "" ? change.place : change.kind === "document" ? qsTr("Apportez-le à un guichet.") : change.kind === "reponse" ? qsTr("Il manque une réponse.") : "";
    }

    continues: false
    hint: qsTr("Ce n’est pas une promesse de logement.")
    objectName: "plus-de-points-page"
    primaryText: leaves.more ? qsTr("Voir la suite") : qsTr("Continuer")
    secondaryIcon: note.towns.length > 1 ? "commune" : ""
    secondaryName: "comparer"
    secondaryText: note.towns.length > 1 ? qsTr("Comparer les communes") : ""
    title: qsTr("Avoir plus de points")
    titleIcon: "ajouter"

    onPrimary: {
        if (leaves.more)
            leaves.turn();
        else
            Parcours.next();
    }
    onSecondary: Parcours.openNotePage(Parcours.Communes)

    Leaves {
        id: leaves

        heightOf: change => leaves.rowTall(page.nameOf(change), page.secondOf(change), 26, page.answer.width)
        lines: page.note.changes
        room: page.answer.height
    }

    Column {
        spacing: 12
        width: parent.width

        Repeater {
            model: leaves.shown

            ListRow {
                required property var modelData

                height: Math.max(104, implicitHeight)
                icon: modelData.picto
                name: page.nameOf(modelData)
                second: page.secondOf(modelData)
                secondSize: 26
                spokenPrivate: true
                width: parent.width
            }
        }
    }
}
