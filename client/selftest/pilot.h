// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real program from outside, line by line, by touches: for tests that must stop it at
// one place or another. Never says what was typed.
#pragma once

#include "client/selftest/walker.h"
#include "client/viewmodels/parcours.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace escale {

/// Reads orders on the standard input, one a line, and answers each on the standard output with
/// "fait" or "refus: WHY". The end of the input ends the program.
///
///   toucher NAME       touches the thing of that objectName
///   ecrire LETTERS     with the keyboard of the page
///   chiffres DIGITS    with the keypad of the page
///   aller QUESTION     answers at once what is asked before that question
///   avancer PAGE       the same, until Parcours::Page of that name
///   attendre PAGE      waits for Parcours::Page of that name
///   taille 800x1280    turns or resizes the screen
///   sortir             tries to leave by the keys that close windows, and by closing it
///   passer MS          lets that time pass for the alert of the borne
///   inventaire FILE    writes there every text of the interface (inventory.h), one a line
class Pilot : public QObject {
    Q_OBJECT
public:
    /// `passTime` lets time pass for the borne. All outlive the pilot.
    Pilot(Walker& walker, Parcours& parcours, QQuickWindow& window,
          std::function<void(qint64)> passTime);

private:
    void read();
    Result<void> obey(const QString& order, const QString& rest);
    Result<void> goTo(const QString& question);
    Result<void> goOnTo(const QString& page);
    Result<void> leave();
    Result<void> tryToGetOut();
    Result<void> waitForPage(const QString& name);
    Result<void> resize(const QString& size);
    Result<void> writeInventory(const QString& file);

    Walker& m_walker;
    Parcours& m_parcours;
    QQuickWindow& m_window;
    std::function<void(qint64)> m_passTime;
    QSocketNotifier m_input;
    QByteArray m_pending;
};

} // namespace escale
