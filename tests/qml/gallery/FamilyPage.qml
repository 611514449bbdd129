// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        PageFrame {
            hint: "Comptez aussi les enfants."
            partIcon: "partie-famille"
            partName: "Votre famille"
            partNumber: 2
            primaryText: "C’est complet"
            title: "Qui va habiter avec vous ?"

            footerStart: Row {
                spacing: 18

                Picto {
                    name: "personnes"
                    size: 56
                }

                EscaleText {
                    anchors.verticalCenter: parent.verticalCenter
                    line: 38
                    rich: true
                    size: 28
                    text: "Vous serez <b>3 personnes</b>"
                }
            }

            Column {
                spacing: 12
                width: parent.width

                Repeater {
                    model: [["partie-vous", "Nadia Benarous", "C’est vous, 38 ans", false], ["personne-enfant", "Inès Benarous", "Votre fille, 9 ans", true], ["personne-enfant", "Rayan Benarous", "Votre fils, 4 ans", true]]

                    ListRow {
                        id: row

                        required property var modelData

                        endMargin: 22
                        height: 100
                        icon: modelData[0]
                        name: modelData[1]
                        nameSize: 30
                        second: modelData[2]
                        width: parent.width

                        SecondaryButton {
                            icon: "changer"
                            small: true
                            text: "Changer"
                            width: 182
                        }

                        SecondaryButton {
                            icon: "enlever"
                            opacity: row.modelData[3] ? 1 : 0
                            small: true
                            text: "Enlever"
                            width: 182
                        }
                    }
                }

                Item {
                    height: 8 - 12
                    width: 1
                }

                SecondaryButton {
                    height: 83 + lip
                    icon: "ajouter-personne"
                    text: "Ajouter une personne"
                    width: parent.width
                }
            }
        }
    }
}
