// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done at the bottom of a question besides Continuer: other answers, « Je ne sais pas »,
// « Je n’en ai pas », words explained. Rows grow upwards; only the last one has Continuer beside it.
// In:  room (px beside Continuer), wide (px of the rows above); more ("" or words of the other
//      answers), moreIcon, moreName; unknown, none (offered); terms: [{code, word}]; open (code of
//      the term explained, "" for none); start (items before them: what is counted); oneRow,
//      keyboard (just above: with two ways out, or two words, a word has only its picture).
// Out: moreAsked(), unknownSaid(), noneSaid(), explained(code); raised (px above the last row).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: ways

    property real room: 700
    property real wide: room
    property string more
    property string moreIcon: "suite"
    property string moreName: "autres-reponses"
    property bool unknown: false
    property bool none: false
    property var terms: []
    property string open
    property bool oneRow: false
    property bool keyboard: false
    property alias start: startZone.data

    // After the answers, although the frame holds it before them.
    readonly property int spokenRank: 1
    readonly property real rowHeight: (Theme.largeText ? 92 : 76) + Theme.lip
    readonly property real gap: 14
    readonly property var rows: rowsOf(buttons.count, startZone.width)
    readonly property real raised: (rows.length - 1) * (rowHeight + gap)
    readonly property bool tight: oneRow && unknown && none || keyboard && terms.length > 1 && (unknown || none) || oneRow && terms.length === 1 && termWidth(qsTr("C’est quoi ?")) > termRoom
    // What a word explained may take in a row: a single row is shared with the ways out.
    readonly property real termRoom: oneRow ? room - possible.reduce((sum, way) => sum + wayWidth(way.text), 0) : Theme.largeText ? room : 1.8 * room - 100
    readonly property var possible: [
        {
            "name": moreName,
            "text": more,
            "icon": moreIcon
        },
        {
            "name": "je-ne-sais-pas",
            "text": unknown ? qsTr("Je ne sais pas") : "",
            "icon": ""
        },
        {
            "name": "je-nen-ai-pas",
            "text": none ? qsTr("Je n’en ai pas") : "",
            "icon": ""
        }
    ]
    readonly property var offered: possible.filter(way => way.text !== "").concat((tight && unknown && none && Theme.largeText ? [] : terms).map(term => ({
                    "name": "mot:" + term.code,
                    "text": tight ? "" : isLong(term.word) ? qsTr("C’est quoi ?") : term.word,
                    "said": isLong(term.word) ? qsTr("C’est quoi ?") + " " + term.word : term.word,
                    "icon": "lampe",
                    "code": term.code
                })))

    // What the buttons are made of. Room made or taken by the buttons may change what is offered:
    // they are never made again while that is being worked out.
    property var shown: []

    signal moreAsked
    signal unknownSaid
    signal noneSaid
    signal explained(string code)

    // Words that the row does not hold, the only ones explained: a question takes their place.
    function isLong(word: string): bool {
        return terms.length === 1 && termWidth(word) > termRoom;
    }

    function termWidth(word: string): real {
        return metrics.font.pixelSize === 0 ? 0 : metrics.advanceWidth(word) + 84;
    }

    function wayWidth(words: string): real {
        const grown = Theme.textSize(28) / Theme.textSize(26);
        return words === "" ? 0 : metrics.advanceWidth(words) * grown + (Theme.largeText ? 36 : 56) + gap;
    }

    function widthOf(indices: var): real {
        return indices.reduce((sum, i) => sum + (buttons.itemAt(i)?.width ?? 0) + gap, -gap);
    }

    // `indices` in rows of `most` px, the last one of `last` px, filled from the end.
    function packed(indices: var, most: real, last: real): var {
        const found = widthOf(indices.slice(-1)) > last ? [[], []] : [[]];
        for (let i = indices.length - 1; i >= 0; --i) {
            const row = [indices[i]].concat(found[0]);
            if (found[0].length > 0 && widthOf(row) > (found.length === 1 ? last : most))
                found.unshift([indices[i]]);
            else
                found[0] = row;
        }
        return found;
    }

    // Numbers of the buttons of each row: one row, or the ways out above the words explained.
    function rowsOf(count: int, taken: real): var {
        const all = Array.from({
            "length": count
        }, (unused, i) => i);
        if (widthOf(all) <= room - taken)
            return [all];
        // What is counted keeps the last row for itself.
        if (taken > 0)
            return packed(all, wide, wide).concat([[]]);
        const ways = all.filter(i => shown[i].code === undefined);
        if (ways.length > 0 && ways.length < count)
            return packed(ways, wide, wide).concat(packed(all.slice(ways.length), wide, room));
        return wide > room && widthOf(all) <= wide ? [all, []] : packed(all, wide, room);
    }

    // Where button `index` stands: [x from the start side, y].
    function placeOf(index: int): var {
        const at = rows.findIndex(row => row.includes(index));
        let x = at === rows.length - 1 ? startZone.width : 0;
        for (let i = rows[at]?.[0] ?? index; i < index; ++i)
            x += (buttons.itemAt(i)?.width ?? 0) + gap;
        return [x, (at - rows.length + 1) * (rowHeight + gap)];
    }

    function show(): void {
        shown = offered;
    }

    function act(way: var): void {
        if (way.code !== undefined)
            explained(way.code);
        else if (way.name === "je-ne-sais-pas")
            unknownSaid();
        else
            way.name === "je-nen-ai-pas" ? noneSaid() : moreAsked();
    }

    height: rowHeight
    width: room

    Component.onCompleted: show()
    onOfferedChanged: settling.restart()

    Timer {
        id: settling

        interval: 0

        onTriggered: ways.show()
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(26)
    }

    Item {
        id: startZone

        height: ways.rowHeight
        width: childrenRect.width > 0 ? childrenRect.width + 24 : 0
        x: Theme.rightToLeft ? ways.width - width : 0
    }

    Repeater {
        id: buttons

        model: ways.shown

        SecondaryButton {
            required property int index
            required property var modelData
            readonly property bool isTerm: modelData.code !== undefined
            readonly property var place: ways.placeOf(index)

            accessibleName: modelData.said ?? modelData.text
            accessibleDescription: isTerm ? qsTr("Ce que ce mot veut dire") : ""
            height: ways.rowHeight
            icon: modelData.icon
            maximumWidth: !isTerm ? 0 : Theme.largeText && ways.terms.length > 1 ? ways.wide : ways.room
            objectName: modelData.name
            padding: isTerm || Theme.largeText ? 36 : 56
            selected: isTerm && ways.open === modelData.code
            small: isTerm
            text: modelData.text
            x: Theme.rightToLeft ? ways.width - place[0] - width : place[0]
            y: place[1]

            onActivated: ways.act(modelData)
        }
    }
}
