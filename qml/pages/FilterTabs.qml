// SPDX-License-Identifier: GPL-3.0-or-later
// The three filters of the list, each with how many people it shows.
// In: people.
import QtQuick
import Escale.Client

Row {
    id: tabs

    required property AdviserPeopleModel people

    spacing: 12

    SecondaryButton {
        objectName: "filtre:toutes"
        selected: tabs.people.filter === "toutes"
        small: true
        text: qsTr("Toutes %1").arg(tabs.people.allCount)

        onActivated: tabs.people.filter = "toutes"
    }

    SecondaryButton {
        objectName: "filtre:a_finir"
        selected: tabs.people.filter === "a_finir"
        small: true
        text: qsTr("À finir %1").arg(tabs.people.toFinishCount)

        onActivated: tabs.people.filter = "a_finir"
    }

    SecondaryButton {
        objectName: "filtre:a_decider"
        selected: tabs.people.filter === "a_decider"
        small: true
        text: qsTr("À décider %1").arg(tabs.people.toDecideCount)

        onActivated: tabs.people.filter = "a_decider"
    }
}
