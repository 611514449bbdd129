// SPDX-License-Identifier: GPL-3.0-or-later
// A person and their documents: one box a page, full once it is sent.
// In: row ({name, stateText, stateIcon, stateKind, pages, sent}); separator.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: line

    required property var row
    property bool separator: false

    readonly property bool narrow: Theme.portrait || Theme.largeText
    readonly property int boxes: Math.min(line.row.pages, 8)
    readonly property string words: line.row.pages === 0 ? qsTr("Aucune photo") : qsTr("%1 sur %2 envoyés").arg(line.row.sent).arg(line.row.pages)

    function fromStart(from: real, w: real): real {
        return Theme.rightToLeft ? width - from - w : from;
    }

    Accessible.name: line.row.name + ", " + line.row.stateText + ", " + words
    Accessible.role: Accessible.ListItem
    height: Theme.largeText ? words.y + words.height + 14 : narrow ? 104 : 68

    EscaleText {
        id: name

        Accessible.ignored: true
        bold: true
        line: line.row.name.length > 18 && !line.narrow ? 28 : 34
        maximumLineCount: line.narrow && !Theme.largeText ? 1 : 2
        size: line.row.name.length > 18 ? 24 : 26
        spokenPrivate: true
        text: line.row.name
        width: Theme.largeText ? line.width - pill.width - 60 : line.narrow ? line.width - 250 : 300
        x: line.fromStart(24, width)
        y: line.narrow ? 13 : (line.height - height) / 2
    }

    Pill {
        id: pill

        Accessible.ignored: true
        icon: line.row.stateIcon
        kind: line.row.stateKind
        text: line.row.stateText
        x: line.fromStart(line.narrow ? line.width - width - 20 : 334, width)
        y: line.narrow ? 8 : 10
    }

    Row {
        spacing: 8
        visible: !Theme.largeText
        x: line.fromStart(line.narrow ? 24 : line.width - width - 238, width)
        y: line.narrow ? 62 : 17

        Repeater {
            model: line.boxes

            Rectangle {
                required property int index

                // The last box stands for all that do not fit.
                readonly property bool sent: index < Math.floor(line.row.sent * line.boxes / line.row.pages)

                border.color: sent ? Theme.stopDone : Theme.edge
                border.width: 3
                color: sent ? Theme.stopDone : Theme.surface
                height: 34
                radius: 6
                width: 26
            }
        }
    }

    EscaleText {
        id: words

        Accessible.ignored: true
        horizontalAlignment: Theme.largeText ? Text.AlignLeft : Text.AlignRight
        line: 34
        size: 24
        text: line.words
        width: Theme.largeText ? line.width - 48 : 214
        x: line.fromStart(Theme.largeText ? 24 : line.width - width - 20, width)
        y: Theme.largeText ? Math.max(name.y + name.height, pill.height + 12) : line.narrow ? 62 : 17
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.hairline
        height: 2
        visible: line.separator
        width: parent.width - 48
    }
}
