// SPDX-License-Identifier: GPL-3.0-or-later
// "Why did my value change?": the edits of a dossier played again, one step for each answer.
#pragma once

#include "shared/sync/merge.h"

#include <string>
#include <vector>

namespace escale {

/// An edit and when the server got it.
struct ReceivedEdit {
    Edit edit;
    std::int64_t receivedMs = 0;
};

/// What one answer did to its field.
struct HistoryStep {
    std::int64_t revision = 0; // of the dossier after the edit
    Origin origin;
    std::int64_t receivedMs = 0;
    std::string path;
    Value value;
    std::int64_t base = 0;
    std::string closes; // reason, when the edit closed conflicts
    ChangeResult result = ChangeResult::applied;
    Value shown;           // what the field shows afterwards
    bool disputed = false; // a conflict is open on it afterwards
    bool operator==(const HistoryStep&) const = default;
};

/// "applique", "inchange", "reuni", "conflit", "remplace".
std::string_view changeResultName(ChangeResult result);
Result<ChangeResult> changeResultFromName(std::string_view name);

/// `edits` in the order in which the server applied them. `path`: a field, an item (with its
/// fields), or "" for everything. The steps are those of the server: same merge, same order.
std::vector<HistoryStep> playHistory(const DossierId& dossier,
                                     const std::vector<ReceivedEdit>& edits,
                                     const Catalogue& catalogue, const std::string& path);

} // namespace escale
