// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of shared/data/demande.json ("modeles"): fields and pages written once and asked about
// several persons. Format: shared/data/README.md.
#pragma once

#include "shared/base/json.h"

#include <string_view>

namespace escale {

/// The catalogue of `text` with every use of a template replaced by its entries, and without
/// "modeles". Errc::malformed, naming the template, when a use is not understood. Entries
/// themselves are not checked here.
Result<json::object> expandCatalogue(std::string_view text);

} // namespace escale
