// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one page, and slides the next one in: 40 px in reading direction, 180 ms, 0 in calm mode.
// In: source (the page); turn (changes when the same page shows another question); direction.
import QtQuick

Item {
    id: slide

    property url source
    property string turn
    property int direction: 1

    property bool begun: false

    function start(): void {
        const first = !slide.begun;
        slide.begun = true;
        if (first || Theme.pageMs === 0)
            return;
        shift.from = slide.direction * (Theme.rightToLeft ? -40 : 40);
        entrance.restart();
    }

    onSourceChanged: start()
    onTurnChanged: start()

    Loader {
        id: loader

        height: parent.height
        source: slide.source
        width: parent.width
    }

    ParallelAnimation {
        id: entrance

        NumberAnimation {
            id: shift

            duration: Theme.pageMs
            easing.type: Easing.OutCubic
            property: "x"
            target: loader
            to: 0
        }

        NumberAnimation {
            duration: Theme.pageMs
            from: 0.2
            property: "opacity"
            target: loader
            to: 1
        }
    }
}
