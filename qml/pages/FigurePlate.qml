// SPDX-License-Identifier: GPL-3.0-or-later
// A number and what it counts, to be read. In: figure; text.
import QtQuick

Plate {
    id: plate

    property int figure: 0
    property string text

    Accessible.name: figure + " " + text
    Accessible.role: Accessible.StaticText
    // In très grand it takes the width of the page.
    readonly property bool upright: Theme.portrait && !Theme.largeText

    height: upright ? 150 : Theme.largeText ? 78 : 96

    Grid {
        anchors.left: parent.left
        anchors.leftMargin: 22
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: 18
        columns: plate.upright ? 1 : 2
        verticalItemAlignment: Grid.AlignVCenter
        width: parent.width - 44

        EscaleText {
            id: number

            Accessible.ignored: true
            bold: true
            line: 60
            ltr: true
            size: 50
            text: plate.figure.toString()
        }

        EscaleText {
            Accessible.ignored: true
            line: 30
            size: 24
            text: plate.text
            width: plate.upright ? parent.width : parent.width - number.width - 18
        }
    }
}
