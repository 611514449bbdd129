// SPDX-License-Identifier: GPL-3.0-or-later
// A note as one keeps it: what was applied to what, on which day, and what came of it. The same
// demande, barème and day give the same bytes, on the device and on the server.
#pragma once

#include "shared/base/json.h"
#include "shared/cotation/engine.h"

#include <string>

namespace escale::cotation {

/// {"format": "escale-trace-cotation/1", "bareme": {"id", "version", "empreinte"}, "moteur",
/// "date", "commune", "faits", "resultat"}: members always in this order, facts that are unknown
/// null. It holds the facts of a person: to be kept as their dossier is.
json::object traceOf(const Note& note, const Facts& facts);

/// SHA-256 of the serialized trace, in hexadecimal.
std::string traceHash(const json::object& trace);

} // namespace escale::cotation
