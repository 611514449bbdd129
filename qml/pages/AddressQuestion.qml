// SPDX-License-Identifier: GPL-3.0-or-later
// An address: its lines one above the other, the keyboard writes in the one that was touched.
pragma ComponentBehavior: Bound
import QtQuick

QuestionFrame {
    id: page

    property int current: 0

    readonly property var lines: asked.fields
    readonly property var line: lines[current] ?? ({
            "path": "",
            "label": "",
            "typed": "",
            "saisie": "texte"
        })
    readonly property bool digits: line.saisie === "code_postal" || line.path.endsWith("numero")
    readonly property bool town: line.saisie === "commune"

    // In large letters, only the line that is being written.
    readonly property bool solo: Theme.largeText
    readonly property real free: boxes.width - boxes.columnSpacing * (boxes.columns - 1)
    // What is wrong, on two lines: the part of the form gives its place.
    readonly property bool crowded: !Theme.portrait && !solo && asked.error !== "" && heading.lineCount > 1

    // Of three columns, the first holds numbers, the last the longest words.
    function widthOf(index: int): real {
        return boxes.columns < 3 ? free / boxes.columns : free * [0.21, 0.35, 0.44][index % 3];
    }

    function write(text: string): void {
        asked.setField(line.path, text);
    }

    answerTop: solo ? belowHint() - 6 : Theme.portrait ? Math.max(264, belowHint() - (asked.error === "" ? 0 : heading.lineCount > 2 ? 8 : 20)) : 128
    // What is wrong takes the place of the question: there is no room for both.
    error: ""
    errorText: ""
    heading.color: asked.error === "" ? Theme.ink : Theme.brick
    hint: ""
    keyboardPage: true
    more: asked.abroad ? qsTr("En France") : qsTr("Pas en France")
    moreIcon: ""
    moreName: "pas-en-france"
    noneShown: false
    partNumber: crowded ? 0 : asked.part
    title: asked.error !== "" ? asked.error : asked.title
    titleLine: asked.error !== "" ? 34 : 50
    titleSize: asked.error === "" ? 42 : Theme.portrait ? 32 : 28
    titleTop: !Theme.portrait ? (crowded ? 22 : 72) : asked.error !== "" ? 178 : 194

    onMoreAsked: {
        current = 0;
        asked.abroad = !asked.abroad;
    }
    onPrimary: current = 0

    Grid {
        id: boxes

        columnSpacing: 14
        columns: Theme.portrait || page.solo || page.asked.abroad ? 2 : 3
        rowSpacing: 8
        verticalItemAlignment: Grid.AlignBottom
        width: parent.width

        Repeater {
            model: page.lines.length

            AddressLine {
                required property int index
                // A line that goes, when the address is no more in France, is still there for a moment.
                readonly property var field: page.lines[index] ?? ({
                        "path": "",
                        "label": "",
                        "typed": ""
                    })

                active: page.current === index
                label: field.label
                objectName: "champ:" + field.path
                text: field.typed
                visible: !page.solo || page.current === index
                width: page.solo ? boxes.width - boxes.columnSpacing - following.width : page.widthOf(index)

                onActivated: page.current = index
                onTextEdited: text => page.asked.setField(field.path, text)
            }
        }

        SecondaryButton {
            id: following

            small: true
            text: qsTr("Ligne suivante")
            width: page.solo ? implicit : page.widthOf(page.lines.length)

            onActivated: page.current = (page.current + 1) % page.lines.length
        }
    }

    TownChoices {
        height: 66 + Theme.lip
        towns: page.asked.suggestions
        visible: page.town
        width: parent.width
        y: boxes.height + 8

        onChosen: insee => page.asked.choose(insee)
    }

    Keyboard {
        id: keyboard

        layouts: page.digits ? ["digits", "azerty"] : ["azerty", "digits"]
        raiseFirst: false
        text: page.line.typed
        visible: !page.explaining && (!page.town || page.asked.suggestions.length === 0)
        width: parent.width
        y: page.keyboardTop - page.answerTop + (Theme.portrait ? page.keyboardHeight - height + 16 : 16)

        onErased: page.write(page.line.typed.slice(0, -1))
        onTyped: letters => page.write(page.line.typed + letters)
    }
}
