// SPDX-License-Identifier: GPL-3.0-or-later
// The person's gesture: nobody sees their answers before it. The device is handed to them.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property string name: Parcours.adviser.askedName
    readonly property var yes: ({
            "value": "oui",
            "text": qsTr("Oui, je suis d’accord"),
            "icon": "oui"
        })
    readonly property var no: ({
            "value": "non",
            "text": qsTr("Non"),
            "icon": "non"
        })
    // Of somebody whose demande was begun elsewhere.
    readonly property var yesWithCode: ({
            "value": "code",
            "text": qsTr("Oui, et j’ai déjà un code"),
            "icon": "code"
        })

    continues: false
    // No button stands at the bottom.
    footerTop: Theme.portrait ? height - Theme.quayHeight : height
    hint: qsTr("Un conseiller voit vos réponses et vous aide.")
    objectName: "accord-page"
    partIcon: "main"
    primaryIcon: ""
    primaryText: ""
    title: qsTr("Êtes-vous d’accord ?")
    topText: page.name === "" ? qsTr("C’est à la personne de toucher.") : qsTr("C’est à %1 de toucher.").arg(page.name.replace(/&/g, "&amp;").replace(/</g, "&lt;"))

    ChoiceGrid {
        anchors.left: parent.left
        anchors.right: parent.right
        choices: page.name === "" ? [page.yes, page.yesWithCode, page.no] : [page.yes, page.no]
        columns: Theme.portrait ? 1 : Theme.largeText ? 2 : choices.length
        height: parent.height - note.height - 24

        onChosen: value => value === "oui" ? Parcours.adviser.agree() : value === "code" ? Parcours.adviser.openReturn() : Parcours.adviser.refuse()
    }

    Banner {
        id: note

        anchors.bottom: parent.bottom
        icon: "lampe"
        text: Parcours.adviser.askedAgain ? qsTr("Vous aviez dit non. Vous pouvez changer d’avis.") : qsTr("Vous pourrez dire non plus tard. Rien ne sera perdu.")
        width: parent.width
    }
}
