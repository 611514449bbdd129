// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of a question as cards; fills its own width and height.
// In:  choices: array of { value, text, icon, second? }; selected: array of values;
//      multiple; columns (0: chosen from the number of answers); iconSize, textSize;
//      perPage (answers a page); low (much stands under the grid: its cards are low).
// Out: chosen(value) for each press: the user of the grid decides what is then selected.
// Beyond perPage, a button at the bottom shows the others (moreInside false: the user of the grid
// draws it, with moreText, and calls turn()); nothing scrolls.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: grid

    property var choices: []
    property var selected: []
    property bool multiple: false
    property int columns: 0
    property real iconSize: Theme.largeText ? 120 : few && !Theme.portrait ? 160 : 104
    property real textSize: few && !Theme.portrait ? 36 : 26
    property real maximumCard: Theme.portrait ? 159 : Theme.largeText ? 222 : few ? 364 : across === 4 ? 212 : 231
    property int perPage: Theme.largeText ? 4 : 12
    property int page: 0
    property bool moreInside: true
    property bool low: false

    readonly property bool few: choices.length <= 3
    // Choosing makes a new array of the same answers: the page stays.
    readonly property string values: choices.map(choice => choice.value).join()
    // Words that two lines of the narrowest card do not hold get wider cards, fewer a page.
    // Measured again once the letters have their size.
    readonly property real longest: metrics.font.pixelSize === 0 ? 0 : choices.reduce((most, choice) => Math.max(most, metrics.advanceWidth(choice.text)), 0)
    readonly property bool wordy: longest > (low ? 300 : Theme.portrait ? 480 : 400) && !Theme.largeText
    readonly property int most: wordy ? Math.min(6, perPage) : perPage
    readonly property int pages: Math.ceil(choices.length / most)
    readonly property var shown: choices.slice(page * most, (page + 1) * most)
    readonly property int others: Math.min(most, choices.length - most * ((page + 1) % pages))
    readonly property int across: columns > 0 ? columns : Theme.portrait ? (few || Theme.largeText ? 1 : 2) : Theme.largeText ? 2 : few ? 3 : shown.length <= 4 ? 2 : shown.length <= 6 ? 3 : 4
    readonly property int down: Math.ceil(shown.length / across)
    readonly property real gapX: Theme.portrait || Theme.largeText ? 22 : across === 4 ? 18 : across === 3 ? (few ? 24 : 22) : 28
    readonly property real gapY: Theme.portrait ? 15 : Theme.largeText ? 23 : across === 4 ? 18 : 20
    readonly property string moreText: pages < 2 ? "" : Theme.largeText ? qsTr("Autres réponses") : qsTr("Voir les %n autres", "", others)
    readonly property real roomHeight: height - (more.visible && !Theme.largeText ? more.height + gapY : 0)
    readonly property real cardHeight: Math.min(maximumCard, (roomHeight - gapY * (down - 1)) / Math.max(1, down))

    signal chosen(var value)

    function turn(): void {
        page = (page + 1) % pages;
    }

    // The page with what is chosen; the others stay a button away.
    function showSelected(): void {
        page = Math.max(0, Math.floor(choices.findIndex(choice => selected.includes(choice.value)) / most));
    }

    Component.onCompleted: showSelected()
    onPagesChanged: showSelected()
    onValuesChanged: page = 0

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(grid.textSize)
    }

    Grid {
        columnSpacing: grid.gapX
        columns: grid.across
        rowSpacing: grid.gapY
        width: parent.width

        Repeater {
            model: grid.shown

            ChoiceCard {
                required property var modelData
                required property int index

                beside: Theme.portrait || Theme.largeText || grid.cardHeight < (grid.across < 4 ? 150 : 125)
                height: grid.cardHeight
                icon: modelData.icon ?? ""
                // Two lines of words fit under the picture, whatever the height.
                iconSize: Math.min(grid.iconSize, height * 0.68, beside ? height : height - (grid.wordy ? 129 : 98))
                multiple: grid.multiple
                objectName: "choix:" + modelData.value
                second: modelData.second ?? ""
                selected: grid.selected.includes(modelData.value)
                text: modelData.text
                textSize: grid.textSize
                width: (grid.width - grid.gapX * (grid.across - 1)) / grid.across

                onActivated: grid.chosen(modelData.value)
            }
        }
    }

    SecondaryButton {
        id: more

        icon: Theme.portrait && Theme.largeText ? "" : "suite"
        objectName: "autres-reponses"
        text: grid.moreText
        visible: grid.pages > 1 && grid.moreInside
        x: Theme.rightToLeft ? grid.width - width : 0
        y: Theme.largeText ? grid.height + 28 : grid.height - height

        onActivated: grid.turn()
    }
}
