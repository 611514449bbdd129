// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            error: "Il manque 1 chiffre."
            errorText: "Un numéro a 10 chiffres."
            partIcon: "partie-vous"
            partName: "Vous"
            partNumber: 1
            secondaryText: "Je n’ai pas de téléphone"
            title: "Quel est votre numéro de téléphone ?"

            side: Keypad {
                onErased: field.erase()
                onTyped: letters => field.insert(letters)
            }

            AnswerField {
                id: field

                digits: true
                error: true
                height: 96
                text: "06 39 98 41 5"
                width: parent.width
            }
        }
    }
}
