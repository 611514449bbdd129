// SPDX-License-Identifier: GPL-3.0-or-later
// Every answer in plain words, five a page, each with « Changer »; then what is still missing.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property int first: 0

    readonly property RecapModel recap: Parcours.recap
    readonly property int perPage: Theme.portrait ? 7 : 5
    readonly property bool last: first + perPage >= recap.count
    readonly property var missing: recap.missing
    // The part named at the top is that of the first row shown.
    readonly property RecapRow head: rows.count > first ? rows.itemAt(first) as RecapRow : null

    function forward(): void {
        if (page.last)
            Parcours.next();
        else
            page.first += page.perPage;
    }

    answerTop: Theme.portrait ? 262 : 166
    continues: false
    objectName: "verifier"
    partIcon: "verifier"
    partNumber: head ? head.part : 1
    primaryText: last ? qsTr("Oui, c’est juste") : qsTr("Oui, voir la suite")
    title: qsTr("Est-ce que tout est juste ?")
    topText: qsTr("Vous relisez – %1").arg("<b>" + (head ? head.partName : "") + "</b>")

    onPrimary: page.forward()

    footerStart: Row {
        spacing: 14
        visible: page.missing.length > 0

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            name: "ne-sais-pas"
            size: 52
        }

        SecondaryButton {
            small: true
            text: qsTr("Répondre : %1").arg(page.missing.length > 0 ? page.missing[0].label : "")

            onActivated: Parcours.change(page.missing[0].questionId, page.missing[0].item)
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

                model: page.recap

                RecapRow {
                    required property int index

                    separator: index + 1 < Math.min(page.first + page.perPage, rows.count)
                    visible: index >= page.first && index < page.first + page.perPage
                    width: column.width

                    onChange: Parcours.change(questionId, item)
                }
            }
        }
    }
}
