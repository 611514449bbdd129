// SPDX-License-Identifier: GPL-3.0-or-later
// The documents to give, for whom, what each brings, and where it stands.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceList pieces: Parcours.pieces
    // What a row is at least, with its gap: long words make it taller, then fewer are shown.
    readonly property real tallest: Theme.portrait ? tallestUpright : tallestAcross
    readonly property real rowHeight: tallest > leastRow + 10 ? tallest : leastRow
    readonly property real leastRow: Theme.portrait ? (Theme.largeText ? 240 : 145) : Theme.largeText ? (Theme.rightToLeft ? 160 : 150) : Theme.rightToLeft ? 112 : 95
    readonly property bool several: pieces.count > Math.floor((answer.height + 9) / rowHeight)

    property real tallestUpright: 0
    property real tallestAcross: 0

    function measure(): void {
        let most = 0;
        for (let i = 0; i < rows.count; ++i)
            most = Math.max(most, (rows.itemAt(i)?.height ?? 0) + list.spacing);
        if (Theme.portrait)
            tallestUpright = Math.max(tallestUpright, most);
        else
            tallestAcross = Math.max(tallestAcross, most);
    }

    answerTop: Math.max(Theme.portrait ? 296 : 200, belowHint())
    hint: pieces.sending !== "" ? pieces.sending : qsTr("Chaque document peut donner des points.")
    objectName: "documents"
    partIcon: "partie-documents"
    partName: Parcours.question.partName
    partNumber: 6
    secondaryName: "il-me-manque"
    secondaryText: pieces.lacking > 0 ? qsTr("Il me manque un document") : ""
    title: pieces.title

    onSecondary: Parcours.openAbsent()
    onWidthChanged: measuring.restart()

    // Once all the rows are laid out.
    Timer {
        id: measuring

        interval: 0

        onTriggered: page.measure()
    }

    Binding {
        property: "perPage"
        target: page.pieces
        value: Math.max(1, Math.floor((page.answer.height + 9 - (page.several ? (Theme.largeText ? 106 : 80) : 0)) / page.rowHeight))
    }

    Column {
        id: list

        spacing: Theme.largeText ? 4 : 9
        width: parent.width

        Repeater {
            id: rows

            model: page.pieces.rows

            onItemAdded: measuring.restart()

            PieceRow {
                required property int index
                required property var modelData

                buttonName: index === 0 ? "photographier" : "photographier:" + modelData.key
                piece: modelData
                width: parent.width

                onPhotograph: Parcours.openPhoto(modelData.key)
            }
        }

        SecondaryButton {
            icon: "suite"
            objectName: "voir-les-autres"
            small: true
            text: qsTr("Voir les autres documents (%1)").arg(page.pieces.others)
            visible: page.pieces.others > 0
            x: Theme.rightToLeft ? parent.width - width : 0

            onActivated: page.pieces.showOthers()
        }
    }
}
