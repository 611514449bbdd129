// SPDX-License-Identifier: GPL-3.0-or-later
// A PageFrame whose quay and Continuer do what they do everywhere.
import QtQuick
import Escale.Client

PageFrame {
    id: page

    // False where the page itself answers primary().
    property bool continues: true
    // False where the page itself answers back().
    property bool returns: true

    backVisible: Parcours.canGoBack

    onBack: if (page.returns)
        Parcours.back()
    onFinish: Parcours.askToFinish()
    onHelp: Parcours.openHelp()
    onLanguage: Parcours.openLanguages()
    onPrimary: if (page.continues)
        Parcours.next()
}
