// SPDX-License-Identifier: GPL-3.0-or-later
// The three states of a demande on one line, side by side (one under the other in portrait).
// In: at (0: en cours, 1: gardée, 2: envoyée).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: line

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
            readonly property bool here: index === line.at
            readonly property bool later: index > line.at

            Accessible.name: line.states[index][1] + ". " + line.states[index][2]
            Accessible.role: Accessible.ListItem
            height: line.upright ? line.cell : line.height
            width: line.upright ? line.width : line.cell
            x: line.upright ? 0 : line.fromStart((line.width - 3 * line.cell) / 2 + index * line.cell, width)
            y: line.upright ? index * line.cell : 0

            Rectangle {
                color: one.index < line.at ? Theme.stopDone : Theme.edge
                height: line.upright ? line.cell - 156 : 6
                visible: one.index < 2
                width: line.upright ? 6 : line.cell - 156
                x: line.upright ? disc.x + 75 : Theme.rightToLeft ? disc.x - width : disc.x + 156
                y: line.upright ? 156 : 75
            }

            Rectangle {
                id: disc

                border.color: one.later ? Theme.edge : Theme.stopDone
                border.width: one.here ? 8 : 5
                color: one.here ? Theme.lampSoft : one.later ? Theme.surface : Theme.foam
                height: 156
                radius: 78
                width: 156
                x: line.upright ? line.fromStart(0, width) : (parent.width - width) / 2

                Picto {
                    anchors.centerIn: parent
                    name: line.states[one.index][0]
                    size: 104
                }
            }

            Column {
                width: line.upright ? parent.width - 184 : parent.width
                x: line.upright && !Theme.rightToLeft ? 184 : 0
                y: line.upright ? 78 - height / 2 : 172

                EscaleText {
                    Accessible.ignored: true
                    bold: !one.later
                    horizontalAlignment: line.upright ? Text.AlignLeft : Text.AlignHCenter
                    line: 46
                    size: 34
                    text: line.states[one.index][1]
                    width: parent.width
                }

                EscaleText {
                    Accessible.ignored: true
                    horizontalAlignment: line.upright ? Text.AlignLeft : Text.AlignHCenter
                    line: 36
                    soft: true
                    text: line.states[one.index][2]
                    width: parent.width
                }
            }
        }
    }
}
