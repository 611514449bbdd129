// SPDX-License-Identifier: GPL-3.0-or-later
// A name, a word, an address of mail: written with our keyboards.
import QtQuick

QuestionFrame {
    id: page

    readonly property bool mail: asked.saisie === "courriel"

    keyboardPage: true

    AnswerField {
        id: field

        description: page.asked.hint
        error: page.error !== ""
        label: page.title
        ltr: page.mail
        maximumLength: page.asked.maximumLength > 0 ? page.asked.maximumLength : 100
        objectName: "champ"
        text: page.asked.typed
        width: parent.width

        onTextEdited: text => page.asked.typed = text
    }

    Keyboard {
        layouts: page.mail ? ["email", "azerty"] : page.alphabets
        raiseFirst: !page.mail
        target: field
        visible: !page.explaining
        width: parent.width
        y: page.keyboardTop - page.answerTop
    }
}
