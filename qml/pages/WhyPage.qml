// SPDX-License-Identifier: GPL-3.0-or-later
// Why these points: each criterion, what it gives, and the answer or document behind it.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property NoteViewModel note: Parcours.note
    readonly property real words: answer.width - 108 - (Theme.largeText ? 170 : Theme.portrait ? 130 : 420)
    readonly property real totalTall: Theme.largeText ? 66 : 78

    function detailOf(criterion: var): string {
        return criterion.reason !== "" ? criterion.reason : criterion.stateLabel;
    }

    answerTop: Theme.portrait ? 250 : Theme.rightToLeft || Theme.largeText ? 138 : 120
    footerTop: Theme.portrait ? 1017 : 700
    continues: false
    hint: Theme.largeText ? note.asOf : qsTr("Chaque réponse donne des points.") + " " + note.asOf
    hintSize: 26
    hintTop: Theme.portrait ? (Theme.largeText ? 180 : 167) : Theme.rightToLeft || Theme.largeText ? 84 : 70
    objectName: "pourquoi-page"
    primaryText: leaves.more ? qsTr("Voir la suite") : qsTr("Continuer")
    secondaryIcon: note.changes.length > 0 ? "ajouter" : ""
    secondaryName: "plus-de-points"
    secondaryText: note.changes.length === 0 ? "" : Theme.largeText ? qsTr("Plus de points") : qsTr("Avoir plus de points")
    title: qsTr("Pourquoi %n points ?", "", note.points)
    titleIcon: "points"
    titleTop: Theme.portrait ? 119 : 23

    topEnd: SecondaryButton {
        icon: "loupe"
        objectName: "trace"
        text: qsTr("Le calcul")
        visible: !Parcours.borne

        onActivated: Parcours.openNotePage(Parcours.Trace)
    }

    onPrimary: {
        if (leaves.more)
            leaves.turn();
        else
            Parcours.next();
    }
    onSecondary: Parcours.openNotePage(Parcours.PlusDePoints)

    Leaves {
        id: leaves

        heightOf: criterion => Math.max(Theme.largeText ? 0 : 93, 16 + leaves.tall(criterion.label, 28, 36, false, page.words) + leaves.tall(page.detailOf(criterion), 24, 30, false, page.words))
        lines: page.note.criteria
        room: page.answer.height - page.totalTall
        spacing: 0
    }

    Plate {
        height: list.height
        width: parent.width

        Column {
            id: list

            width: parent.width

            Repeater {
                model: leaves.shown

                CriterionRow {
                    required property var modelData

                    counted: modelData.state === "valide" || modelData.state === "piece_presente"
                    detail: page.detailOf(modelData)
                    icon: modelData.picto
                    label: modelData.label
                    points: modelData.points
                    width: list.width
                }
            }

            Item {
                height: page.totalTall
                width: parent.width

                EscaleText {
                    anchors.left: parent.left
                    anchors.leftMargin: 26
                    anchors.verticalCenter: parent.verticalCenter
                    size: 28
                    text: qsTr("Aujourd’hui, vous avez")
                }

                EscaleText {
                    anchors.right: parent.right
                    anchors.rightMargin: 26
                    anchors.verticalCenter: parent.verticalCenter
                    bold: true
                    line: 44
                    size: 32
                    text: qsTr("%n points", "", page.note.points)
                }
            }
        }
    }
}
