// SPDX-License-Identifier: GPL-3.0-or-later
// The same demande in the other communes of the EPCI, the best place first.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property NoteViewModel note: Parcours.note

    function nameOf(town: var): string {
        const own = "\u2068" + town.name + "\u2069"; // among Arabic words too, its number follows it
        const name = town.here ? qsTr("%1 (votre choix)").arg(own) : own;
        return qsTr("%1 : %n points", "", town.points).arg(name);
    }

    continues: false
    hint: note.place.asOf + ". " + qsTr("Ce n’est pas une promesse de logement.")
    objectName: "communes-page"
    primaryText: leaves.more ? qsTr("Voir la suite") : qsTr("Continuer")
    title: qsTr("Votre place ailleurs")
    titleIcon: "commune"

    onPrimary: {
        if (leaves.more)
            leaves.turn();
        else
            Parcours.next();
    }

    Leaves {
        id: leaves

        heightOf: town => leaves.rowTall(page.nameOf(town), town.place, 26, page.answer.width)
        lines: page.note.towns
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
                icon: modelData.here ? "place" : "commune"
                name: page.nameOf(modelData)
                second: modelData.place
                secondSize: 26
                width: parent.width
            }
        }
    }
}
