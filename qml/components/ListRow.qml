// SPDX-License-Identifier: GPL-3.0-or-later
// A line with its actions at the end; itself it is only read.
// In:  icon; iconSize (64); name (Bold); second (small, under); fault (first words of the second
//      line, in brick); rich (name holds <b>: then it is Regular); note (in the middle: "Toujours
//      demandé"); points (in the middle: "10 points" with its disc; -1 for none);
//      nameSize (28); secondSize; textStart (104); endMargin (18); separator (hairline under it, for rows of one plate);
//      spokenPrivate (it shows what the person answered).
// Children are the actions, in a row at the end.
import QtQuick

Rectangle {
    id: row

    property string icon
    property real iconSize: 64
    property string name
    property string second
    property string fault
    property string note
    property int points: -1
    property bool rich: false
    property real nameSize: 28
    property bool separator: false
    property bool spokenPrivate: false
    property real textStart: 104
    property real endMargin: 18
    property real secondSize: nameSize > 28 ? 26 : 24

    readonly property bool narrow: Theme.portrait
    readonly property real middle: narrow ? textStart : 516
    // Upright, wide actions go under the words.
    readonly property bool below: narrow && actionRow.width > width * 0.55
    readonly property real beside: below ? 0 : actionRow.width
    readonly property bool hasMiddle: note !== "" || points >= 0
    // Where the actions leave no room in the middle, it goes under the words.
    readonly property bool middleUnder: hasMiddle && (narrow || middle + middleTag.natural + 16 > width - endMargin - actionRow.width)
    readonly property string faultText: fault === "" ? "" : "<font color=\"" + Theme.brick + "\"><b>" + fault + "</b></font>" + (second === "" ? "" : ", ")
    default property alias actions: actionRow.data

    Accessible.name: (name + (fault + second === "" ? "" : ", " + fault + " " + second) + (note === "" ? "" : ", " + note)).replace(/<[^>]*>/g, "")
    Accessible.role: Accessible.ListItem
    color: Theme.plate
    implicitHeight: Math.max(narrow && hasMiddle ? 128 : 88, words.height + 20 + (below ? actionRow.height + 12 : 0))
    radius: separator ? 0 : Theme.radiusCard

    Picto {
        anchors.left: parent.left
        anchors.leftMargin: (row.textStart - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        name: row.icon
        size: row.iconSize
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: row.textStart
        width: (row.hasMiddle && !row.middleUnder ? row.middle : row.width - row.beside - 30) - row.textStart - 8
        y: row.below ? 10 : (parent.height - height) / 2

        EscaleText {
            bold: !row.rich
            line: 38
            rich: row.rich
            size: row.nameSize
            text: row.name
            width: parent.width
        }

        EscaleText {
            line: 32
            rich: row.fault !== ""
            size: row.secondSize
            soft: true
            text: row.faultText + row.second
            visible: text !== ""
            width: parent.width
        }

        PointsTag {
            note: row.note
            points: row.points
            visible: row.middleUnder
        }
    }

    PointsTag {
        id: middleTag

        anchors.left: parent.left
        anchors.leftMargin: row.middle
        anchors.verticalCenter: parent.verticalCenter
        note: row.note
        points: row.points
        visible: row.hasMiddle && !row.middleUnder
    }

    Row {
        id: actionRow

        anchors.right: parent.right
        anchors.rightMargin: row.endMargin
        spacing: 18
        y: row.below ? parent.height - height - 12 : (parent.height - height) / 2
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 2
        visible: row.separator
        width: parent.width
    }
}
