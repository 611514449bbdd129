// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a dossier, as the server tells it to a device that may hold it.
#pragma once

#include "shared/sync/history.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::protocol {

inline constexpr std::size_t kMaxStepsPerHistory = 500;

struct HistoryResponse {
    DossierId dossier;
    std::vector<HistoryStep> steps; // in the order of the server
    bool more = false;              // ask again, from the number of steps that are here
};

std::string encode(const HistoryResponse& message);
Result<HistoryResponse> decodeHistoryResponse(std::string_view json);
/// One of the "etapes".
json::object toJson(const HistoryStep& step);

} // namespace escale::protocol
