// SPDX-License-Identifier: GPL-3.0-or-later
// What was read on a document, one thing at a time, beside the place where it was read: is it right,
// which of two is right, of which month is it. Nothing is kept without an answer.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceProposals proposals: Parcours.piece.proposals
    readonly property var ask: proposals.ask
    readonly property string kind: ask.kind ?? ""
    readonly property bool told: kind.startsWith("code")
    readonly property bool yesNo: kind === "juste" || kind === "nom"
    readonly property bool cards: ask.cards ?? false
    // In very large letters what a code says needs the whole page.
    readonly property bool pictured: (ask.picture ?? "") !== "" && !(told && Theme.largeText)
    // The other answers are where « Je ne sais pas » would be.
    readonly property bool turned: cards && Theme.largeText && grid.pages > 1
    readonly property bool stacked: Theme.portrait || !pictured
    readonly property var yes: ({
            "juste": qsTr("Oui, c’est juste"),
            "nom": qsTr("Oui, le garder")
        })
    readonly property var no: ({
            "juste": qsTr("Non"),
            "nom": Theme.largeText ? qsTr("Non") : qsTr("Non, recommencer"),
            "type": ""
        })

    continues: false
    hint: ask.hint ?? ""
    objectName: "propose"
    partIcon: ask.icon ?? ""
    primaryIcon: told ? "continuer" : turned ? "" : "tick"
    primaryText: told ? qsTr("Continuer") : turned ? qsTr("Je ne sais pas") : yes[kind] ?? ""
    secondaryIcon: kind === "nom" ? "recommencer" : ""
    secondaryName: yesNo ? "non" : "je-ne-sais-pas"
    secondaryText: told || turned ? "" : no[kind] ?? qsTr("Je ne sais pas")
    title: ask.title ?? ""
    topText: "<b>" + (ask.piece ?? "").replace(/&/g, "&amp;").replace(/</g, "&lt;") + "</b>"

    onPrimary: proposals.answer(told ? "suite" : turned ? "sais_pas" : "oui")
    onSecondary: proposals.answer(yesNo ? "non" : "sais_pas")

    ReadPlace {
        id: place

        caption: page.ask.caption ?? ""
        source: page.ask.picture ?? ""
        square: page.told
        visible: page.pictured && !page.cards
        width: page.stacked ? parent.width : (parent.width - 28) / 2
        height: Theme.portrait ? parent.height * (page.told ? 0.32 : 0.42) : parent.height
        x: Theme.rightToLeft ? parent.width - width : 0
    }

    ReadWords {
        ask: page.ask
        visible: !page.cards
        width: page.stacked ? parent.width : parent.width - place.width - 28
        x: page.stacked || Theme.rightToLeft ? 0 : place.width + 28
        y: Theme.portrait && place.visible ? place.height + 16 : 0

        onChosen: code => page.proposals.answer(code)
    }

    ChoiceGrid {
        id: grid

        anchors.fill: parent
        choices: page.cards ? page.ask.choices : []
        visible: page.cards

        onChosen: value => page.proposals.answer(value)
    }
}
