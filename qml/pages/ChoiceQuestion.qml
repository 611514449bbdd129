// SPDX-License-Identifier: GPL-3.0-or-later
// One answer, or several, among pictures. Continuer goes on: a touch alone never leaves the page.
import QtQuick

QuestionFrame {
    id: page

    readonly property bool yesNo: asked.saisie === "oui_non"

    // « Je ne sais pas » is a card like the others beside Oui and Non.
    readonly property bool unknownCard: yesNo && asked.canSayUnknown
    readonly property bool waysBelow: unknownShown || noneShown || terms.length > 0
    readonly property var given: asked.choices
    readonly property var cards: given.map(choice => ({
                "value": choice.code,
                "text": choice.label,
                "icon": choice.picto
            }))

    answerTop: yesNo && error === "" && raised === 0 ? Math.max(Theme.portrait ? 310 : 232, belowHint()) : belowHint()
    hintOptional: true
    more: grid.moreText
    unknownShown: asked.canSayUnknown && !unknownCard

    onMoreAsked: grid.turn()

    ChoiceGrid {
        id: grid

        anchors.fill: parent
        choices: page.unknownCard ? page.cards.concat([
            {
                "value": "ne_sait_pas",
                "text": qsTr("Je ne sais pas"),
                "icon": "ne-sais-pas"
            }
        ]) : page.cards
        low: page.heading.lineCount > 1 && page.terms.length > 0 && (page.unknownShown || page.noneShown)
        moreInside: false
        multiple: page.asked.saisie === "choix_multiples"
        // Twelve cards at once are too small for their words.
        perPage: Theme.largeText ? (page.waysBelow ? 2 : 4) : page.explaining ? 6 : Theme.portrait ? 8 : choices.length > 9 ? 8 : 9
        selected: page.given.filter(choice => choice.selected).map(choice => choice.code)

        onChosen: value => value === "ne_sait_pas" ? page.asked.sayUnknown() : page.asked.choose(value)
    }
}
