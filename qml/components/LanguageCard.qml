// SPDX-License-Identifier: GPL-3.0-or-later
// A language in its own words and letters, with the loudspeaker that says them.
// Read aloud in that language.
// In:  hello ("Bonjour"), name ("Français"), language ("fr"), rightward (Arabic letters),
//      listenLabel (accessible name of the loudspeaker).   Out: chosen().
import QtQuick

Item {
    id: card

    property string hello
    property string name
    property string language
    property bool rightward: false
    readonly property string spokenLanguage: language
    property string listenLabel: qsTr("Écouter")

    signal chosen

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Theme.rightToLeft
    height: 163

    Pressable {
        id: words

        accessibleName: card.hello + ", " + card.name
        anchors.left: parent.left
        anchors.right: Theme.speech ? speaker.left : parent.right
        anchors.rightMargin: Theme.speech ? 10 : 0
        height: parent.height
        lip: 6
        radius: Theme.radiusCard

        onActivated: card.chosen()

        Column {
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: card.rightward
            anchors.centerIn: parent
            spacing: 2
            width: parent.width - (Theme.largeText ? 40 : 60)

            EscaleText {
                Accessible.ignored: true
                bold: true
                line: Theme.largeText ? 44 : 54
                size: Theme.largeText ? 36 : 44
                text: card.hello
                width: parent.width
            }

            EscaleText {
                Accessible.ignored: true
                line: 40
                size: 30
                soft: true
                text: card.name
                width: parent.width
            }
        }
    }

    LampButton {
        id: speaker

        accessibleName: card.listenLabel + ", " + card.name
        anchors.right: parent.right
        borderWidth: Theme.border
        height: parent.height
        icon: "ecouter"
        iconSize: 44
        lip: 6
        radius: Theme.radiusCard
        visible: Theme.speech
        width: 96

        onActivated: Narration.asked(card)
    }
}
