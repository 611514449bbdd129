// SPDX-License-Identifier: GPL-3.0-or-later
// A text of several lines, in the person's own words. « Relire » puts the keyboard away and shows
// more of it; what is left is said in words when the end is near.
import QtQuick

QuestionFrame {
    id: page

    property bool reading: false

    readonly property int room: asked.lettersLeft
    readonly property string leftWords: room < 0 || room > 60 ? "" : room === 0 ? qsTr("C’est plein.") : qsTr("Il reste %n lettres.", "", room)
    // In landscape the lines of the hint are worth a line of text.
    readonly property bool besideButtons: !Theme.portrait && !Theme.largeText

    answerTop: belowHint() - (keyboardPage && !Theme.portrait && error === "" ? 14 : 0)
    counted: EscaleText {
        anchors.verticalCenter: parent.verticalCenter
        line: 34
        size: 26
        text: page.besideButtons ? page.leftWords : ""
    }
    hint: !besideButtons && leftWords !== "" ? leftWords : reading || Theme.portrait || asked.typed === "" ? asked.hint : ""
    keyboardPage: true
    more: reading ? qsTr("Écrire") : box.overflows ? qsTr("Relire") : ""
    moreIcon: reading ? "changer" : "loupe"
    moreName: "relire"

    onMoreAsked: reading = !reading

    TextBox {
        id: box

        active: !page.reading
        description: page.hint
        error: page.error !== ""
        height: (page.reading ? page.answer.height : page.keyboardTop - page.answerTop - (Theme.portrait ? 24 : 14))
        label: page.title
        objectName: "champ"
        text: page.asked.typed
        width: parent.width

        onActivated: page.reading = false
        onTextEdited: text => page.asked.typed = text
    }

    Keyboard {
        layouts: page.alphabets
        lines: true
        text: page.asked.typed
        visible: !page.reading && !page.explaining
        width: parent.width
        y: page.keyboardTop - page.answerTop

        onErased: box.erase()
        onTyped: letters => box.insert(letters)
    }
}
