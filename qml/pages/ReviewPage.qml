// SPDX-License-Identifier: GPL-3.0-or-later
// The page taken: is everything readable? As a whole, and a part of it at reading size.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceViewModel piece: Parcours.piece

    answerTop: Math.max(Theme.portrait ? 300 : 172, belowHint())
    continues: false
    error: piece.error !== "" ? piece.error : piece.verdict
    hint: piece.busy ? qsTr("La page se prépare.") : qsTr("Touchez l’image pour voir une autre partie.")
    objectName: "relire"
    primaryIcon: piece.good ? "tick" : "recommencer"
    primaryText: piece.good ? qsTr("Oui, garder") : qsTr("Recommencer")
    secondaryIcon: piece.good ? "recommencer" : "tick"
    secondaryName: piece.good ? "recommencer" : "garder-quand-meme"
    secondaryText: piece.good ? qsTr("Non, recommencer") : !piece.keepable ? "" : Theme.largeText ? qsTr("Garder") : qsTr("Garder quand même")
    title: qsTr("On peut tout lire ?")
    titleIcon: error !== "" ? "" : piece.picto
    topText: ""

    onPrimary: piece.good ? piece.keep() : piece.retake()
    onSecondary: piece.good ? piece.retake() : piece.keep()

    PhotoLook {
        height: parent.height - (Theme.portrait ? wholeButton.height + 16 : 0)
        source: page.piece.picture
        width: parent.width
    }

    SecondaryButton {
        id: wholeButton

        icon: page.piece.whole ? "photographier" : "loupe"
        maximumWidth: Theme.portrait ? parent.width : parent.width * 0.56
        objectName: "toute-la-photo"
        small: true
        text: page.piece.whole ? qsTr("Revenir à la feuille") : qsTr("Voir toute la photo")
        visible: page.piece.croppable
        x: Theme.rightToLeft ? 0 : parent.width - width
        y: parent.height - height

        onActivated: page.piece.seeWhole(!page.piece.whole)
    }
}
