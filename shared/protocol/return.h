// SPDX-License-Identifier: GPL-3.0-or-later
// A person is back with their code de reprise, on a borne that has not their dossier (README.md,
// « Coming back »).
#pragma once

#include "shared/dossier/dossier.h"

#include <string>
#include <string_view>

namespace escale::protocol {

struct ReturnRequest {
    std::string code; // 12 digits
};

/// The dossier as the server has it, for the session that begins.
struct ReturnResponse {
    Dossier dossier;
};

std::string encode(const ReturnRequest& message);
std::string encode(const ReturnResponse& message);
/// Errc::malformed, tooLarge or unsupportedVersion.
Result<ReturnRequest> decodeReturnRequest(std::string_view json);
Result<ReturnResponse> decodeReturnResponse(std::string_view json);

} // namespace escale::protocol
