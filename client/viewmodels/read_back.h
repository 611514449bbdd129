// SPDX-License-Identifier: GPL-3.0-or-later
// Answers written back in words, in the present language (QLocale's default, set by Preferences).
#pragma once

#include "shared/base/date.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace escale {

/// "14 mars 1985"; empty for an empty date.
QString dateInWords(const Date& date);
/// The same while it is typed, pieces joined with "/": "14/3/198" gives "14 mars 198…". Empty until
/// there is a month that exists.
QString dateWhileTyped(const QString& typed, const Date& today);
/// "Sarcelles (95200)", "Toulouse (31)" when it has several postcodes; the code itself when the
/// table of communes does not know it.
QString communeInWords(const QString& insee);
/// "1 250 €"; empty when `typed` is not a whole number of euros.
QString amountInWords(const QString& typed);
/// "732 829 320 00074": spaces that never break the line; what is beyond the groups stays at the
/// end. Unchanged without groups, and for a telephone number written with its country.
QString inGroups(const QString& number, const QList<int>& groups);

/// "Sarcelles, Gonesse", with the comma of the language; what is empty is left out.
QString listInWords(QStringList words);

} // namespace escale
