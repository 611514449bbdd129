// SPDX-License-Identifier: GPL-3.0-or-later
// A dashed outline, 3 px, for what is only a trial. In: radius.
import QtQuick

Canvas {
    id: frame

    property real radius: Theme.radiusButton
    property color colour: Theme.edge

    Accessible.ignored: true

    onColourChanged: requestPaint()
    onPaint: {
        const context = getContext("2d");
        context.reset();
        context.strokeStyle = colour;
        context.lineWidth = 3;
        context.setLineDash([2.4, 1.6]);
        context.roundedRect(1.5, 1.5, width - 3, height - 3, radius, radius);
        context.stroke();
    }
}
