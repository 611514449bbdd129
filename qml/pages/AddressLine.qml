// SPDX-License-Identifier: GPL-3.0-or-later
// One line of an address: its name above, what is written below.
// In: label, text, active.   Out: activated(), textEdited(text).
import QtQuick

Column {
    id: line

    property string label
    property alias text: field.text
    property alias active: field.active

    signal activated
    signal textEdited(string text)

    EscaleText {
        Accessible.ignored: true
        height: Theme.largeText || lineCount > 1 ? lineCount * lineTall : 25
        line: 25
        size: 24
        soft: true
        text: line.label
        // Above the field, tails and all.
        topPadding: Theme.largeText ? centring : lineCount > 1 ? centring - 4 : centring - (lineTall - height) / 2 - (arabic ? 5 : 4)
        width: parent.width
    }

    AnswerField {
        id: field

        height: 64
        label: line.label
        ltr: true
        textSize: 30
        width: parent.width

        onActivated: line.activated()
        onTextEdited: text => line.textEdited(text)
    }
}
