// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to check: roles of RecapModel, and separator.   Out: change().
import QtQuick

Item {
    id: row

    required property int part
    required property string partName
    required property string label
    required property string answer
    required property string questionId
    required property string item
    required property bool unknown
    property bool separator

    signal change

    Accessible.name: label + ", " + answer
    Accessible.role: Accessible.ListItem
    implicitHeight: Theme.portrait ? 100 : 93

    Picto {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 22
        anchors.verticalCenter: parent.verticalCenter
        name: row.unknown ? "ne-sais-pas" : "tick"
        size: row.unknown ? 48 : 40
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: 92
        anchors.verticalCenter: parent.verticalCenter
        width: row.width - 92 - button.width - 40

        EscaleText {
            line: 30
            size: 24
            soft: true
            text: row.label
            width: parent.width
        }

        EscaleText {
            bold: !row.unknown
            line: 36
            size: 28
            spokenPrivate: true
            text: row.answer
            width: parent.width
        }
    }

    SecondaryButton {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        icon: "changer"
        objectName: "changer:" + row.questionId
        small: true
        text: qsTr("Changer")

        onActivated: row.change()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 2
        visible: row.separator
        width: parent.width - 44
        x: 22
    }
}
