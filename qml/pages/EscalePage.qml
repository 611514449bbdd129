// SPDX-License-Identifier: GPL-3.0-or-later
// A PageFrame whose quay and Continuer do what they do everywhere.
import QtQuick
import Escale.Client

PageFrame {
    id: page

    // False where the page itself answers primary().
    property bool continues: true

    backVisible: Parcours.canGoBack

    onBack: Parcours.back()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onPrimary: if (page.continues)
        Parcours.next()
}
