// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the touch application.
#pragma once

#include "shared/base/result.h"

#include <QString>
#include <QStringList>

namespace escale {

struct AppOptions {
    enum class Walk { none, selfTest, parcours };

    QString role; // "borne", "mediateur", "permanence"; empty: what the device is enrolled for
    QString data;
    bool windowed = false;
    QString language = QStringLiteral("fr");
    QString phone; // of the site, shown on the receipt
    QString pinFile;
    QString photos; // folder of pictures; empty: "a-numeriser" of the data folder
    Walk walk = Walk::none;
    QString captures;
};

/// Errc::invalidArgument, the detail being the sentence to show with usage().
Result<AppOptions> parseAppOptions(const QStringList& arguments);

QString appUsage();

} // namespace escale
