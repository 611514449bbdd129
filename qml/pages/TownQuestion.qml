// SPDX-License-Identifier: GPL-3.0-or-later
// A town: letters of its name or its postcode, and the towns that match, between the field and a
// keyboard without accents (the search does without them).
import QtQuick

QuestionFrame {
    id: page

    readonly property bool chosen: asked.readBack !== ""
    readonly property bool nothing: !chosen && asked.typed.trim().length > 2 && asked.suggestions.length === 0

    keyboardPage: true

    AnswerField {
        id: field

        description: page.asked.hint
        error: page.asked.error !== ""
        height: Theme.largeText ? 64 : 70
        label: page.title
        ltr: true
        objectName: "champ"
        text: page.asked.typed
        width: parent.width

        onTextEdited: text => page.asked.typed = text
    }

    TownChoices {
        height: 66 + Theme.lip
        rows: Theme.portrait ? 2 : 1
        towns: page.asked.suggestions
        width: parent.width
        y: field.height + 8

        onChosen: insee => page.asked.choose(insee)
    }

    Banner {
        height: Math.max(64, implicitHeight)
        icon: page.chosen ? "commune" : "loupe"
        kind: page.chosen ? "info" : "warm"
        rich: page.chosen
        spokenPrivate: page.chosen && page.asked.isPrivate
        text: page.chosen ? qsTr("Vous choisissez %1.").arg("<b>" + page.asked.readBack + "</b>") : qsTr("Aucune commune ne s’écrit ainsi.")
        visible: page.chosen || page.nothing && page.asked.error === ""
        width: parent.width
        y: field.height + 10
    }

    Keyboard {
        layouts: ["azerty", "digits"]
        plain: true
        target: field
        visible: !page.explaining
        width: parent.width
        y: page.keyboardTop + page.keyboardHeight - height - page.answerTop
    }
}
