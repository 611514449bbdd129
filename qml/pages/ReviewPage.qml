// SPDX-License-Identifier: GPL-3.0-or-later
// The photo taken: is everything readable? The whole page beside a part at reading size.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceViewModel piece: Parcours.piece

    answerTop: Math.max(Theme.portrait ? 300 : 172, belowHint())
    error: piece.error
    hint: qsTr("Touchez l’image pour voir une autre partie.")
    continues: false
    objectName: "relire"
    primaryIcon: "tick"
    primaryText: qsTr("Oui, garder")
    secondaryIcon: "recommencer"
    secondaryName: "recommencer"
    secondaryText: qsTr("Non, recommencer")
    title: qsTr("On peut tout lire ?")
    titleIcon: piece.picto

    onPrimary: piece.keep()
    onSecondary: piece.retake()

    PhotoLook {
        anchors.fill: parent
        source: page.piece.preview
    }
}
