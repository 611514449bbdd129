// SPDX-License-Identifier: GPL-3.0-or-later
// The walks over the application. Each prints "pas NAME MS" for every step; on a failure, the step
// and why on the error output, and the faults of the pages, one a line.
#pragma once

#include "client/selftest/onlooker.h"
#include "client/selftest/walk.h"

namespace escale {

/// A whole demande in French, until its numéro unique has come back, then everything is erased.
/// Exit code.
int walkParcours(QQuickWindow& window, Parcours& parcours, const WarningWatch& warnings,
                 const QString& captures);

struct SelfTest {
    QString mode; // one of selfTestModes()
    QStringList languages;
    QList<Look> looks;
    QString captures;
    std::function<void(qint64)> passTime;
    bool keys = false; // with Tab and Space, in every language letter after letter
    std::function<bool()> speaking;
    std::function<Result<void>(const QString&)> arrange; // see Walk
};

/// Modes that have a walk, in the order in which they are walked.
QStringList selfTestModes();

/// The pages of one mode in each language, in each look. French is touched letter after letter in
/// its usual look, the rest is quicker. Exit code.
int walkSelfTest(QQuickWindow& window, Parcours& parcours, const WarningWatch& warnings,
                 const SelfTest& test);

/// "1280x800", "800x1280" and "normal", "grand", "contraste", "calme": every size in every
/// appearance. Errc::invalidArgument for another word.
Result<QList<Look>> looksOf(const QStringList& sizes, const QStringList& appearances);

} // namespace escale
