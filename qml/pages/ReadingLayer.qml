// SPDX-License-Identifier: GPL-3.0-or-later
// Reading aloud, over every page: answers « Écouter », lights the word that is heard.
// In: failure (said before the page when it is shown).   covers: a question stands over the page.
import QtQuick
import Escale.Ui
import Escale.Client

Item {
    id: layer

    property Item failure: null
    readonly property bool covers: Lecture.asking || Lecture.soundless

    Binding {
        property: "speaking"
        target: Narration
        value: Lecture.speaking
    }

    Binding {
        property: "speech"
        target: Theme
        value: Lecture.available
    }

    Connections {
        function onAsked(root: Item): void {
            Lecture.listen(SpokenScript.of(layer.failure, root));
        }

        target: Narration
    }

    ReadMark {
        length: Lecture.wordLength
        start: Lecture.wordStart
        target: Lecture.currentItem as EscaleText
    }

    Loader {
        active: Lecture.asking
        anchors.fill: parent

        sourceComponent: ReadAloudAlert {
        }
    }

    Loader {
        active: Lecture.soundless
        anchors.fill: parent

        sourceComponent: SilenceAlert {
        }
    }
}
