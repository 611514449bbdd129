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

    // In très grand the way out needs more room than the others: two long words.
    function lying(): var {
        const gap = Theme.largeText ? 12 : 16;
        const apart = Theme.largeText ? 0 : 16;
        const equal = (width - 2 * 24 - 3 * gap - apart) / 4;
        const first = Theme.largeText ? 216 : equal;
        const w = (4 * equal - first) / 3;
        const at = i => Theme.largeText ? Qt.rect(24 + first + gap + (i - 1) * (w + gap), 6, w, 146) : Qt.rect(24 + first + gap + apart + (i - 1) * (w + gap), 16, w, 125);
        return [Qt.rect(0, 0, 0, 0), at(3), at(2), at(1), Qt.rect(24, at(1).y, first, at(1).height)];
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

        height: Theme.largeText && Theme.portrait ? 146 : (Theme.largeText ? 152 : 120) + lip
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
