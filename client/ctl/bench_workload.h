// SPDX-License-Identifier: GPL-3.0-or-later
// Invented dossiers of 120 answers, and what two tablets change in them.
#pragma once

#include "client/dossier/workspace.h"
#include "shared/dossier/dossier.h"
#include "shared/sync/edit.h"

#include <string>
#include <vector>

namespace escale::client::ctl {

class Workload {
public:
    /// So many dossiers, with identifiers of their own.
    explicit Workload(std::size_t dossiers);

    [[nodiscard]] const std::vector<DossierId>& dossiers() const { return m_dossiers; }
    /// JSON of one dossier's answers.
    [[nodiscard]] const std::string& sample() const { return m_sample; }

    Result<void> create(Workspace& tablet, const std::vector<DossierId>& dossiers) const;
    /// One edit a dossier, 10 answers: those of `side` (0 or 1), the last two are the same ones on
    /// both sides, with other values.
    Result<void> change(Workspace& tablet, int side) const;
    /// So many edits of one answer a dossier.
    Result<void> changeOften(Workspace& tablet, std::int64_t times) const;

    struct Found {
        std::int64_t lost = 0; // answers of one side only, that a tablet does not show
        std::int64_t clashes = 0;
        std::int64_t clashesExpected = 0;
        std::int64_t different = 0; // dossiers that the tablets do not show alike
    };
    /// After both have synced to the end.
    Result<Found> check(Workspace& one, Workspace& two) const;

private:
    Result<void> append(Workspace& tablet, const DossierId& dossier,
                        std::vector<Change> changes) const;
    [[nodiscard]] std::vector<Change> changesOf(int side) const;

    std::vector<DossierId> m_dossiers;
    std::vector<Change> m_answers;    // of a new dossier
    std::vector<std::string> m_paths; // 18 fields where two answers are a clash
    std::string m_sample;
};

} // namespace escale::client::ctl
