// SPDX-License-Identifier: GPL-3.0-or-later
// The window: one page at a time, chosen by Parcours, and what may lie over it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Escale.Client

Window {
    id: window

    property bool windowed: false

    readonly property var pages: ({
            [Parcours.PasPret]: "NotReadyPage.qml",
            [Parcours.Langue]: "LanguagePage.qml",
            [Parcours.Accueil]: "WelcomePage.qml",
            [Parcours.Question]: "QuestionPage.qml",
            [Parcours.Documents]: "DocumentsPage.qml",
            [Parcours.SansDocument]: "AbsentPage.qml",
            [Parcours.Photo]: "PhotoPage.qml",
            [Parcours.Relire]: "ReviewPage.qml",
            [Parcours.Feuilles]: "PagesPage.qml",
            [Parcours.Propose]: "ProposalPage.qml",
            [Parcours.Doute]: "DoubtPage.qml",
            [Parcours.Verifier]: "CheckPage.qml",
            [Parcours.Confirmer]: "ConfirmPage.qml",
            [Parcours.Recu]: "ReceiptPage.qml",
            [Parcours.Points]: "ScorePage.qml",
            [Parcours.Pourquoi]: "WhyPage.qml",
            [Parcours.PlusDePoints]: "ChangesPage.qml",
            [Parcours.Communes]: "TownsComparePage.qml",
            [Parcours.Trace]: "TracePage.qml",
            [Parcours.Etat]: "StatePage.qml",
            [Parcours.Reprise]: "ReturnPage.qml",
            [Parcours.MonCode]: "CodePage.qml",
            [Parcours.Emporter]: "PapersPage.qml",
            [Parcours.Papier]: "PaperPage.qml",
            [Parcours.Droits]: "RightsPage.qml",
            [Parcours.Accessibilite]: "AccessibilityPage.qml",
            [Parcours.Aide]: "HelpPage.qml",
            [Parcours.Terminer]: "FinishPage.qml"
        })
    readonly property var adviserPages: ({
            [Adviser.Code]: "PinPage.qml",
            [Adviser.Personnes]: "PeoplePage.qml",
            [Adviser.Chercher]: "SearchPage.qml",
            [Adviser.Envois]: "SendingPage.qml",
            [Adviser.Accord]: "AgreementPage.qml",
            [Adviser.Revient]: "ComingBackPage.qml",
            [Adviser.Reprendre]: "ResumePage.qml",
            [Adviser.Personne]: "PersonPage.qml",
            [Adviser.Retirer]: "RevokePage.qml",
            [Adviser.Conflit]: "ConflictPage.qml",
            [Adviser.Pieces]: "GivenPage.qml",
            [Adviser.Juger]: "JudgePage.qml",
            [Adviser.Visites]: "VisitsPage.qml",
            [Adviser.Visite]: "VisitPage.qml"
        })
    readonly property string file: Parcours.page === Parcours.Suivi ? adviserPages[Parcours.adviser.place] : pages[Parcours.page]

    color: Theme.ground
    height: 800
    title: "Escale"
    visibility: windowed ? Window.Windowed : Window.FullScreen
    visible: true
    width: 1280

    // Nobody closes a borne from its screen: only the system does (SIGTERM).
    onClosing: close => close.accepted = window.windowed || !Parcours.borne

    Binding {
        property: "rightToLeft"
        target: Theme
        value: Parcours.preferences.rightToLeft
    }

    Binding {
        property: "locks"
        target: Theme
        value: Parcours.adviser.present
    }

    Binding {
        property: "highContrast"
        target: Theme
        value: Parcours.preferences.highContrast
    }

    Binding {
        property: "largeText"
        target: Theme
        value: Parcours.preferences.largeText
    }

    Binding {
        property: "calm"
        target: Theme
        value: Parcours.preferences.calm
    }

    Stage {
        PageSlide {
            readonly property var asked: Parcours.piece.proposals.ask
            readonly property var doubt: Parcours.recap.doubt

            anchors.fill: parent
            direction: Parcours.direction
            // Under the alert nothing is to be read or reached.
            visible: Parcours.idleSecondsLeft === 0 && !reading.covers
            source: Qt.resolvedUrl(window.file)
            turn: Parcours.page === Parcours.Question ? Parcours.question.questionId + Parcours.question.item : Parcours.page === Parcours.Doute ? doubt.code ?? "" : Parcours.page === Parcours.Propose ? asked.code ?? "" : Parcours.page === Parcours.Suivi ? Parcours.adviser.visit.step : ""
        }

        FailureBanner {
            id: failureBanner

            text: Parcours.failure
        }

        ReadingLayer {
            id: reading

            anchors.fill: parent
            failure: failureBanner
            visible: Parcours.idleSecondsLeft === 0
        }

        IdleOverlay {
            anchors.fill: parent
        }
    }
}
