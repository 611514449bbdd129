// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the top start of a page in portrait: Retour, or the sign. Drawn by PageFrame.
// In: backVisible, logoVisible.   Out: back().
import QtQuick

Item {
    id: top

    property bool backVisible: true
    property bool logoVisible: false

    signal back

    SecondaryButton {
        height: 70 + lip
        icon: "retour"
        small: true
        objectName: "retour"
        text: qsTr("Retour")
        visible: top.backVisible && !top.logoVisible
        width: Math.max(180, implicit)
        x: Theme.rightToLeft ? top.width - width : 0
        y: 27

        onActivated: top.back()
    }

    Logo {
        overNight: false
        visible: top.logoVisible
        x: Theme.rightToLeft ? top.width - width : 0
        y: 36
    }
}
