// SPDX-License-Identifier: GPL-3.0-or-later
// Instants and names of files as the SNE writes them: the hour of Paris.
#pragma once

#include "shared/base/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace escale::sne {

/// "DEM{guichet}-{YYYYMMDDHHMM}-{order on 6 digits}.xml" at the hour of Paris.
std::string demandeFileName(std::string_view guichet, std::int64_t atMs, int order);
/// "CER{guichet}-{YYYYMMDDHHMM}.pem".
std::string certificateFileName(std::string_view guichet, std::int64_t atMs);
/// "2026-11-22T10:31:05.120+01:00".
std::string parisTimestamp(std::int64_t epochMs);
/// The instant of such a text; the fraction may be absent. nullopt when it is not one.
std::optional<std::int64_t> instantOf(std::string_view text);

} // namespace escale::sne
