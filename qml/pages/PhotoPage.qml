// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the photo of a document, by itself or with the big button; or choosing a file.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PieceViewModel piece: Parcours.piece
    readonly property PieceAim aim: piece.aim
    property bool filesWanted: false
    readonly property bool aiming: aim.available && !filesWanted

    answerTop: aiming ? (Theme.portrait ? 119 : 20) : belowHint()
    error: aiming ? "" : piece.error
    hint: aiming ? "" : aim.unplugged ? qsTr("La caméra est débranchée. Choisissez un fichier.") : filesHint()
    objectName: "photo"
    primaryIcon: piece.pages.count > 0 ? "tick" : "photographier"
    primaryText: aiming ? "" : piece.pages.count > 0 ? qsTr("C’est tout") : aim.available ? qsTr("Prendre une photo") : ""
    secondaryName: "je-ne-l-ai-pas"
    secondaryText: aiming || piece.pages.count > 0 ? "" : qsTr("Je ne l’ai pas")
    title: aiming ? "" : piece.label + " – " + piece.rank
    titleIcon: aiming || error !== "" ? "" : piece.picto
    continues: false

    function filesHint(): string {
        if (piece.files.count === 0)
            return piece.detail;
        return piece.detail === "" ? qsTr("Choisissez un fichier.") : qsTr("%1. Choisissez un fichier.").arg(piece.detail);
    }

    onPrimary: piece.pages.count > 0 ? piece.list() : page.filesWanted = false
    onSecondary: Parcours.openAbsent(piece.key)

    // Heard as it is read: who aims does not look at the words.
    Connections {
        function onAdviceChanged(): void {
            if (page.aiming && page.aim.advice !== "")
                Lecture.announce([
                    {
                        "text": page.aim.advice,
                        "language": "",
                        "kind": "",
                        "isPrivate": false,
                        "item": null
                    }
                ]);
        }

        target: page.aim
    }

    AimView {
        id: view

        advice: page.piece.error !== "" ? page.piece.error : page.aim.advice
        frame: page.aim.frame
        height: Theme.portrait ? 104 + 520 : 760
        icon: page.piece.error !== "" ? "attention" : page.aim.adviceIcon
        kind: page.piece.error !== "" ? "error" : page.aim.ready ? "ready" : "advice"
        outline: page.aim.outline
        visible: page.aiming
        width: Theme.portrait ? parent.width : Math.min(760, parent.width - aside.width)
        x: Theme.portrait ? 0 : Theme.rightToLeft ? parent.width - width + 16 : -16
    }

    AimSide {
        id: aside

        busy: page.piece.busy
        detail: page.piece.detail
        filesThere: page.piece.files.count > 0
        icon: page.piece.picto
        label: page.piece.label
        morePages: page.piece.pages.count > 0
        rank: page.piece.rank
        visible: page.aiming
        width: Theme.portrait ? parent.width : Theme.largeText ? 320 : 280
        x: Theme.portrait || Theme.rightToLeft ? 0 : parent.width - width
        y: Theme.portrait ? view.height + 16 : 0

        onEnough: page.piece.list()
        onFiles: page.filesWanted = true
        onMissing: Parcours.openAbsent(page.piece.key)
        onShoot: page.piece.take()
    }

    FileChoices {
        anchors.fill: parent
        files: page.piece.files
        visible: !page.aiming

        onChosen: name => page.piece.chooseFile(name)
    }
}
