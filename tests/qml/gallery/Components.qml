// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

// The components in their states, in the order of the specification.
Rectangle {
    id: gallery

    component Section: EscaleText {
        bold: true
        line: 40
        size: 28
        width: 1220
        height: 44

        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.sea
            height: 2
            width: parent.width
        }
    }

    component Line: Row {
        spacing: 24
    }

    color: Theme.ground

    Column {
        spacing: 18
        x: 30
        y: 20

        Section {
            text: "Boutons"
        }

        Line {
            PrimaryButton {
            }

            PrimaryButton {
                keyDown: true
            }

            PrimaryButton {
                focus: true
            }

            SecondaryButton {
                text: "Je ne sais pas"
            }

            SecondaryButton {
                icon: "changer"
                small: true
                text: "Changer"
            }
        }

        Section {
            text: "Carte de choix"
        }

        Line {
            Repeater {
                model: 4

                ChoiceCard {
                    required property int index

                    beside: false
                    height: 191
                    icon: "logement-hotel"
                    iconSize: 88
                    keyDown: index === 1
                    selected: index === 2
                    text: "À l’hôtel"
                    width: 210
                }
            }
        }

        Section {
            text: "Champ"
        }

        Line {
            Repeater {
                model: [["", true, false], ["Benarous", false, false], ["06 39 98", true, true]]

                AnswerField {
                    required property var modelData

                    active: modelData[1]
                    error: modelData[2]
                    height: 80
                    text: modelData[0]
                    width: 270
                }
            }

            AmountField {
                amount: "14880"
                width: 300
            }
        }

        Section {
            text: "Touche"
        }

        Line {
            Key {
                text: "e"
                width: 96
            }

            Key {
                keyDown: true
                text: "e"
                width: 96
            }

            Key {
                functionKey: true
                icon: "majuscule"
                text: "Maj"
                width: 140
            }

            Key {
                functionKey: true
                icon: "majuscule"
                on: true
                text: "Maj"
                width: 140
            }

            Key {
                digit: true
                text: "7"
                width: 124
            }
        }

        Section {
            text: "Quai"
        }

        Rectangle {
            color: Theme.night
            height: 162
            radius: 16
            width: 1180

            Row {
                spacing: 22
                x: 20
                y: 18

                QuayButton {
                    icon: "retour"
                    text: "Retour"
                }

                QuayButton {
                    icon: "ecouter"
                    lit: true
                    text: "Écouter"
                }

                QuayButton {
                    icon: "arreter"
                    lit: true
                    text: "Arrêter"
                }

                QuayButton {
                    icon: "aide"
                    keyDown: true
                    text: "Aide"
                }

                QuayButton {
                    icon: "langue"
                    text: "Langue"
                }

                QuayButton {
                    icon: "aide"
                    lit: true
                    text: "On vient"
                }

                QuayButton {
                    height: 125
                    icon: "terminer"
                    text: "Terminer\net effacer"
                }
            }
        }

        Section {
            text: "Pastille d’état"
        }

        Line {
            Pill {
                icon: "etat-en-cours"
                kind: "draft"
                text: "En cours"
            }

            Pill {
                icon: "etat-gardee"
                text: "Gardée"
            }

            Pill {
                icon: "etat-envoyee"
                kind: "sent"
                text: "Envoyée"
            }

            Pill {
                icon: "conflit"
                kind: "decide"
                text: "À décider"
            }

            Pill {
                icon: "tick"
                kind: "sent"
                text: "Gardé"
            }
        }

        Section {
            text: "Bandeau"
        }

        Grid {
            columnSpacing: 24
            columns: 2
            rowSpacing: 18

            Banner {
                height: 72
                text: "On vous explique ce mot."
                width: 580
            }

            Banner {
                height: 72
                icon: "reseau-absent"
                kind: "warm"
                text: "Pas de réseau. Rien n’est perdu."
                width: 580
            }

            Banner {
                first: "Il manque 1 chiffre."
                height: 82
                kind: "error"
                text: "Il en faut 10."
                width: 580
            }

            Banner {
                height: 74
                kind: "trial"
                text: "Essai : ces chiffres sont inventés."
                width: 580
            }
        }

        Section {
            text: "Progression, points, lignes"
        }

        Line {
            StopsLine {
                at: 3
            }

            PointsTag {
                points: 10
            }

            PointsDrawing {
                anchors.left: undefined
                points: 8
            }
        }

        ListRow {
            fault: "Photo floue"
            icon: "doc-livret"
            name: "Livret de famille"
            points: 5
            second: "pour Inès et Rayan"
            width: 1220

            SecondaryButton {
                icon: "recommencer"
                small: true
                text: "Refaire"
                width: 272
            }
        }

        PressableRow {
            icon: "etat-envoyee"
            name: "Loyer"
            pillIcon: "conflit"
            pillKind: "decide"
            pillText: "À décider"
            second: "Deux réponses différentes"
            width: 1220
        }
    }
}
