// SPDX-License-Identifier: GPL-3.0-or-later
// A line that can be pressed as a whole: 86 + 5 high, more where its words take more lines.
// In:  icon; name; second; pillText, pillIcon, pillKind (a state at the end; "" for none);
//      spokenPrivate (it shows what the person answered).
// Out: activated().
import QtQuick

Pressable {
    id: row

    property string icon
    property string name
    property string second
    property string pillText
    property string pillIcon
    property string pillKind: "kept"
    property bool spokenPrivate: false

    accessibleDescription: second
    accessibleName: pillText === "" ? name : name + ", " + pillText
    readonly property real implicitTall: Math.max(86, words.height + (Theme.largeText ? 16 : 12)) + lip

    height: implicitTall
    radius: Theme.radiusCard

    Picto {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        name: row.icon
        size: 60
        visible: row.icon !== ""
        width: visible ? size : 0
    }

    Column {
        id: words

        anchors.left: picture.right
        anchors.leftMargin: 20
        anchors.right: pill.visible ? pill.left : parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter

        EscaleText {
            Accessible.ignored: true
            bold: true
            line: 36
            size: 28
            text: row.name
            width: parent.width
        }

        EscaleText {
            Accessible.ignored: true
            line: 30
            size: 24
            soft: true
            text: row.second
            visible: text !== ""
            width: parent.width
        }
    }

    Pill {
        id: pill

        Accessible.ignored: true
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        icon: row.pillIcon
        kind: row.pillKind
        // In très grand the pill is its picture.
        text: Theme.largeText ? "" : row.pillText
        visible: row.pillText !== ""
    }
}
