// SPDX-License-Identifier: GPL-3.0-or-later
// Form of one value, whoever gave it: the same check for a page, a command line and the wire.
#pragma once

#include "shared/dossier/catalogue.h"

#include <string_view>

namespace escale {

/// Longest text of an answer, in bytes of UTF-8. Over it: Errc::tooLarge.
inline constexpr std::size_t kMaxTextBytes = 20'000;
/// Longest answer to a field of type `list` (pages of a pièce), and longest of its texts in bytes.
inline constexpr std::size_t kMaxListEntries = 200;
inline constexpr std::size_t kMaxListTextBytes = 200;

/// Whether `value`, already canonical, is one that `field` takes: type, bounds, code of the list,
/// marker allowed. An empty value always is (the answer is cleared). Errc::invalidArgument, or
/// tooLarge for a text over kMaxTextBytes; the detail is the key of a message for the person
/// ("erreur.telephone.court:1").
Result<void> checkValue(const FieldSpec& field, const Value& value, const Catalogue& catalogue);

/// NIR: 15 characters, key = 97 − (first 13 mod 97), 2A → 19, 2B → 18.
bool isValidNir(std::string_view nir);
/// Key of a SIREN (9 digits) or SIRET (14): Luhn, or the rule of La Poste's offices.
bool hasLuhnKey(std::string_view digits);
/// Form of an INSEE code ("42218", "2A004"); says nothing about its being in our table.
bool isCommuneCode(std::string_view code);
/// A canonical telephone number: ten digits that start with 0, or "+" and 8 to 15 digits.
bool isPhone(std::string_view phone);
/// Loose: one @, something before it, a dot somewhere after it, no space, ≤ 254 bytes.
bool isEmail(std::string_view email);
/// Letters of any script, apostrophes, hyphens and spaces only.
bool isPersonName(std::string_view name);

} // namespace escale
