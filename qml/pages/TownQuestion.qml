// SPDX-License-Identifier: GPL-3.0-or-later
// A town: letters of its name or its postcode, and the towns that match.
pragma ComponentBehavior: Bound
import QtQuick

QuestionFrame {
    id: page

    keyboardPage: true

    AnswerField {
        id: field

        description: page.asked.hint
        error: page.error !== ""
        label: page.title
        ltr: true
        objectName: "champ"
        text: page.asked.typed
        width: parent.width

        onTextEdited: text => page.asked.typed = text
    }

    TownChoices {
        height: 66 + Theme.lip
        towns: page.asked.suggestions
        width: parent.width
        y: field.height + 8

        onChosen: insee => page.asked.choose(insee)
    }

    Keyboard {
        layouts: ["azerty", "digits"]
        target: field
        width: parent.width
        y: page.keyboardTop - page.answerTop + (Theme.portrait ? 0 : 16)
    }
}
