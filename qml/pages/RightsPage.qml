// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the answers, and what the person may ask.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var rights: [["demande", qsTr("Vos réponses servent à demander un logement."), qsTr("Les services du logement les lisent. Personne d’autre.")], ["cadenas", qsTr("Cette borne ne garde rien de lisible."), qsTr("Tout est fermé à clé. Puis tout s’efface.")], ["changer", qsTr("Vous pouvez voir et changer vos réponses."), qsTr("Vous pouvez aussi les faire effacer.")], ["aide", qsTr("Demandez à un conseiller, ou à la %1.").arg("CNIL"), qsTr("La %1 protège vos données.").arg("CNIL")]]

    continues: false
    objectName: "droits"
    primaryIcon: ""
    primaryText: qsTr("J’ai compris")
    secondaryIcon: "main"
    secondaryName: "accessibilite"
    secondaryText: qsTr("Accessibilité")
    title: qsTr("Vos droits")

    onPrimary: Parcours.back()
    onSecondary: Parcours.departure.openAccessibility()

    ReadList {
        rows: page.rights
        width: parent.width
    }
}
