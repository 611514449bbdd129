// SPDX-License-Identifier: GPL-3.0-or-later
// One white corner of the target of the camera. In: atEnd, atBottom (which corner it is).
import QtQuick

Item {
    id: mark

    property bool atEnd: false
    property bool atBottom: false

    height: 72
    width: 72

    Rectangle {
        color: Theme.inkNight
        height: 9
        radius: 4
        width: parent.width
        y: mark.atBottom ? parent.height - height : 0
    }

    Rectangle {
        color: Theme.inkNight
        height: parent.height
        radius: 4
        width: 9
        x: mark.atEnd ? parent.width - width : 0
    }
}
