// SPDX-License-Identifier: GPL-3.0-or-later
// The town at the foot of the first page. Width and height follow the drawing; decorative.
import QtQuick

Item {
    id: city

    readonly property int drawnWidth: Theme.portrait ? 800 : 1112
    readonly property int drawnHeight: Theme.portrait ? 190 : 210

    Accessible.ignored: true
    clip: true
    height: drawnHeight
    visible: !Theme.highContrast
    width: drawnWidth

    Image {
        fillMode: Image.PreserveAspectCrop
        height: parent.height
        source: "qrc:/qt/qml/Escale/Ui/pictograms/illustrations/ville-" + city.drawnWidth + ".svg"
        // Not from the width, which passes through others while the page is made: each would be drawn.
        sourceSize.width: Math.round(city.drawnWidth * Theme.scale)
        verticalAlignment: Image.AlignBottom
        width: parent.width
    }
}
