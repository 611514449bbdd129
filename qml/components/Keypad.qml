// SPDX-License-Identifier: GPL-3.0-or-later
// Digits: 3 columns of 124 x 96, 0 double width, erase at the end. Left to right everywhere.
// In: nothing.
// Out: typed(letters), erased().
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: pad

    readonly property bool spoken: false
    readonly property real keyHeight: Theme.portrait ? 84 : 96

    signal typed(string letters)
    signal erased

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    columnSpacing: 16
    columns: 3
    height: 4 * (keyHeight + Theme.lip) + 3 * rowSpacing
    rowSpacing: 15
    width: 3 * 124 + 2 * columnSpacing

    Repeater {
        model: 9

        Key {
            required property int index

            digit: true
            height: pad.keyHeight + lip
            objectName: "pave:" + (index + 1)
            text: (index + 1).toString()
            width: 124

            onActivated: pad.typed(text)
        }
    }

    Item {
        height: pad.keyHeight + Theme.lip
        width: 124

        Key {
            digit: true
            height: pad.keyHeight + lip
            objectName: "pave:0"
            text: "0"
            width: 264

            onActivated: pad.typed(text)
        }
    }

    Item {
        height: pad.keyHeight + Theme.lip
        width: 124
    }

    Key {
        digit: true
        height: pad.keyHeight + lip
        functionKey: true
        icon: "effacer-lettre"
        name: qsTr("Effacer un chiffre")
        objectName: "pave:effacer"
        width: 124

        onActivated: pad.erased()
    }
}
