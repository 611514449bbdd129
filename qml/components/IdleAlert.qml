// SPDX-License-Identifier: GPL-3.0-or-later
// "Are you still there?": the seconds left, sixty blocks that go out one a second, one big answer.
// Any touch counts as "Je suis là". The seconds come from outside; nothing here counts.
// In: secondsLeft, secondsTotal (60).   Out: stay(), finish().
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: idle

    property int secondsLeft: 60
    property int secondsTotal: 60

    readonly property real pad: Theme.portrait ? 32 : 72

    signal stay
    signal finish

    Accessible.name: question.text
    Accessible.role: Accessible.Dialog
    anchors.fill: parent
    color: Theme.night

    MultiPointTouchArea {
        anchors.fill: parent

        onPressed: idle.stay()
    }

    Item {
        height: parent.height - 40
        width: parent.width - 2 * idle.pad
        x: idle.pad

        Picto {
            anchors.left: parent.left
            name: "attente"
            on: "night"
            size: 96
            y: 57
        }

        EscaleText {
            id: question

            anchors.left: parent.left
            bold: true
            color: Theme.inkNight
            heading: true
            line: 72
            size: 60
            text: qsTr("Vous êtes toujours là ?")
            width: Theme.portrait ? parent.width : parent.width - 370
            y: 177
        }

        EscaleText {
            anchors.left: parent.left
            anchors.top: question.bottom
            anchors.topMargin: 24
            color: Theme.inkNight
            line: 52
            size: 38
            text: Theme.locks ? qsTr("Touchez « Je suis là ».\nSinon, la tablette se ferme.") : qsTr("Touchez « Je suis là ».\nSinon, tout s’efface.")
            width: question.width
        }

        Rectangle {
            readonly property bool spoken: false

            anchors.right: parent.right
            anchors.rightMargin: 12
            color: Theme.lamp
            height: 340
            radius: 170
            width: 340
            y: Theme.portrait ? 460 : 70

            EscaleText {
                anchors.horizontalCenter: parent.horizontalCenter
                bold: true
                color: Theme.inkLamp
                line: 190
                ltr: true
                // Already as large as the disc allows.
                size: Theme.largeText ? 170 / 1.2 : 170
                text: idle.secondsLeft.toString()
                y: Theme.largeText ? 40 : 52
            }

            EscaleText {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.inkLamp
                line: 46
                size: 36
                text: qsTr("secondes")
                y: 234
            }
        }

        Row {
            id: blocks

            readonly property real step: (parent.width + 5) / idle.secondsTotal

            anchors.left: parent.left
            spacing: 5
            y: parent.height - 218

            Repeater {
                model: idle.secondsTotal

                Rectangle {
                    required property int index

                    color: index < idle.secondsLeft ? Theme.lamp : Theme.quay
                    height: 26
                    radius: 6
                    width: blocks.step - 5
                }
            }
        }

        SecondaryOnNight {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 15
            anchors.left: parent.left
            icon: Theme.locks ? "cadenas" : "terminer"
            spoken: false
            text: Theme.locks ? qsTr("Fermer à clé") : qsTr("Terminer et effacer")

            onActivated: idle.finish()
        }

        LampButton {
            anchors.bottom: stayFoot.top
            anchors.right: parent.right
            height: 140 + lip
            icon: "main"
            iconSize: 84
            overNight: true
            spoken: false
            text: qsTr("Je suis là")
            textSize: 50
            width: Theme.portrait ? parent.width : 560

            onActivated: idle.stay()
        }

        Item {
            id: stayFoot

            anchors.bottom: parent.bottom
            height: Theme.portrait ? 130 : 13
            width: 1
        }
    }
}
