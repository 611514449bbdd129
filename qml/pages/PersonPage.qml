// SPDX-License-Identifier: GPL-3.0-or-later
// One person: where the demande stands, what is left to do, and the way into it.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserPersonViewModel person: Parcours.adviser.person
    readonly property string number: person.numeroUnique !== "" ? qsTr("Numéro unique : %1").arg(ltr(person.numeroUnique)) : person.code !== "" ? qsTr("Code : %1").arg(ltr(person.code)) : ""

    readonly property string follows: qsTr("Vous suivez cette personne.")
    readonly property string longRevoke: qsTr("Retirer l’accord")
    readonly property string othersText: qsTr("%n autres", "", person.others)
    // Both buttons and their pictures beside the primary one, or the first one in a word.
    readonly property bool brief: Theme.portrait || Theme.largeText || metrics.advanceWidth(longRevoke + othersText) + 256 > footerRoom

    // Groups of digits keep their order among Arabic words.
    function ltr(digits: string): string {
        return "\u2066%1\u2069".arg(digits);
    }

    // A detail may be a sentence of the housing office: the row grows with it, by itself in très grand.
    function rowHeight(task: var): real {
        const perLine = Theme.portrait ? (task.pillText === "" ? 46 : 32) : 68;
        const lines = Math.max(1, Math.ceil(task.detail.length / perLine));
        return 86 + 30 * (lines - 1) + Theme.lip;
    }

    hint: person.town + (person.town !== "" && number !== "" ? " – " : "") + number
    objectName: "personne-page"
    partIcon: "partie-vous"
    primaryText: person.confirmed ? (Theme.largeText ? qsTr("Relire") : qsTr("Relire la demande")) : person.started ? (Theme.largeText ? qsTr("Continuer") : qsTr("Continuer la demande")) : qsTr("Commencer")
    title: person.name
    // Left out where the buttons and the state take its room.
    topText: Theme.portrait || !Theme.largeText && topMetrics.advanceWidth(follows) + topRow.width + 86 <= answer.width ? follows : ""

    Binding {
        property: "perPage"
        target: page.person
        value: Theme.largeText ? 2 : 4
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.families[0]
        font.pixelSize: Theme.textSize(28)
    }

    FontMetrics {
        id: topMetrics

        font.family: Theme.families[0]
        font.pixelSize: 26
    }

    topEnd: Row {
        id: topRow

        spacing: 16

        SecondaryButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "partie-documents"
            objectName: "pieces"
            small: true
            text: qsTr("Documents")
            visible: !Theme.portrait && !Theme.largeText && page.person.documented

            onActivated: Parcours.adviser.openPieces()
        }

        SecondaryButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "imprimer"
            objectName: "papiers"
            small: true
            text: qsTr("Papiers")
            // In très grand the line has room for the state alone: the buttons follow the tasks.
            visible: !Theme.portrait && !Theme.largeText

            onActivated: Parcours.adviser.openPapers()
        }

        Pill {
            anchors.verticalCenter: parent.verticalCenter
            icon: page.person.stateIcon
            kind: page.person.stateKind
            text: page.person.stateText
        }
    }

    footerStart: Row {
        spacing: 16

        SecondaryButton {
            icon: "main"
            objectName: "retirer-accord"
            text: page.brief ? qsTr("Accord") : page.longRevoke

            onActivated: Parcours.adviser.askToRevoke()
        }

        SecondaryButton {
            icon: "suite"
            objectName: "autres-taches"
            text: page.othersText
            visible: page.person.others > 0 && !Theme.portrait

            onActivated: page.person.showOthers()
        }
    }

    Column {
        spacing: 10
        width: parent.width

        Repeater {
            model: page.person.tasks

            PressableRow {
                required property int index
                required property var modelData

                height: Theme.largeText ? implicitTall : page.rowHeight(modelData)
                icon: modelData.icon
                name: modelData.title
                objectName: "tache:" + index
                pillIcon: "conflit"
                pillKind: "decide"
                pillText: modelData.pillText
                second: modelData.detail
                width: parent.width

                onActivated: Parcours.adviser.openTask(index)
            }
        }

        Flow {
            spacing: 16
            visible: Theme.portrait || Theme.largeText
            width: parent.width

            SecondaryButton {
                icon: "imprimer"
                objectName: "papiers"
                small: !Theme.largeText
                spoken: true
                text: qsTr("Papiers")

                onActivated: Parcours.adviser.openPapers()
            }

            SecondaryButton {
                icon: "partie-documents"
                objectName: "pieces"
                small: !Theme.largeText
                spoken: true
                text: qsTr("Documents")
                visible: page.person.documented

                onActivated: Parcours.adviser.openPieces()
            }

            SecondaryButton {
                icon: "suite"
                objectName: "autres-taches"
                small: !Theme.largeText
                spoken: true
                text: page.othersText
                visible: page.person.others > 0 && Theme.portrait

                onActivated: page.person.showOthers()
            }
        }

        Banner {
            icon: "tick"
            text: page.person.confirmed ? qsTr("Rien ne manque.") : qsTr("Tout est écrit. Il reste à déposer la demande.")
            visible: page.person.tasks.length === 0
            width: parent.width
        }
    }
}
