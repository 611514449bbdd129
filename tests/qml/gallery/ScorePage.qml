// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    readonly property bool ar: Theme.rightToLeft

    Stage {
        PageFrame {
            answerTop: Theme.portrait ? 270 : ar ? 138 : 120
            footerTop: Theme.portrait ? 1017 : 700
            hintSize: 26
            hintTop: Theme.portrait ? 167 : ar ? 84 : 70
            hint: ar ? "لسكن من 3 غرف في سارسيل" : "Pour un 3 pièces à Sarcelles"
            secondaryIcon: "points"
            secondaryText: ar ? "لماذا 28 نقطة؟" : "Pourquoi 28 points ?"
            title: ar ? "نقاطك ومكانك" : "Vos points et votre place"
            titleIcon: "points"
            titleTop: Theme.portrait ? 119 : ar ? 40 : 20

            topEnd: Pill {
                icon: "calendrier"
                text: ar ? "أرقام 1 أكتوبر 2026" : "Chiffres du 1er octobre 2026"
            }

            Row {
                anchors.left: parent.left
                spacing: 18

                ScoreCard {
                    figure: ar ? "28 نقطة" : "28 points"
                    honesty: ar ? "سيتحقق منها موظف." : "Un agent va vérifier."
                    sentence: ar ? "لديك" : "Vous avez"

                    PointsDrawing {
                        points: 28
                    }
                }

                ScoreCard {
                    figure: ar ? "سنتان وشهران" : "2 ans et 2 mois"
                    honesty: ar ? "قد يكون أطول أو أقصر." : "Parfois plus,\nparfois moins."
                    sentence: ar ? "الانتظار هنا غالبا" : "Ici, on attend souvent"

                    MonthsDrawing {
                        months: 26
                    }
                }

                ScoreCard {
                    figure: ar ? "85 و110" : "85ᵉ et 110ᵉ"
                    honesty: ar ? "من بين 410 طلبات مثل طلبك" : "sur 410 demandes\ncomme la vôtre"
                    sentence: ar ? "مكانك بين" : "Votre place est entre"

                    PlaceLine {
                        from: 85
                        to: 110
                        total: 410
                        width: parent.width
                    }
                }
            }

            Banner {
                bold: true
                height: 70
                kind: "warm"
                text: ar ? "هذا ليس وعدا بالسكن." : "Ce n’est pas une promesse de logement."
                width: parent.width
                y: 320
            }

            ListRow {
                height: 112
                icon: "doc-contrat"
                iconSize: 68
                name: ar ? "مع عقد عملك: 10 نقاط إضافية" : "Contrat de travail : + 10 points"
                second: ar ? "يصبح مكانك بين 31 و52." : "Votre place serait entre 31ᵉ et 52ᵉ."
                endMargin: 24
                secondSize: 26
                textStart: 116
                width: parent.width
                y: 404

                PrimaryButton {
                    icon: "photographier"
                    iconStart: true
                    text: ar ? "تصوير" : "Photographier"
                }
            }
        }
    }
}
