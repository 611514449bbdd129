// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/ear_text.h"

#include <algorithm>

namespace escale::speech {

namespace {

bool isOfWord(QChar sign) {
    return sign.isLetterOrNumber() || sign.isMark();
}

/// Signs that hold a word together: N-2, l’année.
bool isInsideWord(const QString& text, int at) {
    static const QString kInside = QStringLiteral("-’'ʼ");
    return kInside.contains(text[at]) && at > 0 && at + 1 < text.size() && isOfWord(text[at - 1]) &&
           isOfWord(text[at + 1]);
}

int wordEnd(const QString& text, int from) {
    int at = from;
    while (at < text.size() && (isOfWord(text[at]) || isInsideWord(text, at)))
        ++at;
    return at;
}

/// What is heard of a sign that is no letter.
QString saidSign(QChar sign) {
    if (sign.isSpace())
        return QStringLiteral(" ");
    if (sign == QChar(0x2013) || sign == QChar(0x2014) || sign == QLatin1Char('/'))
        return QStringLiteral(", ");
    if (sign == QChar(0x2026))
        return QStringLiteral(".");
    if (sign == QChar(0xab) || sign == QChar(0xbb))
        return QStringLiteral(" ");
    return sign;
}

/// Stretches of `text` between spaces.
QList<Span> wordsOf(const QString& text) {
    QList<Span> words;
    for (int at = 0; at < text.size(); ++at) {
        const int start = at;
        while (at < text.size() && !text[at].isSpace())
            ++at;
        if (at > start)
            words.append({start, at - start});
    }
    return words;
}

} // namespace

EarText::EarText(const QString& shown, const QString& language, const EarWords& words, Kind kind)
    : m_shown(shown) {
    if (kind == Kind::code)
        sayStretches(spokenCode(shown));
    else if (const auto whole = words.whole(shown))
        sayWhole(*whole);
    else
        sayByWords(language, words);
}

bool EarText::says() const {
    return std::any_of(m_spoken.begin(), m_spoken.end(), isOfWord);
}

/// Word for word when there are as many of them; else the whole text is one stretch.
void EarText::sayWhole(const QString& spoken) {
    const auto heard = wordsOf(spoken);
    const auto seen = wordsOf(m_shown);
    if (heard.size() != seen.size())
        return add(spoken, {0, static_cast<int>(m_shown.size())}, false);
    for (qsizetype i = 0; i < heard.size(); ++i)
        add(spoken.mid(heard[i].start, heard[i].length) + QLatin1Char(' '), seen[i], false);
}

void EarText::sayByWords(const QString& language, const EarWords& words) {
    int at = 0;
    while (at < m_shown.size()) {
        const QChar sign = m_shown[at];
        if (const auto number = spokenNumber(m_shown, at, language)) {
            sayStretches(*number);
            at = number->last().shown.start + number->last().shown.length;
        } else if (isOfWord(sign)) {
            at = sayWord(at, words);
        } else if (words.hasSign(sign)) {
            add(QLatin1Char(' ') + *words.word(sign) + QLatin1Char(' '), {at, 1}, false);
            ++at;
        } else {
            // A line that ends without a full stop still ends.
            const bool ends = sign == QLatin1Char('\n') && at > 0 && isOfWord(m_shown[at - 1]);
            add(ends ? QStringLiteral(", ") : saidSign(sign), {at, 1}, false);
            ++at;
        }
    }
}

/// The longest known word first: "N-2" before "N". Returns the place after it.
int EarText::sayWord(int from, const EarWords& words) {
    const int end = wordEnd(m_shown, from);
    int partEnd = from;
    while (partEnd < end && isOfWord(m_shown[partEnd]))
        ++partEnd;
    for (const int past : {end, partEnd})
        if (const auto spoken = words.word(m_shown.mid(from, past - from))) {
            add(*spoken, {from, past - from}, false);
            return past;
        }
    // With the sign that ties it to the next word, so that "d’identité" is said in one breath.
    const int past = std::min(end, partEnd + 1);
    add(m_shown.mid(from, past - from), {from, past - from}, true);
    return past;
}

void EarText::sayStretches(const QList<SpokenStretch>& stretches) {
    for (const auto& stretch : stretches)
        add(stretch.spoken, stretch.shown, false);
}

void EarText::add(const QString& spoken, Span shown, bool asWritten) {
    m_pieces.append(
        {{static_cast<int>(m_spoken.size()), static_cast<int>(spoken.size())}, shown, asWritten});
    m_spoken += spoken;
}

Span EarText::shownAt(Span heard) const {
    for (const auto& piece : m_pieces) {
        const int past = piece.spoken.start + piece.spoken.length;
        if (heard.start < piece.spoken.start || heard.start >= past)
            continue;
        const int into = piece.asWritten ? heard.start - piece.spoken.start : 0;
        return wordAround({piece.shown.start + into, piece.shown.length - into});
    }
    return {};
}

Span EarText::wordAround(Span shown) const {
    int start = shown.start;
    int past = shown.start + shown.length;
    while (start > 0 && !m_shown[start - 1].isSpace())
        --start;
    while (past < m_shown.size() && !m_shown[past].isSpace())
        ++past;
    while (start < past && !isOfWord(m_shown[start]) && !m_shown[start].isSymbol())
        ++start;
    while (past > start && !isOfWord(m_shown[past - 1]) && !m_shown[past - 1].isSymbol())
        --past;
    return past > start ? Span{start, past - start} : Span{};
}

} // namespace escale::speech
