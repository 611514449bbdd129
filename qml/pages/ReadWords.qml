// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, in words: a value, lines, or two answers to touch.
// In: ask (see PieceProposals).   Out: chosen(code).
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: words

    required property var ask

    // Across, very large letters leave room for three.
    readonly property var rows: (ask.rows ?? []).slice(0, Theme.largeText && !Theme.portrait ? 3 : undefined)
    readonly property string value: ask.value ?? ""

    signal chosen(string code)

    spacing: 14

    EscaleText {
        bold: true
        line: 38
        size: 28
        text: words.ask.label ?? ""
        visible: text !== ""
        width: parent.width
    }

    Plate {
        height: read.height + 44
        visible: words.value !== ""
        width: parent.width

        EscaleText {
            id: read

            bold: true
            line: 60
            size: words.value.length > 22 ? 38 : 48
            spokenPrivate: true
            text: words.value
            width: parent.width - 60
            x: 30
            y: 22
        }
    }

    Plate {
        id: board

        height: lines.height + 2 * radius
        visible: words.rows.length > 0
        width: parent.width

        Column {
            id: lines

            width: parent.width
            y: board.radius

            Repeater {
                model: words.rows

                ListRow {
                    required property int index
                    required property var modelData

                    name: modelData.value
                    second: modelData.label
                    separator: index + 1 < words.rows.length
                    spokenPrivate: true
                    textStart: 30
                    width: lines.width
                }
            }
        }
    }

    Repeater {
        model: words.ask.cards ? [] : words.ask.choices ?? []

        PressableRow {
            required property var modelData

            icon: modelData.icon
            name: modelData.text
            objectName: "choix:" + modelData.value
            second: modelData.second
            spokenPrivate: true
            width: words.width

            onActivated: words.chosen(modelData.value)
        }
    }
}
