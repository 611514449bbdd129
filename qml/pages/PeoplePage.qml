// SPDX-License-Identifier: GPL-3.0-or-later
// The people followed: a name, a town, what each still lacks, where the demande stands.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property AdviserPeopleModel people: Parcours.adviser.people
    readonly property VisitViewModel visit: Parcours.adviser.visit
    readonly property bool permanence: Parcours.adviser.permanence
    readonly property real searchWidth: Theme.portrait ? width - 2 * Theme.pagePadding : page.answer.width - tabs.width - 12

    answerTop: Theme.portrait ? 185 : 100
    logoVisible: true
    objectName: "personnes-page"
    primaryIcon: ""
    primaryText: ""
    title: qsTr("Personnes suivies")
    titleTop: Theme.portrait ? 119 : 32

    topEnd: SendingButton {
        sending: Parcours.adviser.sending

        onActivated: Parcours.adviser.openSending()
    }

    footerStart: Row {
        spacing: 16

        SecondaryButton {
            icon: "suite"
            objectName: "autres-personnes"
            text: Theme.portrait ? qsTr("%n autres", "", page.people.others) : qsTr("Voir les %n autres", "", page.people.others)
            visible: page.people.others > 0

            onActivated: page.people.showOthers()
        }

        SecondaryButton {
            icon: "calendrier"
            objectName: "visites"
            text: qsTr("Visites : %1").arg(page.visit.today)
            visible: page.permanence && !Theme.portrait

            accessibleName: page.visit.todaySentence

            onActivated: Parcours.adviser.openVisits()
        }
    }

    SearchButton {
        anchors.left: parent.left
        search: page.people.search
        width: page.searchWidth

        onActivated: Parcours.adviser.openSearch()
        onErased: page.people.search = ""
    }

    // Upright, the bottom of the page has no room for it.
    SecondaryButton {
        accessibleName: page.visit.todaySentence
        anchors.left: parent.left
        icon: "calendrier"
        objectName: "visites"
        small: true
        text: page.visit.today.toString()
        visible: page.permanence && Theme.portrait
        y: tabs.y

        onActivated: Parcours.adviser.openVisits()
    }

    FilterTabs {
        id: tabs

        anchors.right: parent.right
        people: page.people
        y: Theme.portrait ? 66 + Theme.lip + 12 : 0
    }

    Column {
        spacing: 8
        width: parent.width
        y: Theme.portrait ? 164 : 88

        Repeater {
            model: page.people.rows

            PersonRow {
                required property var modelData

                objectName: "personne:" + modelData.id
                person: modelData
                width: parent.width

                onActivated: Parcours.adviser.openPerson(modelData.id)
            }
        }

        Banner {
            text: page.people.allCount === 0 ? qsTr("Personne pour le moment. Touchez « Nouvelle personne ».") : qsTr("Aucun nom ici. Effacez le nom, ou touchez « Toutes ».")
            visible: page.people.foundCount === 0
            width: parent.width
        }
    }

    PrimaryButton {
        icon: "ajouter-personne"
        iconStart: true
        objectName: "nouvelle-personne"
        text: qsTr("Nouvelle personne")
        x: Theme.rightToLeft ? 0 : parent.width - width
        y: page.footerTop - page.answerTop

        onActivated: Parcours.adviser.newPerson()
    }
}
