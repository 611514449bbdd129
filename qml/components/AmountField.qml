// SPDX-License-Identifier: GPL-3.0-or-later
// An amount in whole euros: digits and their unit, left to right in every language.
// In:  amount (digits as typed, no space); unit ("€"); label; error; active; maximumDigits (6).
// Out: edited(amount): the owner keeps it and gives it back in amount, which is never set here (that
//      would cut the owner's binding, and the next question would begin with this amount).
// Keypad: insert(digits), erase().
import QtQuick

Item {
    id: money

    property string amount
    property string unit: "€"
    property alias label: field.label
    property alias error: field.error
    property alias active: field.active
    property int maximumDigits: 6

    signal edited(string amount)

    // 14880 is written 14 880, with a no-break space; six digits at most.
    function grouped(digits: string): string {
        return digits.length > 3 ? digits.slice(0, -3) + "\u00A0" + digits.slice(-3) : digits;
    }

    function set(digits: string): void {
        edited(digits.replace(/^0+(?=\d)/, "").slice(0, maximumDigits));
    }

    function insert(letters: string): void {
        set(amount + letters.replace(/[^0-9]/g, ""));
    }

    function erase(): void {
        set(amount.slice(0, -1));
    }

    height: 96

    AnswerField {
        id: field

        anchors.fill: parent
        digits: true
        text: money.grouped(money.amount)

        onTextEdited: text => money.set(text.replace(/[^0-9]/g, ""))
    }

    EscaleText {
        LayoutMirroring.enabled: false
        anchors.right: parent.right
        anchors.rightMargin: 26
        anchors.verticalCenter: parent.verticalCenter
        line: 56
        size: 46
        soft: true
        text: money.unit
    }
}
