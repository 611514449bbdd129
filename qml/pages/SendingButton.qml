// SPDX-License-Identifier: GPL-3.0-or-later
// Network and what waits, in two short lines at the top end of the list; in très grand, what waits.
// In: sending.   Out: activated().
import QtQuick
import Escale.Client

Pressable {
    id: button

    required property AdviserSendingViewModel sending

    accessibleDescription: sending.shortCount
    accessibleName: sending.shortState
    height: 70 + lip
    objectName: "envois"
    width: words.width + 44

    Row {
        id: words

        anchors.centerIn: parent
        spacing: 14

        Picto {
            anchors.verticalCenter: parent.verticalCenter
            name: button.sending.online ? "reseau" : "reseau-absent"
            size: 40
        }

        Column {
            EscaleText {
                Accessible.ignored: true
                line: 30
                size: 24
                soft: true
                text: button.sending.shortState
                visible: !Theme.largeText
            }

            EscaleText {
                Accessible.ignored: true
                bold: true
                line: 30
                size: 24
                text: button.sending.shortCount
            }
        }
    }
}
