// SPDX-License-Identifier: GPL-3.0-or-later
// A full-screen alert on night, the quay beside it: a question and its answers.
// In:  title; hint; safeText, safeIcon (the safe answer, amber, bottom end);
//      quayVisible (true), helpCalled, backVisible.
// Out: safe(), and those of Quay. Children stand in the zone between the hint and the safe answer.
import QtQuick

FocusScope {
    id: alert

    property string title
    property string hint
    property string safeText
    property string safeIcon: "retour"
    property bool quayVisible: true
    property alias helpCalled: quay.helpCalled
    property alias backVisible: quay.backVisible

    readonly property real start: quayVisible && !Theme.portrait ? Theme.quayWidth + 3 : 0
    default property alias content: zone.data

    signal safe
    signal back
    signal help
    signal language
    signal finish

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }

    // Nothing behind an alert can be touched.
    MultiPointTouchArea {
        anchors.fill: parent
    }

    Item {
        id: page

        height: alert.height - (Theme.portrait && alert.quayVisible ? Theme.quayHeight : 0)
        width: alert.width - alert.start - 2 * Theme.pagePadding
        x: Theme.rightToLeft ? Theme.pagePadding : alert.start + Theme.pagePadding

        EscaleText {
            id: question

            bold: true
            color: Theme.inkNight
            heading: true
            line: 72
            size: 56
            text: alert.title
            width: parent.width
            y: 34
        }

        EscaleText {
            id: hintText

            anchors.top: question.bottom
            anchors.topMargin: 4
            color: Theme.inkNight
            line: 40
            size: 32
            text: alert.hint
            visible: text !== ""
            width: parent.width
        }

        Item {
            id: zone

            anchors.bottom: safeButton.top
            anchors.bottomMargin: 24
            anchors.top: hintText.bottom
            anchors.topMargin: 30
            width: parent.width
        }

        LampButton {
            id: safeButton

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 29
            icon: alert.safeIcon
            objectName: "reponse-sure"
            overNight: true
            text: alert.safeText
            visible: text !== ""
            x: Theme.rightToLeft ? 0 : parent.width - width

            onActivated: alert.safe()
        }
    }

    Quay {
        id: quay

        overNightPage: true
        visible: alert.quayVisible

        onBack: alert.back()
        onFinish: alert.finish()
        onHelp: alert.help()
        onLanguage: alert.language()
    }
}
