// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a permanence: written down, counted, and given to who makes the bilan.
#pragma once

#include "client/dossier/workspace.h"
#include "shared/visits/visit_report.h"

#include <string>
#include <vector>

namespace escale::client {

class VisitBook {
public:
    /// `workspace` outlives the book.
    explicit VisitBook(Workspace& workspace)
        : m_workspace(workspace) {}

    /// Keeps `visit` at once, with an identifier and the present time. Errc::invalidArgument for a
    /// code that is not of its list, locked before the PIN, forbidden on a borne.
    Result<VisitId> keep(Visit visit);
    /// Oldest first.
    Result<std::vector<Visit>> visits(const VisitPeriod& period = {});
    [[nodiscard]] Date today() const;
    /// Writes "visites-2026-11-26.csv" (the day of today) in `folder`, created if it is not there,
    /// in place of an earlier file of that name. Its path. Errc::diskFull, storageFailure. The file
    /// is in clear: codes and communes, nothing that names somebody.
    Result<std::string> exportTo(const std::string& folder, const VisitPeriod& period = {});

private:
    Workspace& m_workspace;
};

} // namespace escale::client
