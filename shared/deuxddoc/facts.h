// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says about people and money, whoever read it: a 2D-Doc, or a reader of printed
// text. Only what the demande asks too.
#pragma once

#include "shared/deuxddoc/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace escale::deuxddoc {

struct DocumentFacts {
    std::vector<std::string> people;       // full names as written, « NOM PRÉNOM » or free
    std::optional<Date> birth;             // of the first person
    std::optional<std::int64_t> taxIncome; // revenu fiscal de référence, whole euros
    std::optional<int> incomeYear;         // of that income
    std::string street;                    // as written
    std::string postcode;                  // five digits, or empty
    std::string town;                      // as written
    std::optional<Date> issued;            // of the document
    bool operator==(const DocumentFacts&) const = default;
};

/// The signed fields only. A field that is cut, or that does not read, says nothing.
DocumentFacts factsOf(const Message& message);

/// Name and birth of a machine readable zone (ICAO 9303 TD1, TD2, TD3, and the French identity card
/// of 1988–2021), its lines put end to end. A year of two digits is the latest one not after the
/// year `today`; 0: no birth.
DocumentFacts factsOfMachineZone(std::string_view zone, int today);

/// `bytes` as UTF-8: as they are when they are UTF-8 already, else taken for ISO 8859-1, as symbols
/// are. Control characters become spaces.
std::string readable(std::string_view bytes);

/// Whole euros of "13614", "13 614 €", "1 234,56" (cents are dropped). Nothing otherwise, nor over
/// ten millions.
std::optional<std::int64_t> eurosIn(std::string_view text);

} // namespace escale::deuxddoc
