// SPDX-License-Identifier: GPL-3.0-or-later
// A state in a picture and a word, 48 high. It cannot be pressed, hence no edge.
// In: text; icon; kind ("draft": En cours, "kept": Gardée, "sent": Envoyée, "decide": À décider).
import QtQuick

Rectangle {
    id: pill

    property string text
    property string icon
    property string kind: "kept"

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    border.color: Theme.edge
    border.width: Theme.highContrast ? 2 : 0
    color: Theme.highContrast ? Theme.surface : kind === "draft" ? Theme.lampSoft : kind === "sent" ? Theme.leafSoft : kind === "decide" ? Theme.brickSoft : Theme.foam
    implicitHeight: Theme.largeText ? 64 : 48
    implicitWidth: row.width + 30
    radius: height / 2

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            name: pill.icon
            on: pill.kind === "sent" && pill.icon === "tick" ? "leaf" : "page"
            size: pill.icon === "tick" ? 28 : 32
            visible: pill.icon !== ""
        }

        EscaleText {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            bold: true
            color: pill.kind === "sent" ? Theme.leaf : pill.kind === "decide" ? Theme.brick : Theme.ink
            line: 30
            size: 24
            text: pill.text
            visible: text !== ""
        }
    }
}
