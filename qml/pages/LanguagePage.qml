// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: languages, each in its own words and letters.
pragma ComponentBehavior: Bound
import QtQuick
import Escale.Client

EscalePage {
    id: page

    readonly property var languages: Parcours.preferences.languages

    answerTop: Theme.portrait ? 284 : 168
    backVisible: Parcours.canGoBack
    logoVisible: !Parcours.canGoBack
    primaryText: ""

    CityIllustration {
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
        columnSpacing: 44
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.portrait ? 21 : 25

        Repeater {
            model: page.languages

            LanguageCard {
                required property var modelData

                height: Theme.portrait ? 143 : 163
                hello: modelData.greeting
                language: modelData.code
                name: modelData.name
                objectName: "langue:" + modelData.code
                rightward: modelData.rightToLeft
                width: Theme.portrait ? 736 : 498

                onChosen: Parcours.chooseLanguage(modelData.code)
            }
        }
    }
}
