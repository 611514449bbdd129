// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/visit_book.h"

#include "client/platform/atomic_file.h"

#include <filesystem>

namespace escale::client {

Result<VisitId> VisitBook::keep(Visit visit) {
    visit.id = newId<VisitId>(m_workspace.clock(), m_workspace.random());
    visit.atMs = m_workspace.clock().nowMs();
    ESCALE_TRY(checkVisit(visit));
    ESCALE_TRY(m_workspace.store().keepVisit(visit));
    return visit.id;
}

Result<std::vector<Visit>> VisitBook::visits(const VisitPeriod& period) {
    ESCALE_TRY_ASSIGN(all, m_workspace.store().visits());
    return within(std::move(all), period);
}

Date VisitBook::today() const {
    return parisDate(m_workspace.clock().nowMs());
}

Result<std::string> VisitBook::exportTo(const std::string& folder, const VisitPeriod& period) {
    ESCALE_TRY_ASSIGN(chosen, visits(period));
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Errc::storageFailure, "« " + folder + " » : " + error.message());
    const std::string file = folder + "/visites-" + today().iso() + ".csv";
    const std::string csv = visitsCsv(chosen);
    ESCALE_TRY(writeFileAtomic(file, asBytes(csv)));
    return file;
}

} // namespace escale::client
