// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/population_csv.h"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace escale::position {
namespace {

using cotation::Commune;
using cotation::Declaration;
using cotation::Facts;
using cotation::PieceState;
using cotation::Role;
using cotation::Tri;

constexpr std::array<std::string_view, 16> kFields{
    "origine", "commune", "typologie", "premier_depot", "personnes", "categorie",
    "habite",  "surface", "pieces",    "loyer",         "aide",      "ressources",
    "travail", "declare", "com_dalo",  "justificatifs"};
constexpr std::size_t kGuichet = kFields.size(); // "guichet" is the last field

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty())
        return parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

template <class Items, class Word>
std::string joined(const Items& items, const Word& word) {
    std::string text;
    for (const auto& item : items) {
        const std::string one = word(item);
        if (!one.empty())
            text += (text.empty() ? "" : "|") + one;
    }
    return text;
}

std::string number(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
}

std::string_view stateWord(PieceState state) {
    return state == PieceState::validated ? "validee"
           : state == PieceState::refused ? "refusee"
                                          : "presente";
}

Error wrong(std::size_t field) {
    return fail(Errc::malformed,
                "champ « " + std::string(field < kFields.size() ? kFields[field] : "guichet") +
                    " » illisible");
}

bool readNumber(std::string_view text, std::optional<std::int64_t>& value) {
    if (text.empty())
        return true;
    std::int64_t read = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error != std::errc() || end != text.data() + text.size() || read < 0 ||
        read > 1'000'000'000)
        return false;
    value = read;
    return true;
}

/// "role:AAAA-MM-JJ|…"; the list is complete.
bool readPersons(std::string_view text, Facts& facts) {
    for (const std::string_view item : split(text, '|')) {
        const auto parts = split(item, ':');
        const auto role = parts.empty() ? std::nullopt : cotation::roleFromName(parts[0]);
        if (!role || parts.size() != 2)
            return false;
        const auto birth = parseIsoDate(parts[1]);
        if (!birth && !parts[1].empty())
            return false;
        facts.persons.push_back({*role, birth ? *birth : Date{}});
    }
    facts.rolesComplete.fill(!facts.persons.empty());
    return true;
}

bool readWork(std::string_view text, Facts& facts) {
    facts.workComplete = true;
    for (const std::string_view item : split(text, '|')) {
        const auto parts = split(item, ':');
        const auto role = parts.empty() ? std::nullopt : cotation::roleFromName(parts[0]);
        if (!role || parts.size() != 2)
            return false;
        facts.work.push_back({*role, Commune(parts[1])});
    }
    return true;
}

bool readDeclarations(std::string_view text, Facts& facts) {
    facts.declarations.fill(Tri::no);
    for (const std::string_view item : split(text, '|')) {
        const auto known = cotation::declarationFromName(item);
        if (!known)
            return false;
        facts.declare(*known);
    }
    return true;
}

bool readPieces(std::string_view text, Facts& facts) {
    for (const std::string_view item : split(text, '|')) {
        const auto parts = split(item, ':');
        if (parts.size() < 2 || parts.size() > 3)
            return false;
        cotation::Piece piece;
        piece.type = parts[0];
        piece.state = parts[1] == "validee"   ? PieceState::validated
                      : parts[1] == "refusee" ? PieceState::refused
                                              : PieceState::present;
        if (parts[1] != stateWord(piece.state))
            return false;
        if (parts.size() == 3) {
            const auto end = parseIsoDate(parts[2]);
            if (!end)
                return false;
            piece.expiresOn = *end;
        }
        facts.pieces.push_back(std::move(piece));
    }
    return true;
}

bool readDate(std::string_view text, Date& date) {
    if (text.empty())
        return true;
    const auto read = parseIsoDate(text);
    if (read)
        date = *read;
    return read.has_value();
}

