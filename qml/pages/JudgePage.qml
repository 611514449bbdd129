// SPDX-License-Identifier: GPL-3.0-or-later
// One document that a person gave: the adviser reads it, then says that it is good, or why not.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var document: pieces.shown
    readonly property AdviserPiecesViewModel pieces: Parcours.adviser.pieces
    // The adviser says what is wrong.
    property bool refuses: false

    answerTop: Math.max(Theme.portrait ? 300 : 172, belowHint())
    hint: refuses ? qsTr("La personne verra pourquoi.") : pieces.said !== "" ? pieces.said : qsTr("Touchez l’image pour voir une autre partie.")
    objectName: "juger-page"
    primaryIcon: "tick"
    primaryText: refuses ? "" : qsTr("C’est bon")
    returns: false
    secondaryIcon: refuses ? "" : "etat-refusee"
    secondaryName: "refuser-piece"
    secondaryText: refuses ? "" : qsTr("Ça ne va pas")
    title: refuses ? qsTr("Qu’est-ce qui ne va pas ?") : document.name ?? ""
    titleIcon: document.icon ?? ""
    topText: ""

    onBack: {
        if (page.refuses)
            page.refuses = false;
        else
            Parcours.back();
    }
    onSecondary: page.refuses = true

    ChoiceGrid {
        choices: page.pieces.reasons
        height: parent.height
        visible: page.refuses
        width: parent.width

        onChosen: value => Parcours.adviser.judgePiece(value)
    }

    PhotoLook {
        height: parent.height - (Theme.portrait && nextButton.visible ? nextButton.height + 16 : 0)
        source: page.pieces.picture
        visible: !page.refuses && !page.pieces.elsewhere
        width: parent.width
    }

    Banner {
        icon: "photographier"
        text: qsTr("La photo est sur un autre appareil.")
        visible: !page.refuses && page.pieces.elsewhere
        width: parent.width
    }

    SecondaryButton {
        id: nextButton

        icon: "suite"
        objectName: "page-suivante"
        small: true
        text: qsTr("Page %1 sur %2").arg(page.pieces.page).arg(page.pieces.pageCount)
        visible: !page.refuses && page.pieces.pageCount > 1
        x: Theme.rightToLeft ? 0 : parent.width - width
        y: parent.height - height

        onActivated: Parcours.adviser.nextPiecePage()
    }
}
