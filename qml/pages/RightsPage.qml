// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the answers, and what the person may ask.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property int first: 0

    readonly property int perPage: Theme.largeText ? 2 : 4
    readonly property bool last: first + perPage >= rights.length
    readonly property var rights: [["demande", qsTr("Vos réponses servent à demander un logement."), qsTr("Les services du logement les lisent. Personne d’autre.")], ["cadenas", qsTr("Cette borne ne garde rien de lisible."), qsTr("Tout est fermé à clé. Puis tout s’efface.")], ["changer", qsTr("Vous pouvez voir et changer vos réponses."), qsTr("Vous pouvez aussi les faire effacer.")], ["aide", qsTr("Demandez à un conseiller, ou à la %1.").arg("CNIL"), qsTr("La %1 protège vos données.").arg("CNIL")]]

    continues: false
    objectName: "droits"
    primaryIcon: ""
    primaryText: last ? qsTr("J’ai compris") : qsTr("Voir la suite")
    secondaryIcon: "main"
    secondaryName: "accessibilite"
    secondaryText: qsTr("Accessibilité")
    title: qsTr("Vos droits")

    onPrimary: if (last)
        Parcours.back();
    else
        first += perPage
    onSecondary: Parcours.departure.openAccessibility()

    ReadList {
        rows: page.rights.slice(page.first, page.first + page.perPage)
        width: parent.width
    }
}
