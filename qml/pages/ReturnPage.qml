// SPDX-License-Identifier: GPL-3.0-or-later
// « J’ai déjà un code »: twelve digits on the keypad, and where to go when they open nothing here.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property ReturnViewModel typed: Parcours.departure.typed
    // What else to do when the code opens nothing, and in one sentence where there is room for one.
    property string advice: qsTr("Votre demande n’est peut-être pas encore arrivée ici. Un conseiller peut vous aider.")
    property string shortAdvice: qsTr("Un conseiller peut continuer avec vous.")
    readonly property bool brief: Theme.largeText || Theme.portrait && metrics.advanceWidth(advice) > 1140
    // The first sentence of an error says what happens, the rest what to do.
    readonly property int cut: typed.error.search(/[.?!]\s/)

    error: cut < 0 ? typed.error : typed.error.slice(0, cut + 1)
    errorText: cut < 0 ? "" : brief && typed.elsewhere ? shortAdvice : typed.error.slice(cut + 2)
    hint: qsTr("Il a 12 chiffres. Il est sur votre papier.")
    objectName: "reprise"
    partIcon: "code"
    primaryText: typed.searching ? qsTr("Nous cherchons…") : qsTr("Continuer")
    topText: qsTr("Vous revenez")
    title: qsTr("Quel est votre code ?")

    side: Keypad {
        onErased: page.typed.erase()
        onTyped: letters => page.typed.type(letters)
    }

    FontMetrics {
        id: metrics

        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(26)
    }

    Column {
        spacing: Theme.portrait && page.error !== "" ? 14 : 28
        width: parent.width

        AnswerField {
            description: page.hint
            digits: true
            error: page.error !== ""
            height: 96
            label: page.title
            maximumLength: 14
            objectName: "champ"
            text: page.typed.code
            width: parent.width

            onTextEdited: text => {
                page.typed.clear();
                page.typed.type(text);
            }
        }

        Banner {
            icon: "aide"
            kind: "info"
            text: page.advice
            visible: page.typed.elsewhere && !page.brief
            width: parent.width
        }
    }
}
