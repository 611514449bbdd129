// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to check; the row grows with its words.
// In: row (a map of RecapModel.page), separator.   Out: act().
import QtQuick

Item {
    id: line

    required property var row
    property bool separator

    readonly property real textStart: 92
    readonly property var actionTexts: ({
            "changer": qsTr("Changer"),
            "corriger": qsTr("Corriger"),
            "repondre": qsTr("Répondre"),
            "photographier": qsTr("Photographier")
        })

    signal act

    Accessible.name: sentence.Accessible.name + (row.why === "" ? "" : ", " + row.why)
    Accessible.role: Accessible.ListItem
    implicitHeight: Math.max(Theme.portrait ? 100 : 92, words.height + 28, line.row.more ? 0 : button.height + 22)

    Picto {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 22 + (52 - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        name: line.row.group !== "parties" ? line.row.picto : line.row.unknown ? "ne-sais-pas" : "tick"
        size: line.row.group !== "parties" ? 56 : line.row.unknown ? 48 : 40
        visible: !line.row.more
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: line.textStart
        anchors.verticalCenter: parent.verticalCenter
        width: line.width - line.textStart - (line.row.more ? 0 : button.width) - 40

        EscaleText {
            id: sentence

            line: 38
            rich: true
            size: 28
            spokenPrivate: true
            text: line.row.sentence
            width: parent.width
        }

        EscaleText {
            line: 32
            size: 24
            soft: true
            text: line.row.why
            visible: text !== ""
            width: parent.width
        }
    }

    SecondaryButton {
        id: button

        accessibleDescription: line.row.label
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        icon: line.row.action === "photographier" ? "photographier" : "changer"
        objectName: line.row.action + ":" + line.row.questionId
        small: true
        text: line.actionTexts[line.row.action]
        visible: !line.row.more && line.row.questionId !== ""
        width: Math.max(204, implicit)

        onActivated: line.act()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 2
        visible: line.separator
        width: parent.width - 48
        x: 24
    }
}
