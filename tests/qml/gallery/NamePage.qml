// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            id: page

            hint: Theme.rightToLeft ? "اكتبه كما هو في بطاقتك." : "Écrivez-le comme sur votre carte."
            keyboardPage: true
            partIcon: "partie-vous"
            partName: Theme.rightToLeft ? "أنت" : "Vous"
            partNumber: 1
            title: Theme.rightToLeft ? "ما هو اسم عائلتك؟" : "Quel est votre nom de famille ?"

            AnswerField {
                id: field

                label: page.title
                ltr: true
                text: "Benarous"
                width: parent.width
            }

            Keyboard {
                layouts: Theme.rightToLeft ? ["azerty", "arabic"] : ["azerty", "arabic", "cyrillic"]
                target: field
                width: parent.width
                y: page.keyboardTop - page.answerTop
            }
        }
    }
}
