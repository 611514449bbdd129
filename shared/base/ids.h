// SPDX-License-Identifier: GPL-3.0-or-later
// Typed identifiers. All are UUIDv7 (RFC 9562 §5.7): sorted by time of creation, 74 random bits.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace escale {

/// A UUID in its canonical text form (36 characters, lower case); empty when not set. The tag keeps
/// a DossierId from being given where a DeviceId is asked for.
template <class Tag>
class Id {
public:
    Id() = default;
    /// `text` must already be canonical: see parseId for text from outside.
    explicit Id(std::string text)
        : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

using DossierId = Id<struct DossierTag>;
using DeviceId = Id<struct DeviceTag>;
using ItemId = Id<struct ItemTag>;   // an element of a collection (a person, a town…)
using PieceId = Id<struct PieceTag>; // one proof, whatever its number of pages

/// A new UUIDv7 for `clock`'s present time.
std::string newUuid(const Clock& clock, Random& random);

template <class IdType>
IdType newId(const Clock& clock, Random& random) {
    return IdType(newUuid(clock, random));
}

/// True for 36 characters of lower-case hexadecimal and dashes of a UUID.
bool isUuid(std::string_view text);

/// Errc::malformed when `text` is not a canonical UUID.
template <class IdType>
Result<IdType> parseId(std::string_view text) {
    if (!isUuid(text))
        return fail(Errc::malformed, "identifiant qui n’est pas un UUID");
    return IdType(std::string(text));
}

/// Local reference of a dossier, also its code de reprise: 12 random digits ("482915703642"). Shown
/// in groups of four. Not a numéro unique, which only the SNE gives.
std::string newReference(Random& random);

} // namespace escale
