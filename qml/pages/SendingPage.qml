// SPDX-License-Identifier: GPL-3.0-or-later
// Network and sending: what waits here, since when, and how much room is left.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserSendingViewModel sending: Parcours.adviser.sending
    readonly property real cell: (answer.width - 36) / 3

    answerTop: Theme.portrait ? 178 : 92
    objectName: "envois-page"
    primaryIcon: ""
    primaryText: qsTr("Fermer")
    title: qsTr("Réseau et envois")
    titleTop: Theme.portrait ? 119 : 30

    footerStart: EscaleText {
        soft: true
        text: page.sending.lastSending
        width: page.answer.width - 300
    }

    Rectangle {
        id: state

        Accessible.name: page.sending.title + " " + page.sending.advice
        Accessible.role: Accessible.StaticText
        color: page.sending.online ? Theme.leafSoft : Theme.lampSoft
        height: Math.max(104, sentence.height + 30)
        radius: Theme.radiusCard
        width: parent.width

        Picto {
            id: picture

            anchors.left: parent.left
            anchors.leftMargin: 24
            anchors.verticalCenter: parent.verticalCenter
            name: page.sending.online ? "reseau" : "reseau-absent"
            size: 60
        }

        Column {
            id: sentence

            anchors.left: picture.right
            anchors.leftMargin: 16
            anchors.right: again.left
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter

            EscaleText {
                Accessible.ignored: true
                bold: true
                line: 34
                text: page.sending.title
                width: parent.width
            }

            EscaleText {
                Accessible.ignored: true
                line: 34
                text: page.sending.advice
                width: parent.width
            }
        }

        SecondaryButton {
            id: again

            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            icon: "recommencer"
            objectName: "reessayer"
            small: true
            text: qsTr("Réessayer")

            onActivated: Parcours.adviser.retrySending()
        }
    }

    Row {
        id: figures

        anchors.top: state.bottom
        anchors.topMargin: 16
        spacing: 18
        width: parent.width

        Repeater {
            model: [[page.sending.waitingPeople, qsTr("demandes gardées")], [page.sending.waitingPages, qsTr("documents à envoyer")], [page.sending.photosLeft, qsTr("photos encore possibles")]]

            FigurePlate {
                required property var modelData

                figure: modelData[0]
                text: modelData[1]
                width: page.cell
            }
        }
    }

    Plate {
        id: plate

        anchors.top: figures.bottom
        anchors.topMargin: 16
        height: list.height
        visible: page.sending.rows.length > 0
        width: parent.width

        Column {
            id: list

            width: parent.width

            Repeater {
                id: rows

                model: page.sending.rows

                SendingRow {
                    required property int index
                    required property var modelData

                    row: modelData
                    separator: index + 1 < rows.count
                    width: list.width
                }
            }
        }
    }

    SecondaryButton {
        anchors.left: parent.left
        anchors.top: plate.bottom
        anchors.topMargin: 10
        icon: "suite"
        objectName: "autres-envois"
        small: true
        text: qsTr("Voir les %n autres", "", page.sending.others)
        visible: page.sending.others > 0

        onActivated: page.sending.showOthers()
    }
}
