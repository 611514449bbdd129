// SPDX-License-Identifier: GPL-3.0-or-later
// The communes of France: choosing a town without a network. Names, postcodes and inhabitants are
// those of the npm package pinned in shared/data/communes_source.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escale {

struct Commune {
    std::string insee; // of the arrondissement in Paris, Lyon and Marseille
    std::string name;
    std::vector<std::string> postcodes; // at least one
    std::string department;             // its name: « Val-d'Oise »
    std::string epci; // SIREN of the intercommunalité; empty when it has none (islands, Pacific)
    std::string ept;  // SIREN of the établissement public territorial (Grand Paris), or empty
};

/// nullptr when the code is not in the table (a code may be right and not be there: communes that
/// are no more). Thread-safe; the pointer stays valid for the life of the program.
const Commune* findCommune(std::string_view insee);

/// Communes that `text` may name, at most `limit`, the likeliest first. Thread-safe.
///
/// Letters match the start of any word of the name, whatever the case, accents, hyphens,
/// ligatures and apostrophes; "st" is "saint", "12ème" is "12e". Exact names first, then names that
/// start so, with their article or without ("havre"), then the others. In each, the most inhabited
/// first; the arrondissements of a town after it, in their order. A commune that was joined with
/// others is found by the name that it had ("guignicourt" is Villeneuve-sur-Aisne).
///
/// Digits are the start of a postcode, the most inhabited town first; with five digits, the
/// arrondissement before its town. Both narrow each other: "02190 gui", "saint denis 974".
/// Nothing for an empty text.
std::vector<const Commune*> searchCommunes(std::string_view text, std::size_t limit);

/// Communes whose whole name is `text`, written in any of the ways above, with its postcode or
/// without: "SARCELLES", "st denis 93200". Most inhabited first; several names are borne by
/// several communes, but never with the same postcode.
std::vector<const Commune*> communesNamed(std::string_view text);

/// What tells a commune from others of its name, when `typed` was searched: the postcode that
/// starts with the digits of `typed`; else its only postcode; else, for a town that has several,
/// the number of its département ("31", "2A", "974").
std::string placeCode(const Commune& commune, std::string_view typed = {});

} // namespace escale
