// SPDX-License-Identifier: GPL-3.0-or-later
// How the note was worked out: the barème, then each line with the facts that it read.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property NoteViewModel note: Parcours.note

    function nameOf(line: var): string {
        return qsTr("%1 : %2 points").arg(line.label).arg(line.points);
    }

    continues: false
    hint: note.traceHead
    hintSize: 24
    objectName: "trace-page"
    primaryText: leaves.more ? qsTr("Voir la suite") : qsTr("Continuer")
    title: qsTr("Le calcul des points")
    titleIcon: "loupe"

    onPrimary: {
        if (leaves.more)
            leaves.turn();
        else
            Parcours.next();
    }

    Leaves {
        id: leaves

        heightOf: line => leaves.rowTall(page.nameOf(line), line.facts, 24, page.answer.width)
        lines: page.note.trace
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
                icon: modelData.counted ? "etat-verifiee" : "etat-a-fournir"
                name: page.nameOf(modelData)
                second: modelData.facts
                spokenPrivate: true
                width: parent.width
            }
        }
    }
}
