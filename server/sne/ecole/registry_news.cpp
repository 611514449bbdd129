// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a number: radiations, decisions of a commission.
#include "server/sne/ecole/registry.h"

#include "shared/nuu/xml_writer.h"

namespace escale::sne::ecole {
namespace {

// arrêté du 23 mars 2015, §6: what is not renewed ends after 13 months, and may come back
// within 18.
constexpr int kEndedAfterMonths = 13;
constexpr int kBackUntilMonths = 18;

} // namespace

Result<void> Registry::end(const EndedDemande& ended) {
    const std::lock_guard lock(m_mutex);
    return putEnded(ended);
}

Result<void> Registry::putEnded(const EndedDemande& ended) {
    ESCALE_TRY_ASSIGN(
        put, m_db.prepare("INSERT OR REPLACE INTO radiations VALUES (?1, ?2, ?3, ?4, ?5)"));
    put.bind(1, ended.numUnique).bind(2, ended.motif).bind(3, ended.sousMotif).bind(4, ended.day);
    return put.bind(5, m_clock.nowMs()).run();
}

Result<void> Registry::end(const std::string& numero, const XmlElement& interfaceNuu,
                           const std::string& fileName) {
    const XmlElement* radiation = interfaceNuu.at(std::string(kDemandePath) + "/radiation");
    EndedDemande ended{numero, "RADABA", {}, parisDate(m_clock.nowMs()).iso()};
    if (radiation)
        ended = {numero, radiation->codeAt("motifRadiation"),
                 radiation->codeAt("sousMotifIrrecevabilite"), radiation->textAt("dateRadiation")};
    {
        const std::lock_guard lock(m_mutex);
        ESCALE_TRY(logFile(numero, interfaceNuu, fileName));
    }
    return end(ended);
}

Result<std::optional<NumberState>> Registry::stateOf(const std::string& numero) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY(endOverdue());
    ESCALE_TRY_ASSIGN(select,
                      m_db.prepare("SELECT coalesce(r.motif, ''), r.numero IS NOT NULL, (SELECT "
                                   "max(recu_ms) FROM fichiers f WHERE f.numero = d.numero AND "
                                   "f.type IN ('CRE', 'CRS', 'REN')) FROM demandes d LEFT JOIN "
                                   "radiations r ON r.numero = d.numero WHERE d.numero = ?1"));
    ESCALE_TRY_ASSIGN(there, select.bind(1, numero).step());
    if (!there)
        return std::optional<NumberState>();
    return std::optional(
        NumberState{numero, select.columnInt(1) != 0, select.columnText(0), select.columnInt(2)});
}

bool Registry::mayComeBack(const NumberState& state) const {
    const Date last = addMonths(parisDate(state.renewedMs), kBackUntilMonths);
    return state.motif == "RADREN" && parisDate(m_clock.nowMs()) <= last;
}

Result<void> Registry::endOverdue() {
    ESCALE_TRY_ASSIGN(
        select, m_db.prepare("SELECT numero, max(recu_ms) FROM fichiers WHERE type IN ('CRE', "
                             "'CRS', 'REN') AND numero NOT IN (SELECT numero FROM radiations) "
                             "GROUP BY numero"));
    std::vector<EndedDemande> overdue;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, select.step());
        if (!row)
            break;
        const Date end = addMonths(parisDate(select.columnInt(1)), kEndedAfterMonths);
        if (end <= parisDate(m_clock.nowMs()))
            overdue.push_back({select.columnText(0), "RADREN", {}, end.iso()});
    }
    for (const EndedDemande& ended : overdue)
        ESCALE_TRY(putEnded(ended));
    return {};
}

Result<void> Registry::addDalo(const NewDalo& dalo) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(put, m_db.prepare("INSERT INTO dalos (numero, statut, jour, le_ms) VALUES "
                                        "(?1, ?2, ?3, ?4)"));
    put.bind(1, dalo.numUnique).bind(2, dalo.statut).bind(3, dalo.day);
    return put.bind(4, m_clock.nowMs()).run();
}

Result<std::vector<NewDalo>> Registry::dalosSince(std::int64_t ms) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY_ASSIGN(select, m_db.prepare("SELECT numero, statut, jour FROM dalos WHERE le_ms >= "
                                           "?1 ORDER BY id"));
    select.bind(1, ms);
    std::vector<NewDalo> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, select.step());
        if (!row)
            return rows;
        rows.push_back({select.columnText(0), select.columnText(1), select.columnText(2)});
    }
}

Result<std::vector<EndedDemande>> Registry::endedSince(std::int64_t ms) {
    const std::lock_guard lock(m_mutex);
    ESCALE_TRY(endOverdue());
    ESCALE_TRY_ASSIGN(select, m_db.prepare("SELECT numero, motif, sous_motif, jour FROM radiations "
                                           "WHERE le_ms >= ?1 ORDER BY le_ms, numero"));
    select.bind(1, ms);
    std::vector<EndedDemande> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, select.step());
        if (!row)
            return rows;
        rows.push_back({select.columnText(0), select.columnText(1), select.columnText(2),
                        select.columnText(3)});
    }
}

} // namespace escale::sne::ecole
