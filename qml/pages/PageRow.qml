// SPDX-License-Identifier: GPL-3.0-or-later
// One page taken, with its small picture. In: label, note, picture (url), movable. Out: raise(), retake(), remove().
import QtQuick

Rectangle {
    id: row

    property string label
    property string note
    property url picture
    property bool movable: false

    readonly property bool under: Theme.portrait || Theme.largeText

    signal raise
    signal retake
    signal remove

    Accessible.name: label + (note === "" ? "" : ", " + note)
    Accessible.role: Accessible.ListItem
    color: Theme.plate
    height: under ? Math.max(words.height, 100) + actions.height + 40 : Math.max(124, words.height + 24)
    radius: Theme.radiusCard

    Image {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: 20
        cache: false
        fillMode: Image.PreserveAspectFit
        height: 100
        source: row.picture
        width: 100
        y: 12
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 140
        anchors.right: parent.right
        anchors.rightMargin: row.under ? 20 : actions.width + 40
        y: row.under ? 14 : (row.height - height) / 2

        EscaleText {
            bold: true
            line: 38
            size: 30
            text: row.label
            width: parent.width
        }

        EscaleText {
            line: 34
            size: 24
            soft: true
            text: row.note
            visible: text !== ""
            width: parent.width
        }
    }

    Row {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: 20
        spacing: 14
        y: row.under ? row.height - height - 16 : (row.height - height) / 2

        SecondaryButton {
            icon: "monter"
            objectName: "monter"
            small: true
            text: qsTr("Monter")
            visible: row.movable

            onActivated: row.raise()
        }

        SecondaryButton {
            icon: "recommencer"
            objectName: "refaire"
            small: true
            text: qsTr("Refaire")

            onActivated: row.retake()
        }

        SecondaryButton {
            icon: "enlever"
            objectName: "enlever"
            small: true
            text: qsTr("Enlever")

            onActivated: row.remove()
        }
    }
}
