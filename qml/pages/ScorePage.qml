// SPDX-License-Identifier: GPL-3.0-or-later
// Three facts, in this order: points, wait, place; then what would change most.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property NoteViewModel note: Parcours.note
    readonly property var best: note.bestPiece
    readonly property bool arabic: Theme.rightToLeft
    // In très grand the three facts stand one under the other, without their drawings.
    readonly property bool stacked: Theme.portrait || Theme.largeText
    readonly property real cardWidth: stacked ? answer.width : 335
    // Upright, what stands under the cards keeps its room.
    readonly property real below: 98 + advice.height + 8
    readonly property real cardHeight: Theme.portrait ? Math.min(170, (answer.height - below) / 3 - 8) : 306
    // In très grand the lines of honesty are said where there is room for all.
    readonly property real whole: points.fullHeight + wait.fullHeight + place.fullHeight + promise.height + advice.height + 32
    readonly property bool brief: Theme.largeText && note.available && whole > answer.height

    answerTop: Theme.largeText ? belowHint() - 16 : Math.max(Theme.portrait ? 250 : arabic ? 138 : 120, belowHint() - 14)
    footerTop: Theme.portrait ? 1017 : 700
    hint: note.forWhat
    hintSize: 26
    hintTop: Math.max(Theme.portrait ? (Theme.largeText ? 180 : 167) : arabic || Theme.largeText ? 84 : 70, titleTop + heading.height - (Theme.portrait ? 2 : 8))
    objectName: "points-page"
    primaryText: qsTr("Continuer")
    secondaryIcon: note.available ? "points" : ""
    secondaryName: "pourquoi"
    secondaryText: note.available ? qsTr("Pourquoi %n points ?", "", note.points) : ""
    title: qsTr("Vos points et votre place")
    titleIcon: "points"
    titleTop: Theme.portrait ? 119 : 23

    onSecondary: Parcours.openWhy()

    Banner {
        kind: "info"
        text: qsTr("Cette commune ne publie pas ses points. Demandez à un conseiller.")
        visible: !page.note.available
        width: parent.width
    }

    Grid {
        id: cards

        anchors.left: parent.left
        columnSpacing: 18
        columns: page.stacked ? 1 : 3
        rowSpacing: Theme.largeText ? 8 : 12
        visible: page.note.available

        ScoreCard {
            id: points

            brief: page.brief
            figure: qsTr("%n points", "", page.note.points)
            height: Theme.largeText ? implicitHeight : page.cardHeight
            honesty: page.note.possiblePoints > page.note.points ? qsTr("%1 avec tous vos documents.").arg(page.note.possiblePoints) : qsTr("Un agent va vérifier.")
            sentence: qsTr("Vous avez")
            width: page.cardWidth

            PointsDrawing {
                points: page.note.points
                visible: !page.stacked
            }
        }

        ScoreCard {
            id: wait

            brief: page.brief
            figure: page.note.waitMonths > 0 ? page.note.waitSentence : qsTr("Pas connu ici")
            height: Theme.largeText ? implicitHeight : page.cardHeight
            honesty: qsTr("Parfois plus,\nparfois moins.")
            sentence: qsTr("Ici, on attend souvent")
            width: page.cardWidth

            MonthsDrawing {
                months: page.note.waitMonths
                visible: !page.stacked
            }
        }

        ScoreCard {
            id: place

            brief: page.brief
            figure: qsTr("Inconnue ici")
            height: Theme.largeText ? implicitHeight : page.cardHeight
            honesty: qsTr("Un conseiller peut\nvous la donner.")
            sentence: qsTr("Votre place")
            width: page.cardWidth

            Picto {
                name: "place"
                size: 96
                visible: !page.stacked
            }
        }
    }

    Banner {
        id: promise

        bold: true
        height: Theme.largeText ? implicitHeight - 16 : 70
        kind: "warm"
        text: qsTr("Ce n’est pas une promesse de logement.")
        visible: page.note.available
        width: parent.width
        y: Theme.largeText ? cards.height + 8 : Theme.portrait ? cards.height + 14 : 320
    }

    ListRow {
        id: advice

        height: Theme.largeText ? implicitHeight - 12 : Math.max(112, implicitHeight)
        icon: page.best.picto ?? ""
        iconSize: 68
        name: qsTr("%1 : + %2 points").arg(page.best.label ?? "").arg(page.best.points ?? 0)
        second: qsTr("Apportez-le à un guichet.")
        secondSize: 26
        textStart: 116
        visible: page.note.available && page.best.points !== undefined
        width: parent.width
        y: Theme.largeText ? promise.y + promise.height + 8 : Theme.portrait ? cards.height + 98 : 404
    }

    EscaleText {
        line: 32
        size: 24
        soft: true
        text: page.note.asOf
        visible: page.note.available && !page.stacked
        width: parent.width
        y: page.best.points !== undefined ? advice.y + advice.height + 10 : 404
    }
}
