// SPDX-License-Identifier: GPL-3.0-or-later
// A square code to photograph, dark on light in both themes, never mirrored.
// In: rows: array of strings of "0" and "1", all as long as there are rows; side (204).
import QtQuick

Rectangle {
    id: drawing

    property var rows: []
    property real side: 204

    Accessible.name: qsTr("Code à photographier")
    Accessible.role: Accessible.Graphic
    color: Theme.codeLight
    height: width
    width: side + 16

    Canvas {
        id: canvas

        property var rows: drawing.rows

        anchors.centerIn: parent
        height: drawing.side
        width: drawing.side

        onPaint: {
            const context = getContext("2d");
            const n = rows.length;
            const edge = i => Math.round(i * width / n);
            context.reset();
            context.fillStyle = Theme.codeDark;
            for (let y = 0; y < n; ++y)
                for (let x = 0; x < n; ++x)
                    if (rows[y][x] === "1")
                        context.fillRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y));
        }
        onRowsChanged: requestPaint()
    }
}
