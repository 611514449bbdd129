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
    readonly property real below: promise.height + advice.height + 36
    readonly property real cardHeight: Theme.portrait ? Math.min(170, (answer.height - below) / 3 - 8) : 306
    // In très grand the lines of honesty are said where there is room for all.
    readonly property real whole: points.fullHeight + wait.fullHeight + place.fullHeight + promise.height + advice.height + 32
    readonly property bool brief: Theme.largeText && note.available && whole > answer.height
    // Beside a long title, the day alone: the words are said of it all the same.
    readonly property bool dayAlone: Theme.portrait ? Theme.largeText : heading.contentWidth + dated.width + 200 > answer.width
    // What must be said of the place; its date too where no pill has room for it.
    readonly property bool pill: note.place.known && (Theme.portrait || !Theme.largeText)
    readonly property string cautions: (note.place.known && !pill ? [note.place.asOf + "."] : []).concat(note.place.cautions).concat(note.publication === "" ? [] : [note.publication]).join(" ")

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

    topEnd: Pill {
        Accessible.name: page.note.place.asOf
        icon: page.note.place.stale ? "attention" : "calendrier"
        kind: page.note.place.stale ? "draft" : "kept"
        objectName: "date-des-chiffres"
        text: page.dayAlone ? page.note.place.day : page.note.place.asOf
        visible: page.pill
    }

    TextMetrics {
        id: dated

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(24)
        text: page.note.place.asOf
    }

    onSecondary: Parcours.openNotePage(Parcours.Pourquoi)

    Banner {
        id: unpublished

        kind: "info"
        objectName: "sans-points"
        text: page.note.publication
        visible: !page.note.available
        width: parent.width
    }

    Banner {
        kind: "warm"
        text: qsTr("Votre demande compte quand même.")
        visible: !page.note.available
        width: parent.width
        y: unpublished.height + 14
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
            honesty: page.note.pointsState
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
            figure: page.note.waitSentence
            height: Theme.largeText ? implicitHeight : page.cardHeight
            honesty: page.note.waitHonesty
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
            figure: page.note.place.figure
            height: Theme.largeText ? implicitHeight : page.cardHeight
            honesty: page.note.place.honesty
            objectName: "place"
            sentence: page.note.place.sentence
            width: page.cardWidth

            PlaceLine {
                from: page.note.place.from
                to: page.note.place.to
                total: page.note.place.total
                visible: page.note.place.known && !page.stacked
                width: parent.width
            }

            Picto {
                name: "place"
                size: 96
                visible: !page.note.place.known && !page.stacked
            }
        }
    }

    Banner {
        id: promise

        bold: page.cautions === ""
        first: page.cautions === "" ? "" : qsTr("Ce n’est pas une promesse de logement.")
        height: Theme.largeText ? implicitHeight - 16 : Math.max(70, implicitHeight)
        kind: "warm"
        objectName: "promesse"
        text: page.cautions === "" ? qsTr("Ce n’est pas une promesse de logement.") : page.cautions
        visible: page.note.available
        width: parent.width
        y: cards.height + (Theme.largeText ? 8 : 14)
    }

    ListRow {
        id: advice

        height: Theme.largeText ? implicitHeight - 12 : Math.max(112, implicitHeight)
        icon: page.best.picto ?? ""
        iconSize: 68
        name: qsTr("%1 : + %2 points").arg(page.best.label ?? "").arg(page.best.points ?? 0)
        second: (page.best.place ?? "") === "" ? qsTr("Apportez-le à un guichet.") : page.best.place
        secondSize: 26
        textStart: 116
        visible: page.note.available && page.best.points !== undefined
        width: parent.width
        y: promise.y + promise.height + (Theme.largeText ? 8 : 14)
    }
}
