// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that do not go together: what each of them says, with « Corriger »; « Oui, c’est juste » keeps
// them as they are. A question, never an error.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var doubt: Parcours.recap.doubt
    readonly property var lines: doubt.rows ?? []
    readonly property string advice: doubt.advice ?? ""

    hint: advice !== "" ? advice : qsTr("Corrigez ce qui n’est pas juste.")
    objectName: "doute"
    partIcon: "verifier"
    primaryIcon: "tick"
    primaryText: qsTr("Oui, c’est juste")
    title: doubt.question ?? ""
    topText: "<b>" + qsTr("À vérifier avec vous") + "</b>"

    Plate {
        height: column.height
        width: parent.width

        Column {
            id: column

            width: parent.width

            Repeater {
                model: page.lines

                RecapRow {
                    required property int index
                    required property var modelData

                    height: implicitHeight
                    row: modelData
                    separator: index + 1 < page.lines.length
                    width: column.width

                    onAct: Parcours.change(row.questionId, row.item)
                }
            }
        }
    }
}
