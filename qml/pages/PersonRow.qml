// SPDX-License-Identifier: GPL-3.0-or-later
// A person of the list: name and town, what lacks in pictures and words, the state.
// In: person ({name, town, needsTitle, needs: [{icon, text}], more, stateText, stateIcon, stateKind}).
// Out: activated().
pragma ComponentBehavior: Bound
import QtQuick

Pressable {
    id: row

    required property var person

    // One thing under the other; in très grand the town and the title of what lacks are left out.
    readonly property bool narrow: Theme.portrait || Theme.largeText
    readonly property real pillWidth: Math.max(190, pill.implicitWidth)
    readonly property var needs: fitting(person.needs)
    readonly property var needNames: person.needs.map(need => need.text)

    // Two needs stand on one line, or the first one alone.
    function fitting(all: var): var {
        return all.length > 1 && (Theme.largeText || all[0].text.length + all[1].text.length > 30) ? all.slice(0, 1) : all;
    }

    function fromStart(from: real, w: real): real {
        return Theme.rightToLeft ? width - from - w : from;
    }

    accessibleDescription: (person.town + " " + person.needsTitle + " " + needNames.join(", ")).trim()
    accessibleName: person.name + ", " + person.stateText
    height: (Theme.largeText ? who.height + lacks.height + 16 : narrow ? 114 : 86) + lip
    radius: Theme.radiusCard

    Column {
        id: who

        width: row.narrow ? row.width - row.pillWidth - 64 : 284
        x: row.fromStart(24, width)
        y: Theme.largeText ? 8 : row.narrow ? 4 : (parent.height - height) / 2

        EscaleText {
            id: name

            Accessible.ignored: true
            bold: true
            line: row.narrow ? 36 : 32
            maximumLineCount: row.narrow && !Theme.largeText ? 1 : 2
            size: text.length > 17 ? 24 : 28
            spokenPrivate: true
            text: row.person.name
            width: parent.width
        }

        EscaleText {
            Accessible.ignored: true
            line: 30
            size: 24
            soft: true
            spokenPrivate: true
            text: row.person.town
            visible: text !== "" && name.lineCount === 1 && !Theme.largeText
            width: parent.width
        }
    }

    Column {
        id: lacks

        width: row.narrow ? row.width - 48 : row.width - 324 - row.pillWidth - 44
        x: row.fromStart(row.narrow ? 24 : 324, width)
        y: Theme.largeText ? who.y + who.height : row.narrow ? parent.height - height - 7 : (parent.height - height) / 2

        EscaleText {
            Accessible.ignored: true
            line: 30
            size: 24
            soft: true
            text: row.person.needsTitle
            visible: !row.narrow || row.person.needs.length === 0
            width: parent.width
        }

        Row {
            anchors.left: parent.left
            spacing: 22
            visible: row.needs.length > 0

            Repeater {
                model: row.needs

                Row {
                    id: need

                    required property var modelData

                    spacing: 10

                    Picto {
                        anchors.verticalCenter: parent.verticalCenter
                        name: need.modelData.icon
                        size: 34
                    }

                    EscaleText {
                        Accessible.ignored: true
                        bold: true
                        line: lineCount > 1 ? 28 : 34
                        size: 24
                        spokenPrivate: true
                        text: need.modelData.text
                        width: row.needs.length > 1 ? implicitWidth : Math.min(implicitWidth, lacks.width - 44)
                    }
                }
            }
        }
    }

    Pill {
        id: pill

        Accessible.ignored: true
        icon: row.person.stateIcon
        kind: row.person.stateKind
        text: row.person.stateText
        width: row.pillWidth
        x: row.fromStart(row.width - width - 18, width)
        y: Theme.largeText ? 4 : row.narrow ? 10 : (parent.height - height) / 2
    }
}
