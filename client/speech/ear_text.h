// SPDX-License-Identifier: GPL-3.0-or-later
// A text for the eye becomes a text for the ear, and each word heard is found again on the page.
#pragma once

#include "client/speech/ear_words.h"
#include "client/speech/spoken_numbers.h"

#include <QList>
#include <QString>

namespace escale::speech {

class EarText {
public:
    /// `shown` is plain text, in `language`. Spoken as a whole when `words` says so; else word by
    /// word and number by number, what nothing is known of being said as it is written.
    EarText(const QString& shown, const QString& language, const EarWords& words,
            Kind kind = Kind::plain);

    [[nodiscard]] const QString& spoken() const { return m_spoken; }
    /// Whether there is a letter or a digit to say.
    [[nodiscard]] bool says() const;
    /// Stretch of the shown text that is heard at `heard`, a stretch of the spoken text: the whole
    /// word, without the spaces and the punctuation around it. Start -1 when there is none.
    [[nodiscard]] Span shownAt(Span heard) const;

private:
    /// A stretch of the spoken text; `asWritten`: the same letters as the shown stretch.
    struct Piece {
        Span spoken;
        Span shown;
        bool asWritten = false;
    };

    void sayWhole(const QString& spoken);
    void sayByWords(const QString& language, const EarWords& words);
    int sayWord(int from, const EarWords& words);
    void sayStretches(const QList<SpokenStretch>& stretches);
    void add(const QString& spoken, Span shown, bool asWritten);
    [[nodiscard]] Span wordAround(Span shown) const;

    QString m_shown;
    QString m_spoken;
    QList<Piece> m_pieces;
};

} // namespace escale::speech
