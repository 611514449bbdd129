// SPDX-License-Identifier: GPL-3.0-or-later
// The two numbers of a demande: the code to come back, and the numéro unique.
// In: code ("4829 1570 3642"), numero ("" before it is known), waiting, task (sentences, may be "").
import QtQuick

Plate {
    id: card

    property string code
    property string numero
    property string waiting
    property string task

    Column {
        anchors.left: parent.left
        anchors.leftMargin: 34
        anchors.right: parent.right
        anchors.rightMargin: 34
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? 18 : 27
        spacing: Theme.portrait ? 4 : 8

        EscaleText {
            line: 36
            soft: true
            text: qsTr("Votre code")
            width: parent.width
        }

        EscaleText {
            Accessible.name: card.code
            bold: true
            line: 66
            ltr: true
            objectName: "reference"
            size: 52
            spokenKind: "code"
            spokenPrivate: true
            text: card.code
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
            text: qsTr("Votre numéro unique")
            width: parent.width
        }

        EscaleText {
            bold: true
            line: 50
            ltr: true
            objectName: "numero-unique"
            size: 36
            spokenKind: "code"
            spokenPrivate: true
            text: card.numero
            visible: text !== ""
            width: parent.width
        }

        EscaleText {
            line: 36
            size: 28
            text: qsTr("Il n’est pas encore arrivé.")
            visible: card.numero === ""
            width: parent.width
        }

        EscaleText {
            line: 34
            soft: true
            text: card.waiting
            visible: text !== "" && card.numero === ""
            width: parent.width
        }

        Banner {
            kind: "error"
            text: card.task
            visible: text !== ""
            width: parent.width
        }
    }
}
