// SPDX-License-Identifier: GPL-3.0-or-later
// The whole scene in reference px, scaled at once to the window; put it in the window, and the
// pages in it. Mirrors everything when Theme.rightToLeft.
// In: scaling (true). Children are laid out in stage.width x stage.height reference px.
import QtQuick

Item {
    id: stage

    // A window has no size before it is shown: every picture would be drawn for that scale first.
    property real windowWidth: parent && parent.width > 0 ? parent.width : 1280
    property real windowHeight: parent && parent.height > 0 ? parent.height : 800
    readonly property real factor: Math.max(0.1, Theme.scaleFor(windowWidth, windowHeight))

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Theme.rightToLeft
    height: windowHeight / factor
    scale: factor
    transformOrigin: Item.TopLeft
    width: windowWidth / factor

    Binding {
        property: "scale"
        target: Theme
        value: stage.factor
    }

    Binding {
        property: "portrait"
        target: Theme
        value: stage.windowHeight > stage.windowWidth
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
}
