// SPDX-License-Identifier: GPL-3.0-or-later
// Machine readable zones (ICAO 9303 parts 4 to 6; the French card of 1988 has a layout of its own).
#include "shared/deuxddoc/facts.h"

namespace escale::deuxddoc {
namespace {

/// Where names and birth stand: positions in the lines put end to end.
struct Layout {
    std::size_t size;
    std::size_t names;
    std::size_t namesSize;
    std::size_t birth; // YYMMDD
};

constexpr Layout kCard{90, 60, 30, 30};        // TD1: three lines of 30
constexpr Layout kVisa{72, 5, 31, 49};         // TD2: two lines of 36
constexpr Layout kPassport{88, 5, 39, 57};     // TD3: two lines of 44
constexpr std::size_t kOldCardLast = 5;        // 25 letters
constexpr std::size_t kOldCardFirst = 36 + 13; // 14 letters
constexpr std::size_t kOldCardBirth = 36 + 27;

/// Words of a name, fillers taken away.
std::string spaced(std::string_view filled) {
    std::string text;
    for (const char letter : filled) {
        if (letter != '<')
            text += letter;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    if (text.ends_with(' '))
        text.pop_back();
    return text;
}

std::optional<Date> birthIn(std::string_view yymmdd, int today) {
    if (yymmdd.size() != 6 || yymmdd.find_first_not_of("0123456789") != yymmdd.npos)
        return std::nullopt;
    const auto two = [&](std::size_t at) { return (yymmdd[at] - '0') * 10 + yymmdd[at + 1] - '0'; };
    const int century = today - today % 100;
    const int year = century + two(0) > today ? century - 100 + two(0) : century + two(0);
    const Date date{year, two(2), two(4)};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

void take(DocumentFacts& facts, const std::string& last, const std::string& first) {
    if (!last.empty())
        facts.people.push_back(first.empty() ? last : last + " " + first);
}

DocumentFacts oldFrenchCard(std::string_view zone, int today) {
    DocumentFacts facts;
    take(facts, spaced(zone.substr(kOldCardLast, 25)), spaced(zone.substr(kOldCardFirst, 14)));
    facts.birth = birthIn(zone.substr(kOldCardBirth, 6), today);
    return facts;
}

DocumentFacts read(std::string_view zone, const Layout& layout, int today) {
    const std::string_view names = zone.substr(layout.names, layout.namesSize);
    const std::size_t gap = names.find("<<");
    DocumentFacts facts;
    take(facts, spaced(names.substr(0, gap)),
         gap == names.npos ? std::string() : spaced(names.substr(gap + 2)));
    facts.birth = birthIn(zone.substr(layout.birth, 6), today);
    return facts;
}

} // namespace

DocumentFacts factsOfMachineZone(std::string_view zone, int today) {
    if (zone.size() == kVisa.size && zone.starts_with("IDFRA"))
        return oldFrenchCard(zone, today);
    for (const Layout& layout : {kCard, kVisa, kPassport}) {
        if (zone.size() == layout.size)
            return read(zone, layout, today);
    }
    return {};
}

} // namespace escale::deuxddoc
