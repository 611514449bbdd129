// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/endings.h"

#include "shared/attestation/french_day.h"
#include "shared/rules/renewal.h"

#include <algorithm>
#include <map>

namespace escale::sne {
namespace {

constexpr std::int64_t kDayMs = 24 * 3'600'000LL;
constexpr std::int64_t kHourMs = 3'600'000LL;
/// How far back to ask: nothing is kept of what was asked before, and saying it again is harmless.
constexpr std::int64_t kBackMs = 400 * kDayMs;
constexpr int kKeptMonths = 12;
constexpr int kAnswerBackMonths = 5; // CDC2015 §6.5
constexpr std::string_view kNotRenewed = "RADREN";

/// The day that the task of an ending says; empty for another task.
Date endedOn(const Task& task) {
    if (!task.code.starts_with(kTaskEnded))
        return {};
    const auto day = parseIsoDate(task.code.substr(task.code.rfind(':') + 1));
    return day ? *day : Date();
}

std::string notRenewed(const Date& day, const Dossier& dossier) {
    const Date last = addMonths(yearStart(dossier), kBackUntilMonths);
    const std::string why = "Votre demande n’a pas été renouvelée. Elle est radiée depuis le " +
                            dayInFrench(day) + ". ";
    return why + (day <= last ? "Renouvelez-la avant le " + dayInFrench(last) +
                                    " : elle garde sa date et son numéro."
                              : "Il faut faire une nouvelle demande.");
}

std::string sentenceOf(const EndedDemande& ended, const Date& day, const Dossier& dossier) {
    const std::string since = "Elle est radiée depuis le " + dayInFrench(day) + ".";
    if (ended.motif == kNotRenewed)
        return notRenewed(day, dossier);
    if (ended.motif == "RADATT")
        return "Vous avez obtenu un logement social. Votre demande est terminée depuis le " +
               dayInFrench(day) + ".";
    if (ended.motif == "RADABA")
        return "Vous avez renoncé à votre demande. " + since;
    if (ended.motif == "RADCON")
        return "Votre demande est restée sans réponse à un courrier. " + since +
               " Demandez à votre guichet de la reprendre avant le " +
               dayInFrench(addMonths(day, kAnswerBackMonths)) + ".";
    if (ended.motif == "RADIRR")
        return "La commission n’a pas pu retenir votre demande. " + since +
               " Demandez pourquoi à votre guichet.";
    return since + " Demandez pourquoi à votre guichet.";
}

/// Renewed since that day: the SNE has not taken the ending off its list yet.
bool isTakenUp(const EndedDemande& ended, const Dossier& dossier) {
    return ended.motif == kNotRenewed && yearStart(dossier).iso() >= ended.day;
}

} // namespace

Task endedTask(const EndedDemande& ended, const Dossier& dossier) {
    const auto day = parseIsoDate(ended.day);
    return {std::string(kTaskEnded) + ended.motif + ":" + ended.day,
            {},
            sentenceOf(ended, day ? *day : Date(), dossier)};
}

Endings::Endings(server::Store& store, SneFeeds& sne, const Clock& clock, Forget forget,
                 Report report)
    : m_store(store)
    , m_sne(sne)
    , m_clock(clock)
    , m_forget(std::move(forget))
    , m_report(std::move(report)) {}

Result<void> Endings::look() {
    const std::int64_t now = m_clock.nowMs();
    if (now < m_nextMs)
        return {};
    m_nextMs = now + kHourMs;
    ESCALE_TRY(forgetOld()); // whether the SNE answers or not
    ESCALE_TRY(takeNews());
    m_nextMs = now + kDayMs;
    return {};
}

Result<void> Endings::takeNews() {
    const Exchange exchange = m_sne.getDemandesRadiees(m_clock.nowMs() - kBackMs);
    const auto* got = std::get_if<GotEnded>(&exchange.outcome);
    if (!got)
        return fail(Errc::serverFailure, "le SNE n’a pas dit quelles demandes sont radiées");
    return sayAll(got->rows);
}

Result<bool> Endings::say(server::StoreSession& session, const DossierId& id,
                          const EndedDemande* ended) {
    ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
    if (!row || (ended && isTakenUp(*ended, row->dossier)))
        return false;
    Dossier& dossier = row->dossier;
    if (!ended && !isEnded(dossier))
        return false;
    std::vector<Task> tasks;
    if (ended)
        tasks.push_back(endedTask(*ended, dossier));
    if (dossier.tasks == tasks)
        return false;
    dossier.tasks = std::move(tasks);
    dossier.stage = ended ? DossierStage::toCorrect : DossierStage::registered;
    ESCALE_TRY(session.dossiers().save(*row));
    return true;
}

Result<void> Endings::sayAll(const std::vector<EndedDemande>& rows) {
    std::map<std::string, const EndedDemande*> ended;
    for (const EndedDemande& row : rows)
        if (parseIsoDate(row.day))
            ended[row.numUnique] = &row;
    std::vector<DossierId> told;
    ESCALE_TRY(m_store.inTransaction([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all) {
            if (dossier.numeroUnique.empty())
                continue;
            const auto known = ended.find(dossier.numeroUnique);
            // Not on the list: it never ended, or it was taken up again.
            if (known == ended.end() && dossier.stage != DossierStage::toCorrect)
                continue;
            ESCALE_TRY_ASSIGN(
                said, say(session, dossier.id, known == ended.end() ? nullptr : known->second));
            if (said)
                told.push_back(dossier.id);
        }
        return {};
    }));
    for (const DossierId& dossier : told)
        if (m_report)
            m_report("radiations du SNE : ce que le dossier en dit a changé", dossier);
    return {};
}

Result<void> Endings::forgetOld() {
    const Date today = parisDate(m_clock.nowMs());
    std::vector<DossierId> old;
    ESCALE_TRY(m_store.reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all) {
            if (dossier.numeroUnique.empty() || dossier.stage != DossierStage::toCorrect)
                continue;
            ESCALE_TRY_ASSIGN(row, session.dossiers().find(dossier.id));
            for (const Task& task : row ? row->dossier.tasks : std::vector<Task>())
                if (const Date day = endedOn(task);
                    !day.empty() && addMonths(day, kKeptMonths) <= today)
                    old.push_back(dossier.id);
        }
        return {};
    }));
    for (const DossierId& dossier : old) {
        ESCALE_TRY(m_forget(dossier));
        if (m_report)
            m_report("demande effacée un an après sa radiation", dossier);
    }
    return {};
}

} // namespace escale::sne
