// SPDX-License-Identifier: GPL-3.0-or-later
// What is going to happen, how long it takes, what to have at hand.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var steps: [["partie-vous", qsTr("Répondre"), qsTr("Des questions sur vous et votre famille."), 25], ["photographier", qsTr("Photographier"), qsTr("Une photo par document."), 10], ["points", qsTr("Voir"), qsTr("Vos points et votre place."), 5]]

    answerTop: Theme.largeText ? belowHint() - 16 : Math.max(Theme.portrait ? 244 : 160, belowHint())
    continues: false
    hint: qsTr("Environ 40 minutes. Vous pouvez vous arrêter.")
    objectName: "accueil"
    primaryText: qsTr("Commencer")
    secondaryIcon: Parcours.borne ? "code" : ""
    secondaryName: "jai-un-code"
    secondaryText: Parcours.borne ? qsTr("J’ai déjà un code") : ""
    title: qsTr("Demander un logement social")
    titleLine: Theme.rightToLeft ? 62 : 58
    titleSize: Theme.portrait ? 42 : 48
    titleTop: Theme.portrait ? 119 : 36

    onPrimary: Parcours.begin()
    onSecondary: Parcours.departure.openReturn()

    // The line that joins the stops.
    Rectangle {
        color: Theme.stopDone
        height: Theme.portrait ? 2 * steps.cell : 6
        width: Theme.portrait ? 6 : 2 * steps.cell
        x: Theme.rightToLeft ? parent.width - steps.middle - (Theme.portrait ? 3 : width) : steps.middle - (Theme.portrait ? 3 : 0)
        y: Theme.portrait ? steps.middle : steps.middle - 3
    }

    Grid {
        id: steps

        readonly property real cell: Theme.portrait ? (Theme.largeText ? 98 : Math.min(150, (page.answer.height - wanted.least - 8) / 3)) : parent.width / 3
        readonly property real middle: Theme.largeText ? 44 : 66
        // With their words, the stops and what to have at hand ask for more than the page has.
        readonly property real tallest: page.steps.reduce((most, step, i) => Math.max(most, stops.count > i ? (stops.itemAt(i) as WelcomeStep).fullHeight : 0), 0)
        readonly property bool crowded: !Theme.portrait && tallest + 8 + wanted.height > page.answer.height

        anchors.left: parent.left
        columns: Theme.portrait ? 1 : 3

        Repeater {
            id: stops

            model: page.steps

            WelcomeStep {
                required property var modelData

                brief: steps.crowded
                height: Theme.portrait ? steps.cell : implicitHeight
                icon: modelData[0]
                minutes: modelData[3]
                text: modelData[2]
                title: modelData[1]
                width: Theme.portrait ? page.answer.width : steps.cell
            }
        }
    }

    WelcomeWanted {
        id: wanted

        room: page.answer.height - steps.height - 8
        width: parent.width
        y: parent.height - height
    }
}
