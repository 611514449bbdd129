// SPDX-License-Identifier: GPL-3.0-or-later
// What to have at hand, if possible. One plate; the documents beside the words, under in portrait.
pragma ComponentBehavior: Bound
import QtQuick

Plate {
    id: plate

    readonly property var wanted: [["doc-identite", qsTr("Carte d’identité\nou titre de séjour")], ["doc-impots", qsTr("Avis d’impôt")], ["doc-livret", qsTr("Livret de famille")]]
    readonly property bool upright: Theme.portrait

    height: upright ? words.height + documents.height + 44 : Math.max(words.height, documents.height) + 20

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 30
        width: plate.upright ? parent.width - 60 : 390
        y: plate.upright ? 18 : (parent.height - height) / 2

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
        id: documents

        anchors.right: parent.right
        anchors.rightMargin: plate.upright ? 20 : 12
        spacing: plate.upright ? 24 : 8
        y: plate.upright ? words.height + 32 : (parent.height - height) / 2

        Repeater {
            model: plate.wanted

            Column {
                id: document

                required property var modelData

                width: document.modelData[0] === "doc-identite" ? 236 : plate.upright ? 204 : 184

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
