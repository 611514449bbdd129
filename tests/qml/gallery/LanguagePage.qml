// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        id: stage

        PageFrame {
            answerTop: Theme.portrait ? 284 : 168
            logoVisible: true
            primaryText: ""

            CityIllustration {
                width: stage.width - (Theme.portrait ? 0 : Theme.quayWidth)
                x: Theme.portrait || Theme.rightToLeft ? -Theme.pagePadding : -36
                y: stage.height - parent.y - height - (Theme.portrait ? Theme.quayHeight : 0)
            }

            Picto {
                anchors.horizontalCenter: parent.horizontalCenter
                label: "Langue"
                name: "langue"
                size: Theme.portrait ? 120 : 104
                y: (Theme.portrait ? 131 : 32) - parent.y
            }

            Grid {
                columnSpacing: 44
                columns: Theme.portrait ? 1 : 2
                rowSpacing: Theme.portrait ? 21 : 25

                Repeater {
                    model: [["Bonjour", "Français"], ["مرحبا", "العربية"], ["Hello", "English"], ["Добрий день", "Українська"]]

                    LanguageCard {
                        required property var modelData

                        height: Theme.portrait ? 143 : 163
                        hello: modelData[0]
                        name: modelData[1]
                        rightward: modelData[1] === "العربية"
                        width: Theme.portrait ? 736 : 498
                    }
                }
            }
        }
    }
}
