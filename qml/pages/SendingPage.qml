// SPDX-License-Identifier: GPL-3.0-or-later
// Network and sending: what waits here, since when, and how much room is left. In très grand the
// people come on a second page.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserSendingViewModel sending: Parcours.adviser.sending
    property bool listing: false
    readonly property bool networkShown: !Theme.largeText || !listing
    readonly property bool listShown: (!Theme.largeText || listing) && sending.rows.length > 0
    readonly property real cell: Theme.largeText ? answer.width : (answer.width - 36) / 3

    answerTop: Math.max(Theme.portrait ? 178 : 92, titleTop + heading.height + 8)
    objectName: "envois-page"
    primaryIcon: ""
    primaryText: qsTr("Fermer")
    title: qsTr("Réseau et envois")
    titleTop: Theme.portrait ? 119 : 30

    footerStart: Row {
        spacing: 16

        EscaleText {
            soft: true
            text: page.sending.lastSending
            visible: !Theme.largeText
            width: page.answer.width - 300
        }

        SecondaryButton {
            accessibleName: page.listing ? page.title : qsTr("Personnes")
            icon: page.listing ? "reseau" : "personnes"
            objectName: "envois-personnes"
            text: page.listing ? "" : qsTr("Personnes")
            visible: Theme.largeText && page.sending.rows.length > 0

            onActivated: page.listing = !page.listing
        }

        SecondaryButton {
            icon: Theme.portrait ? "" : "suite"
            objectName: "autres-envois"
            text: qsTr("%n autres", "", page.sending.others)
            visible: Theme.largeText && page.listing && page.sending.others > 0

            onActivated: page.sending.showOthers()
        }
    }

    Binding {
        property: "perPage"
        target: page.sending
        value: Theme.largeText ? Math.floor(page.answer.height / (Theme.portrait ? 172 : Theme.rightToLeft ? 150 : 132)) : 4
    }

    Rectangle {
        id: state

        Accessible.name: page.sending.title + " " + page.sending.advice
        Accessible.role: Accessible.StaticText
        color: page.sending.online ? Theme.leafSoft : Theme.lampSoft
        height: Math.max(104, sentence.height + 30)
        radius: Theme.radiusCard
        visible: page.networkShown
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

    Grid {
        id: figures

        anchors.top: state.bottom
        anchors.topMargin: 16
        columns: Theme.largeText ? 1 : 3
        spacing: Theme.largeText ? 8 : 18
        visible: page.networkShown
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

    EscaleText {
        anchors.top: figures.bottom
        anchors.topMargin: 10
        soft: true
        text: page.sending.lastSending
        visible: Theme.largeText && page.networkShown && y + height <= page.answer.height
        width: parent.width
    }

    Plate {
        id: plate

        height: list.height
        visible: page.listShown
        width: parent.width
        y: Theme.largeText ? 0 : figures.y + figures.height + 16

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
        visible: !Theme.largeText && page.sending.others > 0

        onActivated: page.sending.showOthers()
    }
}
