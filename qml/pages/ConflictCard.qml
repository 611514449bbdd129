// SPDX-License-Identifier: GPL-3.0-or-later
// One of two answers: its words, by whom, on what, when, its points, and « Garder ».
// In: answer ({value, who, whoIcon, device, deviceIcon, when, points, pointsNote}).   Out: kept().
pragma ComponentBehavior: Bound
import QtQuick

Plate {
    id: card

    required property var answer

    readonly property bool brief: answer.value.length <= 14
    readonly property var facts: [[answer.whoIcon, answer.who]].concat(answer.device === "" ? [] : [[answer.deviceIcon, answer.device]], [["attente", answer.when]], answer.points === "" ? [] : [["points", "<b>" + answer.points + "</b>" + (answer.pointsNote === "" ? "" : " – " + answer.pointsNote)]])

    readonly property real implicitTall: value.y + value.height + told.height + keep.height + 40

    signal kept

    Accessible.name: [answer.value, answer.who, answer.device, answer.when, answer.points, answer.pointsNote].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.Grouping
    EscaleText {
        id: value

        bold: true
        line: card.brief ? (Theme.portrait ? 60 : 70) : 36
        maximumLineCount: card.brief ? 1 : 2
        size: card.brief ? (Theme.portrait ? 48 : 56) : 30
        spokenPrivate: true
        text: card.answer.value
        width: parent.width - 60
        x: 30
        y: Theme.portrait ? 10 : 24
    }

    Column {
        id: told

        anchors.top: value.bottom
        anchors.topMargin: Theme.portrait ? 2 : 6
        spacing: Theme.portrait ? 0 : 8
        width: parent.width - 60
        x: 30

        Repeater {
            model: card.facts

            Row {
                id: fact

                required property var modelData

                spacing: 16
                width: card.width - 60

                Picto {
                    anchors.verticalCenter: parent.verticalCenter
                    name: fact.modelData[0]
                    size: Theme.portrait ? 34 : 38
                }

                EscaleText {
                    anchors.verticalCenter: parent.verticalCenter
                    line: fact.modelData[1].length > 34 ? 28 : 32
                    rich: fact.modelData[0] === "points"
                    size: fact.modelData[1].length > 34 ? 24 : 26
                    text: fact.modelData[1]
                    width: fact.width - 54
                }
            }
        }
    }

    PrimaryButton {
        id: keep

        accessibleName: text
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? 14 : 24
        anchors.horizontalCenter: parent.horizontalCenter
        icon: ""
        objectName: card.objectName + ":garder"
        text: card.brief ? qsTr("Garder %1").arg(card.answer.value) : qsTr("Garder cette réponse")
        width: parent.width - 60

        onActivated: card.kept()
    }
}
