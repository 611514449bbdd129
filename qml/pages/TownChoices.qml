// SPDX-License-Identifier: GPL-3.0-or-later
// The towns that match what is typed, three side by side at the most.
// In: towns: [{insee, name, postcode}].   Out: chosen(insee).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: choices

    property var towns: []

    readonly property int across: Theme.portrait ? 2 : 3

    signal chosen(string insee)

    Row {
        spacing: 12
        width: parent.width

        Repeater {
            model: choices.towns.slice(0, choices.across)

            SecondaryButton {
                required property var modelData

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
