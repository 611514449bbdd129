// SPDX-License-Identifier: GPL-3.0-or-later
// The towns that match what is typed, three side by side at the most (two in portrait).
// In: towns: [{insee, name, postcode}]; rows (1); low (one line of words, just above a keyboard).   Out: chosen(insee).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: choices

    property var towns: []

    property int rows: 1
    property bool low: false

    readonly property int across: Theme.portrait || Theme.largeText ? 2 : 3

    signal chosen(string insee)

    Grid {
        columnSpacing: 12
        columns: choices.across
        rowSpacing: 10
        width: parent.width

        Repeater {
            model: choices.towns.slice(0, choices.across * choices.rows)

            SecondaryButton {
                required property var modelData

                height: (!Theme.largeText ? 66 : choices.low ? 76 : 92) + lip
                maximumWidth: width
                objectName: "commune:" + modelData.insee
                small: true
                spoken: true
                text: modelData.name + " " + modelData.postcode
                width: (choices.width - 12 * (choices.across - 1)) / choices.across

                onActivated: choices.chosen(modelData.insee)
            }
        }
    }
}
