// SPDX-License-Identifier: GPL-3.0-or-later
// Picture and words in the middle of a button, in one row, mirrored right to left.
// In: text, icon (name), iconEnd (picture after the words), iconSize, size, line, color, on, spacing,
//     endShift (px towards the end).
import QtQuick

Row {
    id: row

    property string text
    property string icon
    property bool iconEnd: false
    property real iconSize: 36
    property real size: 28
    property real line: 34
    property color color: Theme.ink
    property string on: "page"
    property real roomWidth: 0
    property real endShift: 0

    // px of the words on one line.
    readonly property real natural: measured.implicitWidth

    anchors.centerIn: parent
    anchors.horizontalCenterOffset: Theme.rightToLeft ? -endShift : endShift
    layoutDirection: iconEnd ? Qt.RightToLeft : Qt.LeftToRight
    spacing: 16

    Picto {
        anchors.verticalCenter: parent.verticalCenter
        name: row.icon
        on: row.on
        size: row.iconSize
        visible: row.icon !== ""
    }

    // What the words ask for. Words that may wrap must not measure themselves: what they ask for
    // changes as their size does.
    Text {
        id: measured

        font.bold: true
        font.hintingPreference: Font.PreferVerticalHinting
        font.pixelSize: Theme.textSize(row.size)
        text: row.text
        visible: false
    }

    EscaleText {
        Accessible.ignored: true
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        color: row.color
        horizontalAlignment: row.icon === "" ? Text.AlignHCenter : Text.AlignLeft
        lift: true
        line: row.line
        size: row.size
        text: row.text
        width: row.roomWidth > 0 ? Math.min(row.natural, row.roomWidth - (row.icon === "" ? 0 : row.iconSize + row.spacing)) : row.natural
    }
}
