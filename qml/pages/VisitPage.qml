// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a quick visit: pictures to touch, or the town.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property VisitViewModel visit: Parcours.adviser.visit
    readonly property bool town: visit.step === "commune"

    answerTop: town ? titleTop + Math.max(56, heading.height) : belowHint()
    continues: true
    error: town ? "" : visit.error
    hint: town ? "" : visit.hint
    keyboardPage: town
    objectName: "visite-page"
    partIcon: "calendrier"
    primaryText: visit.last ? Theme.largeText ? qsTr("Garder") : qsTr("Garder la visite") : qsTr("Continuer")
    // In très grand the other answers take its place.
    readonly property bool mayStop: visit.stepNumber > 1 && !visit.last && !(Theme.largeText && !town && grid.pages > 1)

    secondaryIcon: mayStop ? "tick" : ""
    secondaryName: "cest-tout"
    secondaryText: mayStop ? qsTr("C’est tout") : ""
    title: visit.title
    topText: qsTr("Visite – page %1 sur %2").arg(visit.stepNumber).arg(visit.stepCount)

    onSecondary: Parcours.adviser.saveVisit()

    ChoiceGrid {
        id: grid

        anchors.fill: parent
        choices: page.visit.choices
        // Twelve pictures with two lines of words: three columns, words beside.
        columns: Theme.portrait || Theme.largeText ? 0 : 3
        multiple: page.visit.multiple
        selected: page.visit.selected
        visible: !page.town

        onChosen: value => page.visit.choose(value)
    }

    AnswerField {
        id: field

        height: Theme.largeText ? 64 : 70
        label: page.title
        ltr: true
        objectName: "champ"
        text: page.visit.typed
        visible: page.town
        width: parent.width

        onTextEdited: text => page.visit.typed = text
    }

    TownChoices {
        low: true
        height: 66 + Theme.lip
        towns: page.visit.towns
        visible: page.town
        width: parent.width
        y: field.height + 8

        onChosen: insee => page.visit.choose(insee)
    }

    Keyboard {
        layouts: ["azerty", "digits"]
        target: field
        visible: page.town
        width: parent.width
        y: page.keyboardTop - page.answerTop
    }
}
