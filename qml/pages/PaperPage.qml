// SPDX-License-Identifier: GPL-3.0-or-later
// One paper, page by page: as a whole, and the part that was touched at reading size.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property PapersViewModel papers: Parcours.departure.papers

    continues: false
    error: papers.failed ? papers.message : ""
    hint: papers.message !== "" ? papers.message : papers.printerThere ? qsTr("Touchez la feuille pour voir une autre partie.") : qsTr("Pas d’imprimante ici. Photographiez la feuille.")
    objectName: "papier"
    primaryIcon: papers.printerThere ? "imprimer" : "tick"
    primaryText: papers.printerThere ? qsTr("Imprimer") : qsTr("J’ai fini")
    secondaryIcon: "suite"
    secondaryName: "autre-page"
    secondaryText: papers.pageCount > 1 ? qsTr("Page %1 sur %2").arg(papers.page).arg(papers.pageCount) : ""
    title: papers.title

    onPrimary: papers.printerThere ? papers.print() : Parcours.back()
    onSecondary: papers.turn()

    PhotoLook {
        Accessible.description: page.papers.words
        Accessible.name: page.title
        Accessible.role: Accessible.Graphic
        anchors.fill: parent
        part: Qt.point(Theme.rightToLeft ? 0.75 : 0.25, 0.1)
        source: page.papers.image
    }
}
