// SPDX-License-Identifier: GPL-3.0-or-later
// The tick on the end top corner of a chosen answer. In: shown.
import QtQuick

Rectangle {
    id: disc

    property bool shown: false

    border.color: Theme.ground
    border.width: 4
    color: Theme.sea
    height: 48
    opacity: shown ? 1 : 0
    radius: 24
    visible: opacity > 0
    width: 48

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.tickMs
        }
    }

    Picto {
        anchors.centerIn: parent
        name: "tick"
        on: "sea"
        size: 32
    }
}
