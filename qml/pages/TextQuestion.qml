// SPDX-License-Identifier: GPL-3.0-or-later
// A name, a word, an address of mail: written with our keyboards.
import QtQuick

QuestionFrame {
    id: page

    readonly property bool mail: asked.saisie === "courriel"
    // Where to read it, when the words leave room for the drawing.
    readonly property bool drawn: asked.picto === "doc-identite" && !Theme.portrait && !Theme.largeText && error === ""
    readonly property real freeOfWords: answer.width - 24 - Math.max(heading.contentWidth, hintWords.contentWidth)

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

    IdentityDrawing {
        lit: page.asked.questionId.endsWith("usage") ? 2 : page.asked.questionId.endsWith("prenom") ? 1 : 0
        visible: page.drawn && page.freeOfWords > width
        x: Theme.rightToLeft ? 0 : parent.width - width
        y: 65 - page.answerTop
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
