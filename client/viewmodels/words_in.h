// SPDX-License-Identifier: GPL-3.0-or-later
// Words of another language than the page's, for the length of a scope.
#pragma once

#include <QLocale>
#include <QString>

#include <memory>

class QTranslator;

namespace escale {

/// While it lives, Preferences::text and the default QLocale speak `language`, whatever the pages
/// show: a paper has two languages. On the thread of the interface; one inside another is fine.
class WordsIn {
public:
    explicit WordsIn(const QString& language);
    ~WordsIn();
    WordsIn(const WordsIn&) = delete;
    WordsIn& operator=(const WordsIn&) = delete;

    /// The text of a catalogue key in the language of the innermost scope, or the French one; null
    /// when there is no scope, the key itself when nobody knows it.
    static QString text(const QString& key);

private:
    QLocale m_before;
    WordsIn* m_outer;
    std::unique_ptr<QTranslator> m_words;
    std::unique_ptr<QTranslator> m_french;
};

} // namespace escale
