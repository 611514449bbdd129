// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_gains.h"

#include "client/viewmodels/note_tables.h"
#include "client/viewmodels/note_words.h"
#include "shared/cotation/explain.h"

#include <algorithm>
#include <map>

namespace escale {

namespace {

using cotation::State;

/// Lines of one question: the best of them, since a group often keeps only one.
void countAnswer(NoteGains& gains, const cotation::LineResult& line) {
    const QString question = questionOfCriterion(line.code);
    if (line.state == State::unknown && line.points > 0 && !question.isEmpty())
        gains.questions[question] = std::max(gains.questions.value(question), line.points);
}

/// Only a line that one document opens by itself.
void countPiece(std::map<std::string_view, int>& points, const cotation::Note& note,
                std::size_t index) {
    const auto& line = note.lines[index];
    if (line.retained != 0 || line.state != State::declared || line.points <= 0)
        return;
    const auto why = cotation::explain(note, index);
    if (why.piecesToUnlock.size() == 1 && why.piecesToUnlock.front().size() == 1)
        points[why.piecesToUnlock.front().front()] += line.points;
}

} // namespace

PieceGains::PieceGains(const Dossier& dossier, const Date& today)
    : m_scored(demandeNoteOf(dossier, today)) {}

std::string_view PieceGains::wordOf(std::string_view type) {
    return cotation::baremePieceOf(type);
}

int PieceGains::of(std::string_view type) const {
    const auto word = wordOf(type);
    if (!m_scored || word.empty())
        return 0;
    DemandeNote without = *m_scored;
    std::erase_if(without.facts.pieces, [&](const auto& piece) { return piece.type == word; });
    return m_scored->retained(without.with(word)) - m_scored->retained(without.facts);
}

NoteGains gainsFor(const Dossier& dossier, const Date& today) {
    NoteGains gains;
    const auto scored = demandeNoteOf(dossier, today);
    if (!scored)
        return gains;
    const cotation::Note& note = scored->note;
    std::map<std::string_view, int> points;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        countAnswer(gains, note.lines[i]);
        countPiece(points, note, i);
    }
    for (const auto& [type, worth] : points)
        gains.pieces.append({pieceInWords(*scored->bareme, type), pictoOfPiece(type), worth});
    std::stable_sort(gains.pieces.begin(), gains.pieces.end(),
                     [](const auto& a, const auto& b) { return a.points > b.points; });
    return gains;
}

} // namespace escale
