// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/read_days.h"

#include <algorithm>

namespace escale {

namespace {

// A titre de séjour lasts ten years at the most.
constexpr int kYearsAhead = 10;
constexpr int kMonthsInAYear = 12;

bool isIssue(const ReadAsk& ask) {
    return ask.kind == ReadAsk::Kind::issued;
}

/// First of the months, or of the years, that a paper still good may bear.
Date oldest(const ReadAsk& ask, const Date& today) {
    if (ask.rule.incomeYear != 0)
        return {today.year + 1 + ask.rule.incomeYear, 1, 1};
    const Date least = addMonths(today, -ask.rule.months);
    return {least.year, least.month, 1};
}

Date lastOfMonth(int year, int month) {
    return addDays(addMonths({year, month, 1}, 1), -1);
}

QString monthCode(int year, int month) {
    return QStringLiteral("%1-%2").arg(year).arg(month, 2, 10, QLatin1Char('0'));
}

QStringList monthsOf(const ReadAsk& ask, const Date& today, int year) {
    QStringList all;
    for (int month = 1; month <= kMonthsInAYear; ++month) {
        const bool coming = year == today.year && month > today.month;
        const bool gone = year == today.year && month < today.month;
        if (isIssue(ask) ? !coming : !gone)
            all.append(monthCode(year, month));
    }
    return all;
}

QStringList issueChoices(const ReadAsk& ask, const Date& today) {
    const Date least = oldest(ask, today);
    QStringList all;
    if (ask.rule.months != 0 && ask.rule.months < kMonthsInAYear) {
        for (Date month{today.year, today.month, 1}; month >= least; month = addMonths(month, -1))
            all.append(monthCode(month.year, month.month));
    } else {
        for (int year = today.year; year >= least.year; --year) {
            const bool partly = year == least.year && ask.rule.months != 0;
            all.append(partly ? QStringLiteral("annee:%1").arg(year) : QString::number(year));
        }
    }
    all.append(QStringLiteral("avant"));
    return all;
}

} // namespace

QStringList dayChoices(const ReadAsk& ask, const Date& today, int year) {
    if (year != 0)
        return monthsOf(ask, today, year);
    if (isIssue(ask))
        return issueChoices(ask, today);
    QStringList all;
    for (int ahead = 0; ahead <= kYearsAhead; ++ahead)
        all.append(QStringLiteral("annee:%1").arg(today.year + ahead));
    all.append(QStringLiteral("passe"));
    return all;
}

Date dayChosen(const ReadAsk& ask, const QString& choice, const Date& today) {
    if (choice == QLatin1String("avant"))
        return addDays(oldest(ask, today), -1);
    // Which day it was matters no more: it has passed.
    if (choice == QLatin1String("passe"))
        return addDays(today, -1);
    const QStringList parts = choice.split(QLatin1Char('-'));
    const int year = parts.first().toInt();
    if (year == 0)
        return {};
    const int month = parts.size() > 1 ? parts.at(1).toInt() : kMonthsInAYear;
    if (month < 1 || month > kMonthsInAYear)
        return {};
    const Date last = lastOfMonth(year, month);
    return isIssue(ask) ? std::min(last, today) : last;
}

} // namespace escale
