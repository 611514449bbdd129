// SPDX-License-Identifier: GPL-3.0-or-later
// What is going to happen, how long it takes, what to have at hand.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var steps: [["partie-vous", qsTr("Répondre"), qsTr("Des questions sur vous et votre famille."), 25], ["photographier", qsTr("Photographier"), qsTr("Une photo de votre carte d’identité."), 5], ["points", qsTr("Voir"), qsTr("Vos points et vos démarches."), 5]]
    readonly property var wanted: [["doc-identite", qsTr("Carte d’identité\nou titre de séjour")], ["doc-impots", qsTr("Avis d’impôt")], ["doc-livret", qsTr("Livret de famille")]]

    answerTop: Theme.portrait ? 300 : 172
    hint: qsTr("Environ 35 minutes. Vous pouvez vous arrêter.")
    continues: false
    objectName: "accueil"
    primaryText: qsTr("Commencer")
    title: qsTr("Demander un logement social")
    titleLine: Theme.rightToLeft ? 62 : 58
    titleSize: 48
    titleTop: Theme.portrait ? 119 : 32

    onPrimary: Parcours.begin()

    Rectangle {
        color: Theme.stopDone
        height: 6
        visible: !Theme.portrait
        width: steps.cell * 2
        x: Theme.rightToLeft ? parent.width - 66 - width : 66
        y: 63
    }

    Grid {
        id: steps

        readonly property real cell: Theme.portrait ? parent.width : (parent.width - 24) / 3 + 12

        anchors.left: parent.left
        columnSpacing: 12
        columns: Theme.portrait ? 1 : 3
        rowSpacing: 8

        Repeater {
            model: page.steps

            WelcomeStep {
                required property var modelData

                icon: modelData[0]
                minutes: modelData[3]
                text: modelData[2]
                title: modelData[1]
                width: steps.cell - 24
            }
        }
    }

    Plate {
        height: 148
        visible: !Theme.portrait
        width: parent.width
        y: parent.height - height

        Column {
            anchors.left: parent.left
            anchors.leftMargin: 30
            anchors.verticalCenter: parent.verticalCenter
            width: 390

            EscaleText {
                bold: true
                text: qsTr("Ayez avec vous, si possible :")
                width: parent.width
            }

            EscaleText {
                line: 34
                soft: true
                text: qsTr("Il vous manque un document ?\nCommencez quand même.")
                width: parent.width
            }
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8

            Repeater {
                model: page.wanted

                Column {
                    id: document

                    required property var modelData

                    width: document.modelData[0] === "doc-identite" ? 236 : 170

                    Picto {
                        anchors.horizontalCenter: parent.horizontalCenter
                        name: document.modelData[0]
                        size: 58
                    }

                    EscaleText {
                        horizontalAlignment: Text.AlignHCenter
                        line: 30
                        size: 24
                        text: document.modelData[1]
                        width: parent.width
                    }
                }
            }
        }
    }
}
