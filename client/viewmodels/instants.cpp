// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/instants.h"

#include "client/viewmodels/preferences.h"

#include <QDate>
#include <QLocale>

namespace escale {

namespace {

QString moment(const QString& day, std::int64_t ms) {
    return Preferences::text("moment").arg(day, hourInWords(ms));
}

} // namespace

QString hourInWords(std::int64_t ms) {
    const int minutes = parisMinuteOfDay(ms);
    return Preferences::text("moment.heure")
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString momentInWords(std::int64_t ms) {
    const Date day = parisDate(ms);
    return moment(
        QLocale().toString(QDate(day.year, day.month, day.day), QStringLiteral("dddd d MMMM")), ms);
}

QString momentSince(std::int64_t ms, std::int64_t nowMs) {
    const Date today = parisDate(nowMs);
    const Date day = parisDate(ms);
    if (day == today)
        return moment(Preferences::text("moment.aujourdhui"), ms);
    if (day == addDays(today, -1))
        return moment(Preferences::text("moment.hier"), ms);
    return momentInWords(ms);
}

} // namespace escale
