// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a question: its part, its words, what is wrong, the ways out that it allows, and the
// words it explains. Pages with keys hide them while `explaining`: the meaning takes their place.
// In: unknownShown, noneShown (offered at the bottom); more, moreIcon, moreName (a button before
//     them: the other answers); counted (what stands before both); keypadPage (digits beside or
//     under the answer).
// Out: moreAsked().   alphabets: keyboards for a text.
import QtQuick
import Escale.Client

EscalePage {
    id: frame

    property bool unknownShown: asked.canSayUnknown
    property bool noneShown: asked.canSayNone
    property string more
    property string moreIcon: "suite"
    property string moreName: "autres-reponses"
    property alias counted: ways.start
    property bool keypadPage: false
    property string openTerm

    readonly property QuestionViewModel asked: Parcours.question
    readonly property var terms: asked.glossary
    readonly property var term: terms.find(one => one.code === openTerm) ?? null
    readonly property bool explaining: term !== null
    readonly property bool hasKeys: keyboardPage || keypadPage
    // In large letters a meaning leaves no room for the other ways out: they wait behind it.
    readonly property bool crowded: explaining && Theme.largeText
    readonly property var alphabets: [...Parcours.preferences.keyboards, "digits"]

    // The first sentence of an error says what happens, the rest what to do.
    readonly property int cut: asked.error.search(/[.?!]\s/)
    readonly property string wrong: cut < 0 ? asked.error : asked.error.slice(0, cut + 1)
    readonly property string wrongAdvice: cut < 0 ? "" : asked.error.slice(cut + 2)

    // Above a keyboard, or beside digits and a word explained, large letters have no room for the
    // question and what is wrong together.
    readonly property bool instead: (keyboardPage || keypadPage && !Theme.portrait && terms.length > 0) && Theme.largeText && asked.error !== ""

    signal moreAsked

    error: instead ? "" : wrong
    errorText: instead ? "" : wrongAdvice
    hint: asked.hint
    hintOptional: raised > 60 || keyboardPage
    partIcon: asked.partPicto
    partName: asked.partName
    partNumber: asked.part
    raised: ways.raised + (explaining && !hasKeys ? meaning.height + 16 : 0)
    sideShown: !explaining
    title: instead ? asked.error : asked.title
    titleSize: instead ? 28 : 42

    WaysOut {
        id: ways

        keyboard: frame.keyboardPage
        more: frame.crowded ? "" : frame.more
        moreIcon: frame.moreIcon
        moreName: frame.moreName
        none: frame.noneShown && !frame.crowded
        oneRow: frame.keyboardPage && !Theme.portrait
        open: frame.openTerm
        room: frame.beside ? Math.min(frame.columnWidth, frame.footerRoom) : frame.footerRoom
        terms: frame.terms
        unknown: frame.unknownShown && !frame.crowded
        wide: frame.beside ? room : frame.columnWidth
        x: Theme.rightToLeft ? frame.columnWidth - width : 0
        y: frame.footerTop - frame.answerTop

        onExplained: code => frame.openTerm = frame.openTerm === code ? "" : code
        onMoreAsked: frame.moreAsked()
        onNoneSaid: frame.asked.sayNone()
        onUnknownSaid: frame.asked.sayUnknown()
    }

    // Where the keys were, or above the ways out.
    Banner {
        id: meaning

        readonly property bool column: frame.beside && !frame.keyboardPage && !Theme.largeText
        readonly property real full: frame.columnWidth + (frame.beside ? 470 : 0)
        readonly property real foot: frame.footerTop - ways.raised - 16 - frame.answerTop

        first: frame.explaining ? frame.term.word + "." : ""
        height: implicitHeight
        kind: "info"
        objectName: "sens"
        text: frame.explaining ? frame.term.meaning : ""
        visible: frame.explaining
        width: column ? 404 : full
        x: Theme.rightToLeft ? frame.columnWidth - full : column ? frame.columnWidth + 66 : 0
        y: column ? frame.sideTop - frame.answerTop : frame.keyboardPage ? frame.keyboardTop - frame.answerTop : foot - height
    }
}
