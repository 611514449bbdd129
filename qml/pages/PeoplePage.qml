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
    // The search above the filters.
    readonly property bool stacked: Theme.portrait || Theme.largeText
    // In très grand the visits stand beside the search.
    readonly property bool visitsAbove: permanence && Theme.largeText
    readonly property real searchWidth: page.answer.width - (!stacked ? tabs.width + 12 : visitsAbove ? visitsButton.width + 12 : 0)
    readonly property real listTop: stacked ? tabs.y + tabs.height + 10 : 88
    readonly property real rowTall: Theme.portrait ? 172 : Theme.rightToLeft ? 138 : 125

    answerTop: Math.max(Theme.portrait ? 185 : 100, titleTop + heading.height + 8)
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
            icon: Theme.portrait && Theme.largeText ? "" : "suite"
            objectName: "autres-personnes"
            text: page.stacked ? qsTr("%n autres", "", page.people.others) : qsTr("Voir les %n autres", "", page.people.others)
            visible: page.people.others > 0

            onActivated: page.people.showOthers()
        }

        SecondaryButton {
            icon: "calendrier"
            objectName: "visites"
            text: qsTr("Visites : %1").arg(page.visit.today)
            visible: page.permanence && !page.stacked

            accessibleName: page.visit.todaySentence

            onActivated: Parcours.adviser.openVisits()
        }
    }

    Binding {
        property: "perPage"
        target: page.people
        value: Theme.largeText ? Math.floor((page.footerTop - page.answerTop - page.listTop - 8) / page.rowTall) : 5
    }

    SearchButton {
        id: searchButton

        anchors.left: parent.left
        search: page.people.search
        width: page.searchWidth

        onActivated: Parcours.adviser.openSearch()
        onErased: page.people.search = ""
    }

    // The bottom of the page has no room for it.
    SecondaryButton {
        id: visitsButton

        accessibleName: page.visit.todaySentence
        height: Theme.largeText ? 76 + lip : 66 + lip
        icon: "calendrier"
        objectName: "visites"
        small: true
        text: page.visit.today.toString()
        visible: page.permanence && page.stacked
        x: page.visitsAbove !== Theme.rightToLeft ? parent.width - width : 0
        y: page.visitsAbove ? 0 : tabs.y

        onActivated: Parcours.adviser.openVisits()
    }

    FilterTabs {
        id: tabs

        anchors.right: parent.right
        people: page.people
        y: page.stacked ? searchButton.height + 12 : 0
    }

    Column {
        spacing: 8
        width: parent.width
        y: page.listTop

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
