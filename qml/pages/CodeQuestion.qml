// SPDX-License-Identifier: GPL-3.0-or-later
// A number of fixed length that has letters too (numéro unique): shown in groups, one keyboard.
import QtQuick

QuestionFrame {
    id: page

    keyboardPage: true

    AnswerField {
        id: field

        description: page.asked.hint
        digits: true
        error: page.error !== ""
        label: page.title
        maximumLength: 40
        objectName: "champ"
        text: page.asked.typedInGroups
        width: parent.width

        onTextEdited: text => page.asked.typed = text
    }

    Keyboard {
        layouts: ["code"]
        visible: !page.explaining
        width: parent.width
        y: page.keyboardTop - page.answerTop

        onErased: page.asked.typed = page.asked.typed.slice(0, -1)
        onTyped: letters => page.asked.typed += letters
    }
}
