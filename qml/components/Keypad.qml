// SPDX-License-Identifier: GPL-3.0-or-later
// Digits: 3 columns of 124 x 96, 0 double width, erase at the end. Left to right everywhere.
// In: flat (two rows, where the page has little height).
// Out: typed(letters), erased().
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: pad

    property bool flat: false

    readonly property bool spoken: false
    readonly property real keyWidth: flat ? 108 : 124
    readonly property real keyHeight: Theme.portrait ? 84 : 96
    // Height when it is not flat.
    readonly property real upright: 4 * (keyHeight + Theme.lip) + 3 * rowSpacing

    signal typed(string letters)
    signal erased

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    columnSpacing: 16
    columns: flat ? 6 : 3
    height: flat ? 2 * (keyHeight + Theme.lip) + rowSpacing : upright
    rowSpacing: 15
    width: columns * keyWidth + (columns - 1) * columnSpacing

    Repeater {
        model: 9

        Key {
            required property int index

            digit: true
            height: pad.keyHeight + lip
            objectName: "pave:" + (index + 1)
            text: (index + 1).toString()
            width: pad.keyWidth

            onActivated: pad.typed(text)
        }
    }

    Item {
        height: pad.keyHeight + Theme.lip
        width: pad.keyWidth

        Key {
            digit: true
            height: pad.keyHeight + lip
            objectName: "pave:0"
            text: "0"
            width: 2 * pad.keyWidth + pad.columnSpacing

            onActivated: pad.typed(text)
        }
    }

    Item {
        height: pad.keyHeight + Theme.lip
        width: pad.keyWidth
    }

    Key {
        digit: true
        height: pad.keyHeight + lip
        functionKey: true
        icon: "effacer-lettre"
        name: qsTr("Effacer un chiffre")
        objectName: "pave:effacer"
        width: pad.keyWidth

        onActivated: pad.erased()
    }
}
