// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Escale.Ui

Item {
    readonly property var icons: ["loue", "social", "parents", "tiers", "foyer", "hotel", "sans", "autre"]
    readonly property var french: ["Je loue à un propriétaire", "Je loue un logement social", "Chez mes parents ou mes enfants", "Chez quelqu’un d’autre", "Dans un foyer ou un centre", "À l’hôtel", "Je n’ai pas de logement", "Un autre logement"]
    readonly property var arabic: ["أستأجر من مالك خاص", "أستأجر سكنا اجتماعيا", "عند والديّ أو أولادي", "عند شخص آخر", "في دار أو مركز إيواء", "في فندق", "ليس لدي سكن", "سكن آخر"]
    readonly property var words: Theme.rightToLeft ? arabic : french

    Stage {
        PageFrame {
            hint: Theme.rightToLeft ? "المس الصورة التي تناسبك." : "Touchez l’image qui vous ressemble."
            hintOptional: true
            partIcon: "partie-logement"
            partName: Theme.rightToLeft ? "سكنك اليوم" : "Votre logement"
            partNumber: 4
            title: Theme.rightToLeft ? "أين تسكن اليوم؟" : "Où habitez-vous aujourd’hui ?"

            ChoiceGrid {
                anchors.fill: parent
                choices: icons.map((icon, i) => ({
                            "value": icon,
                            "text": words[i],
                            "icon": "logement-" + icon
                        }))
                selected: ["tiers"]
            }
        }
    }
}
