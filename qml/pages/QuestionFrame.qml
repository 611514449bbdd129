// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a question: its part, its words, what is wrong, and the way out it allows.
import QtQuick
import Escale.Client

EscalePage {
    id: frame

    readonly property QuestionViewModel asked: Parcours.question

    // The first sentence of an error says what happens, the rest what to do.
    readonly property int cut: asked.error.search(/[.?!]\s/)

    error: cut < 0 ? asked.error : asked.error.slice(0, cut + 1)
    errorText: cut < 0 ? "" : asked.error.slice(cut + 2)
    hint: asked.hint
    partIcon: asked.partPicto
    partName: asked.partName
    partNumber: asked.part
    secondaryIcon: asked.canSayUnknown ? "ne-sais-pas" : ""
    secondaryName: asked.canSayUnknown ? "je-ne-sais-pas" : "je-nen-ai-pas"
    secondaryText: asked.canSayUnknown ? qsTr("Je ne sais pas") : asked.canSayNone ? qsTr("Je n’en ai pas") : ""
    title: asked.title

    onSecondary: asked.canSayUnknown ? asked.sayUnknown() : asked.sayNone()
}
