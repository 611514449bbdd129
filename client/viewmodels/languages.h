// SPDX-License-Identifier: GPL-3.0-or-later
// The languages that the build found in qml/i18n/words: nothing here names one.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace escale {

struct Language {
    QString code;          // "uk": what --langue takes
    QString name;          // in itself: "Українська"
    QString greeting;      // how it says good day
    QString locale;        // of dates, numbers and direction
    QStringList keyboards; // keyboards of letters, first one first (see Keyboard.qml)
    QString voice;         // of espeak-ng; empty when there is none
    bool listed = true;    // on the first page; false: only asked for by its code
    [[nodiscard]] bool rightToLeft() const;
};

/// Read once, in the order of the first page; those that are not listed come first.
const QList<Language>& allLanguages();
/// nullptr for an unknown code.
const Language* findLanguage(const QString& code);
/// Codes of the listed ones, for people: "fr, ar, en, uk".
QString languageCodes();

/// Lines of qml/i18n/make_ts.py --list; a line that is not whole is left out.
QList<Language> parseLanguages(const QString& lines);

} // namespace escale
