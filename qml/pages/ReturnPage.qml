// SPDX-License-Identifier: GPL-3.0-or-later
// « J’ai déjà un code »: twelve digits on the keypad, and where to go when they open nothing here.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property ReturnViewModel typed: Parcours.departure.typed
    // The first sentence of an error says what happens, the rest what to do.
    readonly property int cut: typed.error.search(/[.?!]\s/)

    error: cut < 0 ? typed.error : typed.error.slice(0, cut + 1)
    // In très grand there is room for one advice.
    errorText: cut < 0 ? "" : Theme.largeText && typed.elsewhere ? qsTr("Un conseiller peut continuer avec vous.") : typed.error.slice(cut + 2)
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

    Column {
        spacing: 28
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
            text: qsTr("Votre demande n’est peut-être pas encore arrivée ici. Un conseiller peut vous aider.")
            visible: page.typed.elsewhere && !Theme.largeText
            width: parent.width
        }
    }
}
