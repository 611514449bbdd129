// SPDX-License-Identifier: GPL-3.0-or-later
// Our reading of the schema of the interface (shared/data/nuu/lecture_escale.xsd), checked by
// libxml2. The ministry's own schema is not public: what this says is that a document follows our
// reading.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::sne {

/// Code of what the schema says, beside the codes of the controls.
inline constexpr std::string_view kSchemaCode = "ESC_XSD";

struct SchemaFault {
    std::string path; // "interfaceNuu/demande/demandeLogement/…"
    int line = 0;
    std::string message; // of libxml2, English
    bool operator==(const SchemaFault&) const = default;
};

/// At most this many faults are told.
inline constexpr std::size_t kMaxSchemaFaults = 100;

/// Empty when the document follows our reading. Roots: interfaceNuu, listeDoublons, listeDalo,
/// listeRadiations. Errc::malformed or tooLarge as parseXml. May be called from several threads.
Result<std::vector<SchemaFault>> checkSchema(std::string_view xml);

} // namespace escale::sne
