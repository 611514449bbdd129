// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to the oracle while the day goes on.
#include "tests/simulation/oracle.h"

#include <algorithm>

namespace escale::simulation {
namespace {

EditId idOf(const Origin& origin) {
    return {origin.device, origin.seq};
}

std::string itemAround(const std::string& path) {
    const auto dot = path.find("].");
    return dot == std::string::npos ? std::string() : path.substr(0, dot + 1);
}

Given look(const Edit& edit, const Change& change, const Dossier& view) {
    Given given;
    given.id = {edit.device, edit.seq};
    given.path = change.path;
    given.value = change.value;
    const auto field = view.fields.find(change.path);
    if (field != view.fields.end())
        given.seen.push_back({idOf(field->second.origin), field->second.value});
    if (const Conflict* conflict = view.conflictOn(change.path)) {
        for (const Candidate& candidate : conflict->candidates)
            given.seen.push_back({idOf(candidate.origin), candidate.value});
    }
    const auto item = view.fields.find(itemAround(change.path));
    given.sawItemRemoved = item != view.fields.end() && item->second.value == Value(false);
    if (change.path.ends_with(']')) {
        for (auto inside = view.fields.lower_bound(change.path + ".");
             inside != view.fields.end() && inside->first.starts_with(change.path + "."); ++inside)
            given.inside[inside->first] = {idOf(inside->second.origin), inside->second.value};
    }
    return given;
}

} // namespace

std::string inWords(const EditId& id) {
    return id.first.str().substr(id.first.str().size() - 4) + "/" + std::to_string(id.second);
}

std::string inWords(const DossierId& id) {
    return "dossier " + (id.empty() ? "?" : id.str().substr(id.str().size() - 4));
}

std::string inWords(const Change& change) {
    return change.path + " = " + json::serialize(toJson(change.value)) + " (base " +
           std::to_string(change.base) + ")";
}

Oracle::Kept Oracle::note(const Edit& edit, const Dossier& view) {
    Kept kept{edit, {}, true};
    for (const Change& change : edit.changes)
        kept.given.push_back(look(edit, change, view));
    return kept;
}

void Oracle::kept(const Edit& edit, const Dossier& view) {
    m_uncertain.erase(edit.device);
    if (!m_kept.emplace(EditId(edit.device, edit.seq), note(edit, view)).second)
        m_story.accuse("numéro donné deux fois : " + inWords(EditId(edit.device, edit.seq)));
}

void Oracle::uncertain(const Edit& edit, const Dossier& view) {
    m_uncertain.insert_or_assign(edit.device, note(edit, view));
}

std::int64_t Oracle::lastSeq(const DeviceId& device) const {
    const auto next = m_kept.upper_bound({device, INT64_MAX});
    if (next == m_kept.begin() || std::prev(next)->first.first != device)
        return 0;
    return std::prev(next)->first.second;
}

void Oracle::restarted(const std::string& name, const DeviceId& device,
                       const std::set<std::int64_t>& waiting) {
    if (const auto maybe = m_uncertain.find(device); maybe != m_uncertain.end()) {
        const EditId id(device, maybe->second.edit.seq);
        maybe->second.isWhole = false;
        if (waiting.contains(id.second))
            m_kept.emplace(id, std::move(maybe->second));
        m_uncertain.erase(device);
    }
    const std::int64_t promised = m_promised[device];
    for (auto it = m_kept.lower_bound({device, promised + 1});
         it != m_kept.end() && it->first.first == device; ++it) {
        if (!waiting.contains(it->first.second))
            m_story.accuse(name + " a perdu une saisie gardée, n° " +
                           std::to_string(it->first.second));
    }
    for (const std::int64_t seq : waiting) {
        if (!m_kept.contains({device, seq}))
            m_story.accuse(name + " garde une saisie que personne n’a faite, n° " +
                           std::to_string(seq));
    }
}

void Oracle::promised(const DeviceId& device, const protocol::SyncResponse& answer) {
    std::int64_t& mark = m_promised[device];
    if (answer.acknowledged < mark)
        m_story.accuse("l’acquittement recule de " + std::to_string(mark) + " à " +
                       std::to_string(answer.acknowledged));
    mark = std::max(mark, answer.acknowledged);
    for (const Dossier& dossier : answer.dossiers)
        tell(dossier.id, {dossier.revision, dossier.numeroUnique, dossier.receivedOn});
    for (const protocol::DossierStatus& status : answer.statuses)
        tell(status.dossier,
             {m_told[status.dossier].revision, status.numeroUnique, status.receivedOn});
}

void Oracle::tell(const DossierId& id, Told now) {
    Told& before = m_told[id];
    if (now.revision < before.revision)
        m_story.accuse("la révision d’un dossier recule : " + id.str());
    if (!before.number.empty() && now.number != before.number)
        m_story.accuse("le numéro unique d’un dossier change : " + id.str());
    if (!before.receivedOn.empty() && now.receivedOn != before.receivedOn)
        m_story.accuse("la date de dépôt d’un dossier change : " + id.str());
    before = std::move(now);
}

} // namespace escale::simulation
