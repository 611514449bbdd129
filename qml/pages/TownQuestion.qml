// SPDX-License-Identifier: GPL-3.0-or-later
// A town: letters of its name or its postcode, and the towns that match.
pragma ComponentBehavior: Bound
import QtQuick

QuestionFrame {
    id: page

    // The towns that match stand between the field and the keyboard.
    answerTop: Theme.portrait ? belowHint() : titleTop + 56
    // What is wrong takes the place of the question: there is no room for both.
    error: ""
    errorText: ""
    hint: ""
    keyboardPage: true
    title: asked.error !== "" ? asked.error : asked.title
    titleSize: asked.error === "" ? 42 : Theme.portrait ? 32 : 28

    AnswerField {
        id: field

        description: page.asked.hint
        error: page.asked.error !== ""
        label: page.title
        ltr: true
        objectName: "champ"
        text: page.asked.typed
        height: 70
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
        y: page.keyboardTop - page.answerTop 
    }
}
