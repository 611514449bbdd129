// SPDX-License-Identifier: GPL-3.0-or-later
// Two answers to one question: what each says, who said it, and what each would change.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserConflictViewModel conflict: Parcours.adviser.conflict
    // The other answers, when there are more than two.
    property int first: 0

    property bool asks: false
    readonly property var answers: conflict.answers

    // In très grand, one at a time.
    readonly property int perPage: Theme.largeText ? 1 : 2

    continues: false
    hint: asks && conflict.phone !== "" ? qsTr("Appelez le %1, ou donnez la tablette.").arg("\u2066%1\u2069".arg(conflict.phone)) : conflict.hint
    objectName: "conflit-page"
    partIcon: "conflit"
    primaryIcon: ""
    primaryText: asks ? qsTr("Écrire sa réponse") : ""
    secondaryIcon: asks || !conflict.canAsk ? "" : "telephone"
    secondaryName: "demander"
    secondaryText: asks || !conflict.canAsk ? "" : Theme.largeText ? qsTr("Demander") : qsTr("Demander à la personne")
    title: conflict.title
    topText: Parcours.adviser.person.name.replace(/&/g, "&amp;").replace(/</g, "&lt;") + " – <b><font color=\"" + Theme.ink + "\">" + qsTr("À décider") + "</font></b>"

    onPrimary: Parcours.adviser.askPerson()
    onSecondary: page.asks = true

    Grid {
        columnSpacing: 28
        columns: Theme.portrait || Theme.largeText ? 1 : 2
        rowSpacing: 20
        width: parent.width

        Repeater {
            model: page.answers.slice(page.first, page.first + page.perPage)

            ConflictCard {
                required property int index
                required property var modelData

                answer: modelData
                height: Theme.largeText ? Math.min(implicitTall, page.answer.height) : Theme.portrait ? Math.min(332, (page.answer.height - 20) / 2) : 414
                objectName: "reponse:" + (page.first + index)
                width: Theme.portrait || Theme.largeText ? page.answer.width : (page.answer.width - 28) / 2

                onKept: Parcours.adviser.keepAnswer(page.first + index)
            }
        }
    }

    SecondaryButton {
        icon: "suite"
        objectName: "autre-reponse"
        small: true
        text: qsTr("Voir l’autre réponse")
        visible: page.answers.length > page.perPage && (Theme.portrait || !page.asks)
        x: Theme.rightToLeft ? 0 : page.answer.width - width
        // Upright, the bottom of the page has no room for it.
        y: Theme.portrait ? page.answer.height - height : page.footerTop - page.answerTop + 5

        onActivated: page.first = page.first + page.perPage < page.answers.length ? page.first + page.perPage : 0
    }
}
