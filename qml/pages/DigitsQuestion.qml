// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone, a NIR, a SIRET, a number, an amount: digits on the big keypad, shown in groups.
import QtQuick

QuestionFrame {
    id: page

    readonly property bool money: asked.saisie === "montant"
    // Upright, between the answer and what stands at the bottom.
    readonly property real between: footerTop - 24 - raised - answerTop - 96 - Theme.gap

    keypadPage: true

    side: Keypad {
        id: keypad

        flat: Theme.portrait && (page.raised > 120 || page.between < keypad.upright || page.error !== "" && (page.raised > 0 || Theme.largeText))

        onErased: page.money ? amount.erase() : page.asked.typed = page.asked.typed.slice(0, -1)
        onTyped: letters => page.money ? amount.insert(letters) : page.asked.typed += letters
    }

    AnswerField {
        description: page.asked.hint
        digits: true
        error: page.error !== ""
        height: 96
        label: page.title
        maximumLength: 40
        objectName: "champ"
        text: page.asked.typedInGroups
        // The longest numbers stay whole beside the keypad.
        textSize: Theme.largeText && text.length > 17 ? 34 : 46
        visible: !page.money
        width: parent.width

        onTextEdited: text => page.asked.typed = text
    }

    EscaleText {
        line: 36
        rich: true
        size: 26
        soft: true
        text: qsTr("Exemple : %1").arg("<b>06 39 98 12 34</b>")
        visible: page.asked.saisie === "telephone" && page.error !== ""
        width: parent.width
        y: 116
    }

    AmountField {
        id: amount

        amount: page.asked.typed
        error: page.error !== ""
        label: page.title
        objectName: "montant"
        visible: page.money
        width: parent.width

        onEdited: typed => page.asked.typed = typed
    }
}
