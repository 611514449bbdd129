// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    Stage {
        AlertPage {
            hint: "Choisissez une réponse."
            safeText: "Non, je continue"
            title: "Voulez-vous arrêter ?"

            Row {
                anchors.left: parent.left
                spacing: 28

                AlertCard {
                    icon: "recu"
                    second: "Vous recevez un code."
                    text: "Garder et revenir"
                    width: 505
                }

                AlertCard {
                    icon: "effacer"
                    second: "Vos réponses disparaissent."
                    text: "Tout effacer"
                    width: 504
                }
            }
        }
    }
}
