// SPDX-License-Identifier: GPL-3.0-or-later
// The numéro unique once it is there, the code under it.
// In: code ("4829 1570 3642"), numero ("111 11 26 000001 G1234").   Out: papersAsked().
import QtQuick

Plate {
    id: card

    property string code
    property string numero

    signal papersAsked

    Column {
        anchors.left: parent.left
        anchors.leftMargin: 34
        anchors.right: parent.right
        anchors.rightMargin: 34
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? 18 : 27
        spacing: Theme.portrait ? 4 : 10

        EscaleText {
            line: 36
            soft: true
            text: qsTr("Votre numéro unique")
            width: parent.width
        }

        EscaleText {
            Accessible.name: card.numero
            bold: true
            line: 58
            ltr: true
            objectName: "numero-unique"
            size: Theme.portrait ? 48 : 38
            spokenKind: "code"
            spokenPrivate: true
            text: card.numero
            width: parent.width
        }

        Rectangle {
            color: Theme.hairline
            height: 2
            width: parent.width
        }

        EscaleText {
            line: 36
            soft: true
            text: qsTr("Votre code")
            width: parent.width
        }

        EscaleText {
            Accessible.name: card.code
            bold: true
            line: 52
            ltr: true
            objectName: "reference"
            size: 38
            spokenKind: "code"
            spokenPrivate: true
            text: card.code
            width: parent.width
        }

        SecondaryButton {
            anchors.left: parent.left
            icon: "demande"
            objectName: "papiers"
            small: true
            text: qsTr("Les papiers")

            onActivated: card.papersAsked()
        }
    }
}
