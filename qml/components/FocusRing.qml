// SPDX-License-Identifier: GPL-3.0-or-later
// The ring around what has the focus: 4 px wide, 5 px away. In: target, corner (its radius).
import QtQuick

Rectangle {
    id: ring

    required property Item target
    property real corner: Theme.radiusButton
    property bool overNight: false

    anchors.fill: target
    anchors.margins: -(Theme.ringGap + Theme.ringWidth)
    border.color: overNight ? Theme.focusOnNight : Theme.focus
    border.width: Theme.ringWidth
    color: "transparent"
    radius: corner + Theme.ringGap + Theme.ringWidth
    visible: target.activeFocus
    z: 2
}
