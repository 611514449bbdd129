// SPDX-License-Identifier: GPL-3.0-or-later
// Three boxes, day, month, year; a box is left only when another is touched (no automatic advance).
// In:  day, month, year (text as typed); current (0 day, 1 month, 2 year); error (all boxes);
//      example (under the boxes); written (the date in words, shown in a banner; "" for none).
// Out: edited(day, month, year): the owner keeps them and gives them back; they are never set here.
// Keypad: insert(digits), erase() act on the current box.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: date

    property string day
    property string month
    property string year
    property int current: 0
    property bool error: false
    property string label: qsTr("Date")
    property string example: "<b>3</b> / <b>1</b> / <b>1982</b>"
    property string written

    readonly property var parts: [day, month, year]
    readonly property var names: [qsTr("Jour"), qsTr("Mois"), qsTr("Année")]

    property AnswerField writing

    signal edited(string day, string month, string year)

    function insert(letters: string): void {
        writing.insert(letters.replace(/[^0-9]/g, ""));
    }

    function erase(): void {
        writing.erase();
    }

    function change(index: int, text: string): void {
        const next = parts.slice();
        next[index] = text;
        edited(next[0], next[1], next[2]);
    }

    component DateBox: Column {
        id: box

        required property int index
        readonly property bool mine: date.current === index

        onMineChanged: if (mine)
            date.writing = field
        Component.onCompleted: if (mine)
            date.writing = field

        spacing: 9

        EscaleText {
            bold: true
            line: 34
            text: date.names[box.index]
        }

        AnswerField {
            id: field

            active: box.mine
            description: date.label
            digits: true
            error: date.error
            height: 91
            label: date.names[box.index]
            maximumLength: box.index === 2 ? 4 : 2
            objectName: ["jour", "mois", "annee"][box.index]
            text: date.parts[box.index]
            width: box.index === 2 ? 210 : 130

            onActivated: date.current = box.index
            onTextEdited: text => date.change(box.index, text)
        }
    }

    spacing: 18

    Row {
        LayoutMirroring.childrenInherit: false
        LayoutMirroring.enabled: Theme.rightToLeft
        anchors.left: parent.left
        spacing: 22

        Repeater {
            model: 3

            DateBox {
            }
        }
    }

    EscaleText {
        anchors.left: parent.left
        line: 34
        rich: true
        soft: true
        text: qsTr("Exemple : %1").arg(date.example)
        visible: date.example !== "" && !(Theme.portrait && date.written !== "")
    }

    Item {
        height: 1
        visible: date.written !== "" && !Theme.portrait
        width: 1
    }

    Banner {
        height: Math.max(Theme.portrait ? 64 : 96, implicitHeight)
        icon: "calendrier"
        iconSize: 56
        rich: true
        size: 30
        spokenPrivate: true
        text: qsTr("Vous écrivez : %1").arg("<b>" + date.written + "</b>")
        visible: date.written !== ""
        width: date.width
    }
}
