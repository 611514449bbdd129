// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            id: page

            hint: "يمكنك أن تترك الخانة فارغة."
            keyboardPage: true
            partIcon: "partie-souhait"
            partName: "السكن الذي تريده"
            partNumber: 5
            title: "هل تريد أن تضيف شيئا؟"

            AnswerField {
                id: field

                label: page.title
                text: "أريد السكن قرب مدرسة ابن"
                width: parent.width
            }

            Keyboard {
                current: "arabic"
                layouts: ["azerty", "arabic"]
                target: field
                width: parent.width
                y: page.keyboardTop - page.answerTop
            }
        }
    }
}
