// SPDX-License-Identifier: GPL-3.0-or-later
// Demandes as lines of a CSV (semicolons, one header): what population writes and distribution
// build reads. Lists are separated by "|"; an empty field is unknown. No field names anybody.
#pragma once

#include "shared/base/result.h"
#include "shared/position/population.h"

#include <string>
#include <string_view>

namespace escale::position {

/// "origine;commune;typologie;…", with its end of line.
std::string csvHeader();
/// One line, with its end. `origin`: "invente" for what is not real.
std::string csvLine(const Demande& demande, std::string_view origin);

struct CsvDemande {
    Demande demande;
    bool invented = false;
};

/// Errc::malformed for a line that cannot be read, the detail saying which field.
Result<CsvDemande> readCsvLine(std::string_view line);

} // namespace escale::position
