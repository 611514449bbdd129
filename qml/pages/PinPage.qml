// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN of the device: dots, never digits. Nothing of anybody is on screen before it.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserLockViewModel lock: Parcours.adviser.lock

    // The first sentence says what happens, the rest what to do.
    readonly property int cut: lock.error.search(/[.?]\s/)

    error: cut < 0 ? lock.error : lock.error.slice(0, cut + 1)
    errorText: cut < 0 ? "" : lock.error.slice(cut + 2)
    finishVisible: false
    focus: true
    logoVisible: true
    hint: qsTr("Il a 6 chiffres ou plus.")
    objectName: "pin-page"
    primaryIcon: ""
    primaryText: lock.busy ? qsTr("On ouvre…") : qsTr("Ouvrir")
    title: qsTr("Écrivez votre code.")
    titleIcon: ""

    Keys.onPressed: event => {
        event.accepted = event.text >= "0" && event.text <= "9";
        if (event.accepted)
            page.lock.type(event.text);
        else if (event.key === Qt.Key_Backspace)
            page.lock.erase();
    }
    Keys.onReturnPressed: page.lock.open()

    side: Keypad {
        onErased: page.lock.erase()
        onTyped: letters => page.lock.type(letters)
    }

    Rectangle {
        Accessible.description: page.hint
        Accessible.name: qsTr("Code, %n chiffres écrits", "", page.lock.count)
        Accessible.role: Accessible.StaticText
        border.color: page.error !== "" ? Theme.brick : Theme.sea
        border.width: page.error !== "" ? 5 : 4
        color: Theme.surface
        height: Math.max(96, dots.height + 44)
        objectName: "points-du-code"
        radius: Theme.radiusField
        width: parent.width

        Flow {
            id: dots

            anchors.verticalCenter: parent.verticalCenter
            spacing: 12
            width: parent.width - 52
            x: 26

            Repeater {
                model: page.lock.count

                Rectangle {
                    color: Theme.ink
                    height: 26
                    radius: 13
                    width: 26
                }
            }
        }
    }

    Row {
        spacing: 16
        visible: page.lock.busy
        y: 120

        Picto {
            name: "cadenas"
            size: 52
        }

        EscaleText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("On ouvre…")
        }
    }
}
