// SPDX-License-Identifier: GPL-3.0-or-later
// How a transmission ends: with a number, with anomalies, or with a question to a person.
#include "server/sne/transmission.h"

namespace escale::sne {

Result<Step> Transmission::finish(const std::string& numero) {
    const auto completed = m_outbox.complete(m_row, numero);
    if (completed)
        return Step{"numéro unique reçu", false};
    if (completed.error().code != Errc::conflict)
        return completed.error();
    return askPerson("Cette demande a déjà un autre numéro unique : vérifiez auprès du registre "
                     "national lequel garder.");
}

Result<Step> Transmission::rejectWith(const std::vector<NuuAnomaly>& anomalies) {
    std::vector<Task> tasks;
    for (const NuuAnomaly& anomaly : anomalies) {
        const auto path = m_config.anomalyPaths.find(anomaly.code);
        tasks.push_back({"anomalie:" + anomaly.code,
                         path == m_config.anomalyPaths.end() ? std::string() : path->second,
                         anomaly.label});
    }
    ESCALE_TRY(m_outbox.reject(m_row, tasks));
    return Step{"le SNE a répondu par des anomalies", false};
}

Result<Step> Transmission::tooMany(std::size_t found) {
    return askPerson("Le registre national connaît déjà " + std::to_string(found) +
                     " demande(s) pour cette personne : choisissez celle qu’il faut garder.");
}

Result<Step> Transmission::askPerson(std::string message) {
    ESCALE_TRY(m_outbox.decide(m_row, {{"doublons", {}, std::move(message)}}));
    return Step{"une personne doit choisir", false};
}

} // namespace escale::sne
