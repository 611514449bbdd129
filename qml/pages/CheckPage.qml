// SPDX-License-Identifier: GPL-3.0-or-later
// Every answer in plain words, part by part, five a page at the most, each with « Changer »; then
// what is still missing, then what can come later. Rows that find no room wait for the next page.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property RecapModel recap: Parcours.recap
    readonly property var lines: recap.page
    readonly property var head: lines.length > 0 ? lines[0] : null
    readonly property string group: head ? head.group : "parties"
    readonly property int shown: fitting(rows.count)
    readonly property bool last: recap.first + shown >= recap.count
    readonly property var titles: ({
            "parties": qsTr("Est-ce que tout est juste ?"),
            "manque": qsTr("Que manque-t-il encore ?"),
            "plus_tard": qsTr("À compléter plus tard")
        })

    // How many of the rows stand one above the other in the room there is: one at least.
    function fitting(count: int): int {
        let used = 0;
        for (let i = 0; i < count; ++i) {
            used += (rows.itemAt(i) as RecapRow)?.implicitHeight ?? 0;
            if (used > answer.height && i > 0)
                return i;
        }
        return count;
    }

    answerTop: Math.max(titleTop + (Theme.largeText ? 72 : 68), belowTitle)
    continues: false
    objectName: "verifier"
    partIcon: "verifier"
    partNumber: group !== "parties" ? partCount : head ? head.part : 1
    primaryText: last && recap.blocked ? qsTr("Répondre maintenant") : group === "parties" ? qsTr("Oui, c’est juste") : qsTr("Continuer")
    returns: false
    title: titles[group]
    topText: Theme.largeText ? qsTr("Vous relisez") : qsTr("Vous relisez – %1").arg("<b>" + (group === "parties" && head ? head.partName : qsTr("Pour finir")) + "</b>")

    onBack: if (!recap.backward())
        Parcours.back()
    onPrimary: if (!recap.forward(shown))
        Parcours.next()

    footerStart: Row {
        spacing: 14
        // Beside long words in large letters there is no room for it.
        visible: page.recap.left > 0 && page.footerRoom > 300

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            name: "ne-sais-pas"
            size: 56
        }

        EscaleText {
            anchors.verticalCenter: parent.verticalCenter
            line: 38
            rich: true
            size: 28
            width: page.footerRoom - 80
            text: qsTr("Il manque %1").arg("<b>" + qsTr("%n réponses", "", page.recap.left) + "</b>")
        }
    }

    Plate {
        height: column.height
        width: parent.width

        Column {
            id: column

            width: parent.width

            Repeater {
                id: rows

                model: page.lines

                RecapRow {
                    required property int index
                    required property var modelData

                    height: implicitHeight
                    row: modelData
                    separator: index + 1 < page.shown
                    visible: index < page.shown
                    width: column.width

                    onAct: Parcours.change(row.questionId, row.item)
                }
            }
        }
    }
}
