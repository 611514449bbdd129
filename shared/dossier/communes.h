// SPDX-License-Identifier: GPL-3.0-or-later
// Table of communes (shared/data/communes.csv): choosing a town without a network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escale {

struct Commune {
    std::string insee; // of the arrondissement in Paris, Lyon and Marseille
    std::string name;
    std::vector<std::string> postcodes;
    std::string epci; // SIREN of the intercommunalité; empty when not known
    std::string ept;  // SIREN of the établissement public territorial (Grand Paris), or empty
};

/// nullptr when the code is not in the table (a code may be right and not be there). Thread-safe;
/// the pointer stays valid for the life of the program.
const Commune* findCommune(std::string_view insee);

/// Communes that `text` may name, at most `limit`. A text of digits is the start of a postcode.
/// Other texts match the start of any word of the name, whatever the case, accents, hyphens and
/// apostrophes; "st" is "saint". Exact names first, then names that start so, then the others; in
/// each, the shortest first. Nothing for an empty text.
std::vector<const Commune*> searchCommunes(std::string_view text, std::size_t limit);

} // namespace escale
