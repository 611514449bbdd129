// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the touch application.
#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace escale {

struct AppOptions {
    enum class Walk { none, selfTest, parcours, pilot, bench };
    /// What the self-test goes through; empty lists: everything.
    struct SelfTestScope {
        QStringList modes;
        QStringList languages;
        QStringList sizes{QStringLiteral("1280x800"), QStringLiteral("800x1280")};
        QStringList appearances{QStringLiteral("normal")};
        bool keys = false; // Tab and Space instead of touches
    };

    QString role; // "borne", "mediateur", "permanence"; empty: what the device is enrolled for
    QString data;
    bool windowed = false;
    QString language = QStringLiteral("fr");
    QString phone;        // of the site, shown on the receipt
    QString printer;      // queue of CUPS; empty: the default one
    int idleSeconds = 90; // without a touch, before a borne asks whether somebody is there
    QString pinFile;
    QString photos;       // folder of pictures besides "a-numeriser" of the data folder
    QString camera;       // folder of pictures shown as a camera would; empty: the camera
    QString certificates; // folder of those of the 2D-Doc authorities; empty: none
    bool reading = true;  // what the documents say is read and asked about
    QString recordings;   // folder of recorded voices; empty: the usual ones
    Walk walk = Walk::none;
    SelfTestScope selfTest;
    bool trial = false; // on a device of its own, which nothing outlives
    QString captures;
    QString bench;                   // phase of Walk::bench
    std::function<qint64()> idleNow; // clock of the borne's alert, empty: the system's
};

/// Errc::invalidArgument, the detail being the sentence to show with usage().
Result<AppOptions> parseAppOptions(const QStringList& arguments);

QString appUsage();

} // namespace escale
