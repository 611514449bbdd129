// SPDX-License-Identifier: GPL-3.0-or-later
// Help: a person, bigger text, other colours, no movement.
import QtQuick
import Escale.Client

EscalePage {
    id: page

    property bool called: false

    readonly property Preferences preferences: Parcours.preferences
    readonly property var chosen: (called ? ["aide"] : []).concat(preferences.largeText ? ["grand"] : []).concat(preferences.highContrast ? ["contraste"] : []).concat(preferences.calm ? ["calme"] : []).concat(preferences.loudVoice ? ["forte"] : []).concat(preferences.slowVoice ? ["lente"] : [])
    // Beside an adviser nobody needs to be called.
    readonly property var people: Parcours.adviser.withPerson ? wayBack : [
        {
            "value": "aide",
            "text": qsTr("Appeler\nun conseiller"),
            "icon": "aide"
        }
    ]
    readonly property var display: [
        {
            "value": "grand",
            "text": qsTr("Agrandir\nle texte"),
            "icon": "texte-grand"
        },
        {
            "value": "contraste",
            "text": qsTr("Changer\nles couleurs"),
            "icon": "contraste"
        }
    ]
    readonly property var voice: [
        {
            "value": "forte",
            "text": qsTr("Voix\nplus forte"),
            "icon": "voix-forte"
        },
        {
            "value": "lente",
            "text": qsTr("Voix\nplus lente"),
            "icon": "voix-lente"
        }
    ]
    readonly property var calm: [
        {
            "value": "calme",
            "text": qsTr("Sans\nmouvement"),
            "icon": "calme"
        }
    ]
    // Behind a PIN, from any page of a person.
    readonly property var wayBack: [
        {
            "value": "personne",
            "text": qsTr("Revenir\nà la personne"),
            "icon": "partie-vous"
        }
    ]

    function toggle(what: string): void {
        if (what === "personne")
            Parcours.adviser.showPerson();
        else if (what === "aide")
            page.called = true;
        else if (what === "grand")
            preferences.largeText = !preferences.largeText;
        else if (what === "contraste")
            preferences.highContrast = !preferences.highContrast;
        else if (what === "forte")
            preferences.loudVoice = !preferences.loudVoice;
        else if (what === "lente")
            preferences.slowVoice = !preferences.slowVoice;
        else
            preferences.calm = !preferences.calm;
    }

    continues: false
    helpCalled: called
    hint: called ? qsTr("Levez la main. Montrez cette page à un agent.") : qsTr("Vos réponses sont gardées.")
    objectName: "aide-page"
    primaryIcon: ""
    primaryText: qsTr("Revenir à la question")
    secondaryIcon: "lampe"
    secondaryName: "vos-droits"
    secondaryText: qsTr("Vos droits")
    title: called ? qsTr("J’ai besoin d’aide") : qsTr("Comment vous aider ?")

    onBack: Parcours.closeOverlay()
    onPrimary: Parcours.closeOverlay()
    onSecondary: Parcours.departure.openRights()

    ChoiceGrid {
        anchors.fill: parent
        choices: page.people.concat(page.display, Theme.speech ? page.voice : [], page.calm)
        multiple: true
        perPage: Theme.largeText ? 6 : 12
        selected: page.chosen

        onChosen: value => page.toggle(value)
    }
}
