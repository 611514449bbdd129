// SPDX-License-Identifier: GPL-3.0-or-later
// The accessibility statement (law 2005-102, article 47; EN 301 549 for what is not a web site).
// It says what was tried, and by whom: nobody from outside yet.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property int first: 0

    readonly property int perPage: Theme.largeText ? 2 : 4
    readonly property bool last: first + perPage >= rows.length
    // Of the Défenseur des droits, free of charge, as it is written on an envelope.
    readonly property string address: "Libre réponse 71120, 75342 Paris CEDEX 07"
    readonly property string phone: Parcours.receipt.phone
    readonly property var rows: [["verifier", qsTr("Cette application suit en partie la norme %1.").arg("EN 301 549"), qsTr("Nous l’avons essayée nous-mêmes, page par page.")], ["ne-sais-pas", qsTr("Il reste à l’essayer avec des personnes."), qsTr("Aucun organisme ne l’a encore contrôlée.")], ["aide", qsTr("Quelque chose vous bloque ?"), phone !== "" ? qsTr("Dites-le à un conseiller, ou au %1.").arg(phone) : qsTr("Dites-le à un conseiller.")], ["courrier", qsTr("Pas de réponse ? Écrivez au Défenseur des droits."), page.address]]

    continues: false
    objectName: "accessibilite-page"
    primaryIcon: ""
    primaryText: last ? qsTr("J’ai compris") : qsTr("Voir la suite")
    title: qsTr("Accessibilité : partiellement conforme")

    onPrimary: if (last)
        Parcours.back();
    else
        first += perPage

    ReadList {
        rows: page.rows.slice(page.first, page.first + page.perPage)
        width: parent.width
    }
}
