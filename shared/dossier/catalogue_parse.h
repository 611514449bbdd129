// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of shared/data/demande.json, read one by one. Inside of Catalogue::load.
#pragma once

#include "shared/dossier/catalogue.h"

#include <string_view>
#include <vector>

namespace escale {

/// Each answers Errc::malformed, naming the entry, for an unknown member or word.
Result<FieldSpec> parseField(const json::value& entry);
Result<CollectionSpec> parseCollection(const json::value& entry);
Result<std::vector<CodeEntry>> parseCodeList(std::string_view name, const json::value& entries);

} // namespace escale
