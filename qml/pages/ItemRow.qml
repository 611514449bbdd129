// SPDX-License-Identifier: GPL-3.0-or-later
// One item of a list that can be changed: who or what it is, and its actions. The row grows with
// its words; in portrait and « très grand » the actions stand under them.
// In: icon, or rank (its place in an order, 0: none); name; second; spokenPrivate (it shows what the
//     person answered).   Children are the actions.
import QtQuick

Rectangle {
    id: row

    property string icon
    property int rank: 0
    property string name
    property string second
    property bool spokenPrivate: true

    readonly property bool under: Theme.portrait || Theme.largeText
    readonly property real start: 100
    default property alias actions: actionRow.data

    Accessible.name: (rank > 0 ? rank + ", " : "") + name + (second === "" ? "" : ", " + second)
    Accessible.role: Accessible.ListItem
    color: Theme.plate
    height: under ? words.height + actionRow.height + 36 : Math.max(100, words.height + 24)
    radius: Theme.radiusCard

    Picto {
        anchors.left: parent.left
        anchors.leftMargin: (row.start - width) / 2
        name: row.icon
        size: 64
        visible: row.rank === 0
        y: row.under ? 14 : (row.height - height) / 2
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: (row.start - width) / 2
        color: Theme.sea
        height: 60
        radius: 30
        visible: row.rank > 0
        width: 60
        y: row.under ? 14 : (row.height - height) / 2

        EscaleText {
            Accessible.ignored: true
            anchors.centerIn: parent
            bold: true
            color: Theme.inkSea
            horizontalAlignment: Text.AlignHCenter
            lift: true
            line: 38
            size: 30
            text: row.rank
            width: parent.width
        }
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: row.start
        width: row.width - row.start - (row.under ? 22 : actionRow.width + 44)
        y: row.under ? 12 : (row.height - height) / 2

        EscaleText {
            bold: true
            line: 38
            size: 30
            text: row.name
            width: parent.width
        }

        EscaleText {
            line: 34
            size: 26
            soft: true
            text: row.second
            visible: text !== ""
            width: parent.width
        }
    }

    Row {
        id: actionRow

        anchors.right: parent.right
        anchors.rightMargin: 22
        spacing: 18
        y: row.under ? words.y + words.height + 10 : (row.height - height) / 2
    }
}
