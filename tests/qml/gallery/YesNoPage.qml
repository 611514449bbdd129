// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            hint: "Dans ce cas, vous avez reçu un numéro."
            listening: true
            partIcon: "partie-vous"
            partName: "Vous"
            partNumber: 1
            readLength: 8
            readStart: 26
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
    }
}
