// SPDX-License-Identifier: GPL-3.0-or-later
// What never moves: a dark quay at the start side, at the bottom in portrait. Fills its parent's
// side by itself; anchors are not needed.
// In:  backVisible; logoVisible (instead of Retour); helpCalled (Aide becomes "On vient"); onNightPage (a line at its side);
//      finishVisible (false on the page of the PIN: it is locked already).
// Out: back(), help(), language(), finish(). Écouter reads what the quay stands beside (Narration),
//      and becomes Arrêter meanwhile.
// In portrait Retour stands at the top of the page: PageFrame draws it.
import QtQuick

FocusScope {
    id: quay

    property bool backVisible: true
    property bool logoVisible: false
    property bool helpCalled: false
    property bool overNightPage: false
    property bool finishVisible: true
    readonly property bool spoken: false

    readonly property real side: Theme.largeText ? 16 : 12
    readonly property real middleGap: Theme.largeText ? 12 : 14
    readonly property var places: Theme.portrait ? lying() : standing()

    signal back
    signal help
    signal language
    signal finish

    // x, y, width of: back, listen, help, language, finish; from the start side.
    function standing(): var {
        const w = width - 2 * side;
        const tall = (Theme.largeText ? 132 : 106) + Theme.lip;
        const top = 16;
        const last = height - 16 - finishButton.height;
        const free = Theme.largeText ? 173 : (top + tall + last - 3 * tall - 2 * middleGap) / 2;
        return [top, free, free + tall + middleGap, free + 2 * (tall + middleGap), last].map(y => Qt.rect(side, Math.round(y), w, tall));
    }

    // In très grand each button has the room of its longest line, and its part of what is left.
    function lying(): var {
        const gap = Theme.largeText ? 12 : 16;
        const apart = Theme.largeText ? 0 : 16;
        const side = Theme.largeText ? 20 : 24;
        const free = width - 2 * side - 3 * gap - apart;
        const buttons = [finishButton, languageButton, helpButton, listenButton];
        const needs = buttons.map(button => Theme.largeText ? longestLine(button.text) : 0);
        const spare = (free - needs.reduce((sum, need) => sum + need, 0)) / 4;
        const widths = needs.map(need => need + spare);
        const at = i => Qt.rect(side + widths.slice(0, i).reduce((sum, w) => sum + w + gap, 0) + (i > 0 ? apart : 0), Theme.largeText ? 6 : 16, widths[i], Theme.largeText ? 146 : 125);
        return [Qt.rect(0, 0, 0, 0), at(3), at(2), at(1), at(0)];
    }

    function longestLine(text: string): real {
        return text.split("\n").reduce((most, line) => Math.max(most, metrics.advanceWidth(line)), 0);
    }

    function fromStart(place: rect): real {
        return Theme.rightToLeft ? width - place.x - place.width : place.x;
    }

    Accessible.role: Accessible.ToolBar
    Accessible.name: "Escale"
    height: Theme.portrait ? Theme.quayHeight : parent.height
    width: Theme.portrait ? parent.width : Theme.quayWidth
    x: !Theme.portrait && Theme.rightToLeft ? parent.width - width : 0
    y: Theme.portrait ? parent.height - height : 0

    // The words of the last button, which grows with them: measured apart, its place depends on them.
    EscaleText {
        id: finishWords

        Accessible.ignored: true
        bold: true
        line: 27
        size: 24
        spoken: false
        text: finishButton.text
        visible: false
        width: Theme.largeText ? 216 : 144
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(24)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }

    Rectangle {
        color: Theme.quayLine
        height: Theme.portrait ? 3 : parent.height
        visible: quay.overNightPage || Theme.highContrast
        width: Theme.portrait ? parent.width : 3
        x: Theme.portrait || Theme.rightToLeft ? 0 : parent.width - (quay.overNightPage ? 0 : width)
    }

    Logo {
        visible: quay.logoVisible && !Theme.portrait
        x: (parent.width - width) / 2
        y: 25
    }

    QuayButton {
        height: quay.places[0].height
        icon: "retour"
        iconSize: 46
        objectName: "retour"
        text: qsTr("Retour")
        visible: quay.backVisible && !quay.logoVisible && !Theme.portrait
        width: quay.places[0].width
        x: quay.fromStart(quay.places[0])
        y: quay.places[0].y

        onActivated: quay.back()
    }

    QuayButton {
        id: listenButton

        height: quay.places[1].height
        icon: Narration.speaking ? "arreter" : "ecouter"
        lit: true
        objectName: "ecouter"
        text: Narration.speaking ? qsTr("Arrêter") : qsTr("Écouter")
        visible: Theme.speech
        width: quay.places[1].width
        x: quay.fromStart(quay.places[1])
        y: quay.places[1].y

        onActivated: Narration.asked(quay.parent)
    }

    QuayButton {
        id: helpButton

        height: quay.places[2].height
        icon: "aide"
        lit: quay.helpCalled
        objectName: "aide"
        text: quay.helpCalled ? qsTr("On vient") : qsTr("Aide")
        width: quay.places[2].width
        x: quay.fromStart(quay.places[2])
        y: quay.places[2].y

        onActivated: quay.help()
    }

    QuayButton {
        id: languageButton

        height: quay.places[3].height
        icon: "langue"
        objectName: "langue"
        text: qsTr("Langue")
        width: quay.places[3].width
        x: quay.fromStart(quay.places[3])
        y: quay.places[3].y

        onActivated: quay.language()
    }

    QuayButton {
        id: finishButton

        height: Theme.portrait ? (Theme.largeText ? 146 : 120 + lip) : Math.max(Theme.largeText ? 152 : 120, finishWords.height + 43) + lip
        icon: Theme.locks ? "cadenas" : "terminer"
        iconSize: !Theme.largeText ? 44 : !Theme.portrait ? 36 : Theme.rightToLeft ? 22 : 30
        objectName: "terminer"
        text: Theme.locks ? qsTr("Fermer\nà clé") : qsTr("Terminer\net effacer")
        visible: quay.finishVisible
        width: quay.places[4].width
        x: quay.fromStart(quay.places[4])
        y: quay.places[4].y

        onActivated: quay.finish()
    }
}
