// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the photo of a document, or choosing it among the files of a folder or a stick.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceViewModel piece: Parcours.piece

    answerTop: Math.max(Theme.portrait ? 300 : 172, Theme.largeText ? belowHint() : 0)
    error: piece.error
    hint: piece.cameraAvailable ? (piece.advice !== "" ? piece.advice : qsTr("Posez la feuille à plat, dans la lumière.")) : qsTr("Choisissez la photo de votre document.")
    objectName: "photo"
    primaryText: ""
    secondaryText: qsTr("Je ne l’ai pas")
    title: piece.label
    titleIcon: piece.picto

    onSecondary: Parcours.openAbsent(piece.key)

    Rectangle {
        border.color: Theme.sea
        border.width: 4
        color: Theme.night
        height: parent.height + (Theme.portrait ? -200 : 100)
        radius: Theme.radiusButton
        visible: page.piece.cameraAvailable
        width: Theme.portrait ? parent.width : 720

        Image {
            Accessible.ignored: true
            anchors.fill: parent
            anchors.margins: 8
            cache: false
            fillMode: Image.PreserveAspectFit
            source: page.piece.cameraAvailable ? page.piece.preview : ""
        }
    }

    PrimaryButton {
        anchors.right: parent.right
        height: 132 + lip
        icon: "photographier"
        iconStart: true
        objectName: "prendre"
        text: qsTr("Prendre\nla photo")
        visible: page.piece.cameraAvailable
        width: 290
        y: Theme.portrait ? parent.height - height : 150

        onActivated: page.piece.take()
    }

    FileChoices {
        anchors.fill: parent
        files: page.piece.files
        visible: !page.piece.cameraAvailable

        onChosen: name => page.piece.chooseFile(name)
    }
}
