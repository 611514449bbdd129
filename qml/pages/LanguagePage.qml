// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: languages, each in its own words and letters. Four on two columns, up to twelve
// on three.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var languages: Parcours.preferences.languages
    readonly property bool many: languages.length > 4
    readonly property int across: Theme.portrait ? (many ? 2 : 1) : many ? 3 : 2

    answerTop: Theme.portrait ? 284 : 168
    backVisible: Parcours.canGoBack
    logoVisible: !Parcours.canGoBack
    primaryText: ""

    CityIllustration {
        visible: !page.many
        width: page.width - (Theme.portrait ? 0 : Theme.quayWidth)
        x: Theme.portrait || Theme.rightToLeft ? -Theme.pagePadding : -36
        y: page.height - parent.y - height - (Theme.portrait ? Theme.quayHeight : 0)
    }

    Picto {
        readonly property string spokenText: label

        Accessible.ignored: false
        Accessible.name: label
        Accessible.role: Accessible.Heading
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Langue")
        name: "langue"
        size: Theme.portrait ? 120 : 104
        y: (Theme.portrait ? 131 : 32) - parent.y
    }

    Grid {
        id: grid

        readonly property real gap: page.many ? 22 : 44

        columnSpacing: gap
        columns: page.across
        rowSpacing: Theme.portrait ? 21 : page.many ? 14 : 25

        Repeater {
            model: page.languages

            LanguageCard {
                required property var modelData

                height: page.many ? 104 : Theme.portrait ? 143 : 163
                hello: modelData.greeting
                language: modelData.code
                name: modelData.name
                objectName: "langue:" + modelData.code
                rightward: modelData.rightToLeft
                width: (page.answer.width - (page.across - 1) * grid.gap) / page.across

                onChosen: Parcours.chooseLanguage(modelData.code)
            }
        }
    }
}
