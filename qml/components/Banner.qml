// SPDX-License-Identifier: GPL-3.0-or-later
// Something to read, apart from the rest: 64 px high at least. It cannot be pressed.
// In: kind ("info", "warm", "error", "trial"); text (rich allowed with rich: true); first (first
//     words, Bold, in brick for an error); firstLine (first words on their own line); icon;
//     size (26); spokenPrivate (see EscaleText). Content can be replaced by children.
import QtQuick

Rectangle {
    id: banner

    property string kind: "info"
    property string text
    property string first
    property bool firstLine: false
    property bool rich: false
    property bool bold: false
    property bool spokenPrivate: false
    property real size: firstLine || bold ? 28 : 26
    property real iconSize: kind === "info" || kind === "warm" ? 52 : 48
    property string icon: kind === "info" || kind === "warm" ? "lampe" : "attention"

    readonly property bool isError: kind === "error"

    function escaped(words: string): string {
        return words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    }

    Accessible.name: (first + " " + text).replace(/<[^>]*>/g, "").trim()
    Accessible.role: isError ? Accessible.AlertMessage : Accessible.StaticText
    border.color: Theme.brick
    border.width: isError ? 3 : 0
    color: kind === "info" ? Theme.foam : kind === "warm" ? Theme.lampSoft : isError ? Theme.brickSoft : Theme.plate
    implicitHeight: Math.max(64, words.height + (firstLine ? 40 : 30))
    radius: Theme.radiusButton

    DashedFrame {
        anchors.fill: parent
        radius: banner.radius
        visible: banner.kind === "trial"
    }

    Picto {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: banner.firstLine ? 26 : 24
        anchors.verticalCenter: parent.verticalCenter
        name: banner.icon
        on: banner.isError ? "brick" : "page"
        size: banner.iconSize + (banner.firstLine ? 16 : 0)
    }

    Column {
        id: words

        anchors.left: picture.right
        anchors.leftMargin: banner.firstLine ? 19 : 14
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter

        EscaleText {
            Accessible.ignored: true
            bold: true
            color: banner.isError ? Theme.brick : Theme.ink
            line: 42
            size: 32
            text: banner.first
            visible: banner.firstLine && banner.first !== ""
            width: parent.width
        }

        EscaleText {
            readonly property string start: banner.firstLine || banner.first === "" ? "" : "<font color=\"" + (banner.isError ? Theme.brick : Theme.ink) + "\"><b>" + banner.escaped(banner.first) + "</b></font> "

            Accessible.ignored: true
            bold: banner.bold
            rich: true
            line: Math.round(banner.size * 1.3)
            size: banner.size
            text: start + (banner.rich ? banner.text : banner.escaped(banner.text))
            visible: text !== ""
            width: parent.width
        }
    }
}
