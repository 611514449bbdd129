// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            hint: "Touchez une case, puis les chiffres."
            partIcon: "partie-vous"
            partName: "Vous"
            partNumber: 1
            title: "Quelle est votre date de naissance ?"

            side: Keypad {
                onErased: date.erase()
                onTyped: letters => date.insert(letters)
            }

            DateField {
                id: date

                current: 2
                day: "14"
                month: "3"
                width: parent.width
                written: "14 mars 198…"
                year: "198"
            }
        }
    }
}
