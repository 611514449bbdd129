// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone, a NIR, a number, an amount: digits on the big keypad.
import QtQuick

QuestionFrame {
    id: page

    readonly property bool money: asked.saisie === "montant"

    // Pairs for a telephone, the groups printed on the card for a NIR.
    function grouped(digits: string): string {
        if (asked.saisie === "nir")
            return digits.replace(/^(\d)(\d{1,2})?(\d{1,2})?(\w{1,2})?(\d{1,3})?(\d{1,3})?(\d{1,2})?/, "$1 $2 $3 $4 $5 $6 $7").trim();
        return asked.saisie === "telephone" ? digits.replace(/(\d{2})(?=\d)/g, "$1\u00A0") : digits;
    }

    side: Keypad {
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
        text: page.grouped(page.asked.typed)
        visible: !page.money
        width: parent.width

        onTextEdited: text => page.asked.typed = text.replace(/\s/g, "")
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
