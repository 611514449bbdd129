// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at each page where a walk stops, in every size and appearance asked for: writes a picture,
// notes what is wrong (audit/checks.h). The page must come through each of them unchanged.
#pragma once

#include "client/viewmodels/preferences.h"
#include "shared/base/result.h"

#include <QList>
#include <QMap>
#include <QSize>
#include <QString>
#include <QStringList>

class QQuickWindow;

namespace escale {

/// A way of showing the page. `name` ends the name of the picture.
struct Look {
    QString name;
    QSize size{1280, 800};
    bool largeText = false;
    bool highContrast = false;
    bool calm = false; // else as the walk set it
};

class Onlooker {
public:
    /// `captures` may be empty: no picture. The first look is the one in which the walk goes on.
    /// Both references outlive the onlooker.
    Onlooker(QQuickWindow& window, Preferences& preferences, QList<Look> looks, QString captures);

    /// Pictures only, nothing is checked.
    void setChecking(bool checking) { m_checking = checking; }
    /// Nothing moves on the pages.
    [[nodiscard]] bool isCalm() const { return m_preferences.property("calm").toBool(); }
    /// Shows the window in the first look. To be called again when a session has ended, which
    /// forgets how the person wanted to read.
    void prepare();
    /// Errc::storageFailure when a picture cannot be written.
    Result<void> look(const QString& step);
    /// One line a fault, with the pages where it was seen; empty when all is well.
    [[nodiscard]] QStringList report() const;

private:
    void show(const Look& look);
    Result<void> capture(const QString& step, const Look& look);
    void check(const QString& step, const Look& look);

    QQuickWindow& m_window;
    Preferences& m_preferences;
    QList<Look> m_looks;
    QString m_captures;
    bool m_checking = true;
    int m_steps = 0;
    QMap<QString, QStringList> m_faults; // pages, by fault
};

} // namespace escale
