// SPDX-License-Identifier: GPL-3.0-or-later
// Under a list: add one more, and see the others. When the list is full, it is said in words.
// In:  addText ("": the list is full), addIcon, addName; fullText; othersShown.
// Out: add(), others().
import QtQuick

Grid {
    id: footer

    property string addText
    property string addIcon
    property string addName
    property string fullText
    property bool othersShown: false

    readonly property real part: othersShown && columns === 2 ? (width - columnSpacing) / 2 : width
    readonly property real tall: Theme.largeText ? 92 : 83

    signal add
    signal others

    columnSpacing: 18
    columns: Theme.largeText ? 1 : 2
    rowSpacing: 12

    SecondaryButton {
        height: footer.tall + lip
        icon: footer.addIcon
        maximumWidth: width
        objectName: footer.addName
        text: footer.addText
        visible: text !== ""
        width: footer.part

        onActivated: footer.add()
    }

    Banner {
        height: footer.tall
        kind: "info"
        text: footer.fullText
        visible: footer.addText === ""
        width: footer.part
    }

    SecondaryButton {
        height: footer.tall + lip
        icon: "suite"
        maximumWidth: width
        objectName: "voir-les-autres"
        text: qsTr("Voir les autres")
        visible: footer.othersShown
        width: footer.part

        onActivated: footer.others()
    }
}
