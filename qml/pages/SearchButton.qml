// SPDX-License-Identifier: GPL-3.0-or-later
// « Chercher un nom »: opens the keyboard; with a name in it, a cross takes it away.
// In: search.   Out: activated(), erased().
import QtQuick

Item {
    id: box

    property string search

    signal activated
    signal erased

    height: (Theme.largeText ? 76 : 66) + Theme.lip

    Pressable {
        accessibleName: label.text
        height: parent.height
        objectName: "chercher"
        radius: Theme.radiusField
        width: cross.visible ? parent.width - cross.width - 12 : parent.width
        x: Theme.rightToLeft ? parent.width - width : 0

        onActivated: box.activated()

        Picto {
            id: glass

            anchors.left: parent.left
            anchors.leftMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            name: "loupe"
            size: 40
        }

        EscaleText {
            id: label

            Accessible.ignored: true
            anchors.left: glass.right
            anchors.leftMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            bold: box.search !== ""
            clip: true
            lift: true
            maximumLineCount: 1
            text: box.search === "" ? qsTr("Chercher un nom") : box.search
        }
    }

    SecondaryButton {
        id: cross

        accessibleName: qsTr("Effacer le nom")
        height: parent.height
        icon: "croix"
        objectName: "effacer-recherche"
        small: true
        visible: box.search !== ""
        width: 76
        x: Theme.rightToLeft ? 0 : parent.width - width

        onActivated: box.erased()
    }
}
