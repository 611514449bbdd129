// SPDX-License-Identifier: GPL-3.0-or-later
// What is said instead of what is written, for one language: qml/i18n/ear/<language>.tsv.
//
// A line is KEY<TAB>SPOKEN. Lines that start with # are for people. KEY is
//   mot:CDD              a word, or a sign (mot:€), wherever it stands; case counts, then does not
//   question.nom         a text of the catalogue, as a whole
//   Component/texte      a text of qml/ by its French source, as a whole
// A whole text may hold %1 …: what stands there on the page is said in the same place.
#pragma once

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <optional>

namespace escale::speech {

class EarWords {
public:
    /// Text shown for KEY (not mot:) in the language; empty when it has none.
    using Shown = std::function<QString(const QString& key)>;

    EarWords() = default;
    /// A line without a tab, or whose key shows nothing, is left out.
    EarWords(const QByteArray& tsv, const Shown& shown);

    /// Spoken form of `shown` as a whole.
    [[nodiscard]] std::optional<QString> whole(const QString& shown) const;
    /// Spoken form of one word or sign.
    [[nodiscard]] std::optional<QString> word(const QString& shown) const;
    /// Signs that have a spoken form ("€"), each one character.
    [[nodiscard]] bool hasSign(QChar sign) const { return m_words.contains(QString(sign)); }
    [[nodiscard]] int size() const {
        return static_cast<int>(m_words.size() + m_whole.size() + m_patterns.size());
    }

private:
    struct Pattern {
        QRegularExpression shown;
        QString spoken;
    };

    void addWhole(const QString& shown, const QString& spoken);

    QHash<QString, QString> m_words;
    QHash<QString, QString> m_whole;
    QList<Pattern> m_patterns;
};

} // namespace escale::speech
