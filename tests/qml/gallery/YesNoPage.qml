// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            id: page

            hint: "Dans ce cas, vous avez reçu un numéro."
            partIcon: "partie-vous"
            partName: "Vous"
            partNumber: 1
            title: "Avez-vous déjà demandé un logement social ?"

            ChoiceGrid {
                anchors.fill: parent
                anchors.topMargin: Theme.portrait || Theme.largeText ? 0 : 18
                choices: [
                    {
                        "value": "yes",
                        "text": "Oui",
                        "icon": "oui"
                    },
                    {
                        "value": "no",
                        "text": "Non",
                        "icon": "non"
                    },
                    {
                        "value": "unknown",
                        "text": "Je ne sais pas",
                        "icon": "ne-sais-pas"
                    }
                ]
            }
        }

        Binding {
            property: "speaking"
            target: Narration
            value: true
        }

        ReadMark {
            length: 8
            start: 26
            target: page.heading
        }
    }
}
