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
        sourceSize.height: Math.round(city.drawnHeight * width / city.drawnWidth * Theme.scale)
        sourceSize.width: Math.round(width * Theme.scale)
        verticalAlignment: Image.AlignBottom
        width: parent.width
    }
}
