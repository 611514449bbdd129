// SPDX-License-Identifier: GPL-3.0-or-later
// What a server publishes of territories, and the key that signs it; JSON in README.md.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::protocol {

inline constexpr std::size_t kMaxTerritories = 2000;

/// The pack itself travels apart (shared/position/pack.h).
struct TerritoryEntry {
    std::string siren;
    std::string bareme; // id
    std::string asOf;   // "YYYY-MM-DD": the demandes are those of this day
    std::string mark;   // SHA-256 of the pack, hexadecimal: its ETag
    bool operator==(const TerritoryEntry&) const = default;
};

std::string encode(const std::vector<TerritoryEntry>& message);
/// Errc::malformed, unsupportedVersion; tooLarge over kMaxTerritories.
Result<std::vector<TerritoryEntry>> decodeTerritories(std::string_view json);

/// The answer to an enrolment with the key that signs what is published (Ed25519, PEM).
std::string withPublicationKey(std::string_view enrolAnswer, std::string_view publicPem);
/// That key; empty when the answer has none.
std::string publicationKeyOf(std::string_view enrolAnswer);

} // namespace escale::protocol
