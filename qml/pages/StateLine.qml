// SPDX-License-Identifier: GPL-3.0-or-later
// The three states of a demande on one line, side by side (one under the other in portrait).
// In: at (0: en cours, 1: gardée, 2: envoyée).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: trip

    property int at: 0

    readonly property var states: [["etat-en-cours", qsTr("En cours"), qsTr("Vous avez répondu.")], ["etat-gardee", qsTr("Gardée"), at > 1 ? qsTr("C’est fait.") : qsTr("Vous êtes ici.")], ["etat-envoyee", qsTr("Envoyée"), at > 1 ? qsTr("Vous êtes ici.") : qsTr("Bientôt.")]]
    readonly property bool upright: Theme.portrait
    readonly property real cell: upright ? 176 : width > 1000 ? 320 : width / 3

    function fromStart(x: real, w: real): real {
        return Theme.rightToLeft ? width - x - w : x;
    }

    height: upright ? 3 * cell - 20 : Theme.largeText ? 320 : 252

    Repeater {
        model: 3

        Item {
            id: one

            required property int index
            readonly property bool here: index === trip.at
            readonly property bool later: index > trip.at

            Accessible.name: trip.states[index][1] + ". " + trip.states[index][2]
            Accessible.role: Accessible.ListItem
            height: trip.upright ? trip.cell : trip.height
            width: trip.upright ? trip.width : trip.cell
            x: trip.upright ? 0 : trip.fromStart((trip.width - 3 * trip.cell) / 2 + index * trip.cell, width)
            y: trip.upright ? index * trip.cell : 0

            Rectangle {
                color: one.index < trip.at ? Theme.stopDone : Theme.edge
                height: trip.upright ? trip.cell - 156 : 6
                visible: one.index < 2
                width: trip.upright ? 6 : trip.cell - 156
                x: trip.upright ? disc.x + 75 : Theme.rightToLeft ? disc.x - width : disc.x + 156
                y: trip.upright ? 156 : 75
            }

            Rectangle {
                id: disc

                border.color: one.later ? Theme.edge : Theme.stopDone
                border.width: one.here ? 8 : 5
                color: one.here ? Theme.lampSoft : one.later ? Theme.surface : Theme.foam
                height: 156
                radius: 78
                width: 156
                x: trip.upright ? trip.fromStart(0, width) : (parent.width - width) / 2

                Picto {
                    anchors.centerIn: parent
                    name: trip.states[one.index][0]
                    size: 104
                }
            }

            Column {
                width: trip.upright ? parent.width - 184 : parent.width
                x: trip.upright && !Theme.rightToLeft ? 184 : 0
                y: trip.upright ? 78 - height / 2 : 172

                EscaleText {
                    Accessible.ignored: true
                    bold: !one.later
                    horizontalAlignment: trip.upright ? Text.AlignLeft : Text.AlignHCenter
                    line: 46
                    size: 34
                    text: trip.states[one.index][1]
                    width: parent.width
                }

                EscaleText {
                    Accessible.ignored: true
                    horizontalAlignment: trip.upright ? Text.AlignLeft : Text.AlignHCenter
                    line: 36
                    soft: true
                    text: trip.states[one.index][2]
                    width: parent.width
                }
            }
        }
    }
}
