// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/read_piece.h"

#include "client/viewmodels/read_code.h"
#include "shared/deuxddoc/names.h"
#include "shared/pieces/piece_rules.h"

#include <algorithm>

namespace escale {

using deuxddoc::Verdict;
using reading::Subject;

bool ReadPiece::finished() const {
    return std::all_of(pages.begin(), pages.end(), [](const auto& page) { return page->finished; });
}

const PageReading* ReadPiece::withCode() const {
    for (const auto& page : pages)
        if (page->finished && page->read.code)
            return page.get();
    return nullptr;
}

std::optional<ReadPiece::Found> ReadPiece::find(Subject subject) const {
    const bool day = subject == Subject::issued || subject == Subject::validUntil;
    std::optional<Found> best;
    for (const auto& page : pages) {
        const auto& proposals = page->read.proposals;
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            const auto& one = proposals[i];
            if (!page->finished || one.subject != subject)
                continue;
            const bool code = one.source == reading::Source::code;
            const bool better = !best || (code && !best->fromCode) ||
                                (code == best->fromCode && day && one.value > best->value);
            if (better)
                best = Found{one.value, i < page->places.size() ? page->places[i] : QImage(), code};
        }
    }
    return best;
}

std::string ReadPiece::kind() const {
    for (const auto& page : pages)
        if (page->finished && pieces::pieceRules().document(page->read.kind))
            return page->read.kind;
    return {};
}

deuxddoc::DocumentFacts ReadPiece::facts() const {
    deuxddoc::DocumentFacts facts;
    const auto* coded = withCode();
    if (coded && coded->read.code->verification.verdict != Verdict::altered)
        facts = factsOfCode(coded->read.code->message);
    for (const auto& page : pages)
        for (const auto& one : page->read.proposals)
            if (page->finished && one.subject == Subject::name &&
                one.source == reading::Source::text)
                facts.people.push_back(one.value);
    const auto dayOf = [&](Subject subject) -> std::optional<Date> {
        const auto found = find(subject);
        const auto day = found ? parseIsoDate(found->value) : Result<Date>(fail(Errc::notFound));
        return day ? std::optional(*day) : std::nullopt;
    };
    if (!facts.birth)
        facts.birth = dayOf(Subject::birth);
    if (!facts.issued)
        facts.issued = dayOf(Subject::issued);
    if (const auto income = find(Subject::taxIncome); income && !facts.taxIncome)
        facts.taxIncome = deuxddoc::eurosIn(income->value);
    return facts;
}

std::string nameAsRead(const std::string& typed, const std::string& read) {
    QStringList words = QString::fromStdString(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList said = QString::fromStdString(read).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto same = [](const QString& one, const QString& other) {
        return deuxddoc::matchNames(one.toStdString(), other.toStdString());
    };
    // What is the same in both leaves the others to compare.
    for (const QString& word : words)
        for (const QString& one : said)
            if (same(word, one) == deuxddoc::NameMatch::same) {
                said.removeOne(one);
                break;
            }
    for (QString& word : words) {
        if (same(word, QString::fromStdString(read)) == deuxddoc::NameMatch::same)
            continue;
        const auto near = std::find_if(said.begin(), said.end(), [&](const QString& one) {
            return same(word, one) == deuxddoc::NameMatch::close;
        });
        if (near == said.end())
            continue;
        const bool shouted = word == word.toUpper();
        word = shouted ? near->toUpper() : near->left(1).toUpper() + near->mid(1).toLower();
    }
    return words.join(QLatin1Char(' ')).toStdString();
}

} // namespace escale