/// Fields from "premier_depot" to "guichet"; the first that cannot be read, or none.
std::optional<std::size_t> readFacts(const std::vector<std::string_view>& fields, Facts& facts) {
    std::optional<std::int64_t> rooms;
    const auto home = cotation::homeFromName(fields[5]);
    const std::array<bool, 11> good{readDate(fields[3], facts.depositedOn),
                                    readPersons(fields[4], facts),
                                    home.has_value(),
                                    true,
                                    readNumber(fields[7], facts.surfaceDm2),
                                    readNumber(fields[8], rooms),
                                    readNumber(fields[9], facts.rentCents),
                                    readNumber(fields[10], facts.aidCents),
                                    readNumber(fields[11], facts.resourcesCents),
                                    readWork(fields[12], facts),
                                    readDeclarations(fields[13], facts)};
    for (std::size_t i = 0; i < good.size(); ++i)
        if (!good[i])
            return i + 3;
    facts.home = *home;
    facts.homeCommune = Commune(fields[6]);
    if (rooms)
        facts.rooms = static_cast<std::int32_t>(*rooms);
    facts.comDalo = fields[14] == "oui" ? Tri::yes : fields[14] == "non" ? Tri::no : Tri::unknown;
    if (!readPieces(fields[15], facts))
        return 15;
    for (const std::string_view tick : split(fields[kGuichet], '|'))
        facts.guichet.emplace_back(tick);
    return std::nullopt;
}

} // namespace

std::string csvHeader() {
    std::string text;
    for (const std::string_view field : kFields)
        text += std::string(field) + ";";
    return text + "guichet\n";
}

std::string csvLine(const Demande& demande, std::string_view origin) {
    const Facts& facts = demande.facts;
    std::string line(origin);
    const auto add = [&](const std::string& field) { line += ";" + field; };
    add(demande.asked.insee());
    add(demande.typology);
    add(facts.depositedOn.empty() ? "" : facts.depositedOn.iso());
    add(joined(facts.persons, [](const cotation::Person& person) {
        return std::string(name(person.role)) + ":" +
               (person.birth.empty() ? "" : person.birth.iso());
    }));
    add(std::string(name(facts.home)));
    add(facts.homeCommune.insee());
    add(number(facts.surfaceDm2));
    add(facts.rooms ? std::to_string(*facts.rooms) : "");
    add(number(facts.rentCents));
    add(number(facts.aidCents));
    add(number(facts.resourcesCents));
    add(joined(facts.work, [](const cotation::WorkPlace& work) {
        return std::string(name(work.who)) + ":" + work.commune.insee();
    }));
    std::string declared;
    for (std::size_t i = 0; i < cotation::kDeclarationCount; ++i)
        if (facts.declarations[i] == Tri::yes)
            declared +=
                (declared.empty() ? "" : "|") + std::string(name(static_cast<Declaration>(i)));
    add(declared);
    add(facts.comDalo == Tri::yes ? "oui" : facts.comDalo == Tri::no ? "non" : "");
    add(joined(facts.pieces, [](const cotation::Piece& piece) {
        return piece.type + ":" + std::string(stateWord(piece.state)) +
               (piece.expiresOn.empty() ? "" : ":" + piece.expiresOn.iso());
    }));
    add(joined(facts.guichet, [](const std::string& tick) { return tick; }));
    return line + "\n";
}

Result<CsvDemande> readCsvLine(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    const auto fields = split(line, ';');
    if (fields.size() != kFields.size() + 1)
        return fail(Errc::malformed, std::to_string(kFields.size() + 1) + " champs sont attendus");
    CsvDemande read;
    read.invented = fields[0] == "invente";
    read.demande.asked = Commune(fields[1]);
    read.demande.facts.firstChoice = read.demande.asked;
    read.demande.typology = fields[2];
    if (read.demande.asked.empty())
        return wrong(1);
    if (fields[2].size() < 2 || fields[2].size() > 3 || fields[2].front() != 'T')
        return wrong(2);
    if (const auto bad = readFacts(fields, read.demande.facts))
        return wrong(*bad);
    return read;
}

} // namespace escale::position
