// SPDX-License-Identifier: GPL-3.0-or-later
// One document of the list.
// In: piece: {picto, name, whose, fault, points, note, state, stateLabel, stateIcon, stateKind, wanted}.
//     buttonName: of its button.   Out: photograph().
import QtQuick

ListRow {
    id: row

    required property var piece
    property string buttonName: "photographier"

    signal photograph

    fault: piece.fault
    height: Math.max(Theme.portrait ? 128 : 88, implicitHeight)
    icon: piece.picto
    name: piece.name
    note: piece.note
    points: piece.points
    second: piece.whose
    spokenPrivate: true

    // In très grand the picture alone: the words of the document need the width.
    PrimaryButton {
        accessibleName: qsTr("Photographier")
        icon: "photographier"
        iconStart: true
        objectName: row.buttonName
        small: true
        text: row.piece.state === "prise" ? qsTr("Voir les pages") : Theme.largeText ? "" : qsTr("Photographier")
        visible: row.piece.wanted && row.piece.fault === "" && row.piece.state !== "absente"

        onActivated: row.photograph()
    }

    SecondaryButton {
        icon: row.piece.state === "absente" ? "photographier" : "recommencer"
        objectName: "refaire"
        small: true
        text: row.piece.state === "absente" ? qsTr("Je l’ai") : qsTr("Refaire")
        visible: row.piece.wanted && (row.piece.fault !== "" || row.piece.state === "absente")

        onActivated: row.photograph()
    }

    Pill {
        icon: row.piece.stateIcon
        kind: row.piece.stateKind
        text: row.piece.stateLabel
        visible: !row.piece.wanted
    }
}
