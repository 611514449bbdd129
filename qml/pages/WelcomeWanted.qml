// SPDX-License-Identifier: GPL-3.0-or-later
// What to have at hand, if possible. One plate; the documents beside the words, under in portrait.
// In: room (px; when it is short, only what is needed is said).
pragma ComponentBehavior: Bound
import QtQuick

Plate {
    id: plate

    property real room: 1000

    readonly property var wanted: [["doc-identite", qsTr("Carte d’identité\nou titre de séjour")], ["doc-impots", qsTr("Avis d’impôt")], ["doc-livret", qsTr("Livret de famille")]]
    // The documents under the words.
    readonly property bool upright: Theme.portrait || Theme.largeText
    readonly property real edge: Theme.largeText ? 10 : 18
    readonly property real below: documents.height + (Theme.largeText ? 20 : 44)
    // Height with only what is needed.
    readonly property real least: upright ? first.height + below : height
    readonly property bool brief: upright && first.height + second.height + below > room

    function widthOf(document: string): real {
        const wide = document === "doc-identite";
        if (Theme.largeText)
            return (width - 60) * (wide ? 0.42 : 0.29);
        return wide ? 236 : upright ? 204 : 184;
    }

    height: upright ? words.height + below : Math.max(words.height, documents.height) + 20

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 30
        width: plate.upright ? parent.width - 60 : 390
        y: plate.upright ? plate.edge : (parent.height - height) / 2

        EscaleText {
            id: first

            bold: true
            text: qsTr("Ayez avec vous, si possible :")
            width: parent.width
        }

        EscaleText {
            id: second

            line: 34
            soft: true
            text: qsTr("Il vous manque un document ?\nCommencez quand même.")
            visible: !plate.brief
            width: parent.width
        }
    }

    Row {
        id: documents

        anchors.right: parent.right
        anchors.rightMargin: plate.upright ? 20 : 12
        spacing: Theme.largeText ? 10 : plate.upright ? 24 : 8
        y: plate.upright ? words.height + (Theme.largeText ? plate.edge : 32) : (parent.height - height) / 2

        Repeater {
            model: plate.wanted

            Column {
                id: document

                required property var modelData

                width: plate.widthOf(document.modelData[0])

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
