// SPDX-License-Identifier: GPL-3.0-or-later
// One field of the catalogue in its element, and back. The few whose form is not that of their type
// are named here.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/nuu/xml.h"

#include <string>

namespace escale::sne {

/// True when the field has an element, a value of ours can go there, and the mapper does not write
/// it by itself (nature, numéro unique).
bool isTold(const FieldSpec& field);

/// Writes `value` below `base` (a demandeLogement, or the element of an item) at `path`. Nothing is
/// written for an empty value, a marker, or a code that the interface 02.01 does not have.
void writeField(XmlElement& base, std::string_view path, const FieldSpec& field, const Value& value,
                const Catalogue& catalogue);

/// A line of resources of that nature ("SAL") at `path` (…/detailRessource), after those there.
void addResource(XmlElement& base, std::string_view path, const std::string& nature,
                 std::int64_t amount);

/// Empty when the element is not there or cannot be read.
Value readField(const XmlElement& base, std::string_view path, const FieldSpec& field,
                const Catalogue& catalogue);

/// The element at `path` below `base`, made as needed.
XmlElement& ensure(XmlElement& base, std::string_view path);

} // namespace escale::sne
