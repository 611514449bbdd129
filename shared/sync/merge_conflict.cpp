// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a conflict: opened, joined, shown, settled.
#include "shared/sync/merge_state.h"

#include <algorithm>

namespace escale {

void Merge::openConflict(const std::string& path, std::int64_t base, const FieldState& there,
                         const Value& value, std::size_t winner) {
    Conflict conflict;
    conflict.path = path;
    conflict.baseRevision = base;
    if (m_valueAt && base > 0)
        conflict.baseValue = m_valueAt(path, base);
    conflict.candidates = {{there.value, there.origin, there.revision}, {value, m_origin, m_next}};
    conflict.winner = winner;
    show(conflict);
    m_dossier.conflicts.push_back(std::move(conflict));
}

/// The field shows the provisional winner. Its revision grows with every candidate: that is how a
/// `base` tells which candidates its author had seen.
void Merge::show(const Conflict& conflict) {
    const Candidate& winner = conflict.candidates[conflict.winner];
    set(conflict.path, winner.value, winner.origin);
    m_outcome.opened.push_back(conflict.path);
}

void Merge::drop(const std::string& path) {
    std::erase_if(m_dossier.conflicts, [&](const Conflict& open) { return open.path == path; });
    m_outcome.closed.push_back(path);
}

bool Merge::hasSeen(const Change& change, const Conflict& conflict) const {
    const bool candidates = std::all_of(
        conflict.candidates.begin(), conflict.candidates.end(),
        [&](const Candidate& one) { return isOwn(one.origin) || one.revision <= change.base; });
    const bool removal = isItemPath(change.path) && change.value == Value(false);
    return candidates && !(removal && movedInside(change.path, change.base).revision > 0);
}

ChangeResult Merge::joinConflict(const Change& change, Conflict& conflict) {
    auto mine = std::find_if(conflict.candidates.begin(), conflict.candidates.end(),
                             [&](const Candidate& one) { return isOwn(one.origin); });
    const bool had = mine != conflict.candidates.end();
    if (had && isReplay(mine->origin))
        return ChangeResult::unchanged;
    if (!m_edit.closes.empty() && hasSeen(change, conflict))
        return settle(change, m_origin);
    if (had && mine->value == change.value)
        return ChangeResult::unchanged;
    const Candidate joined{change.value, m_origin, m_next};
    if (had)
        *mine = joined;
    else
        mine = conflict.candidates.insert(mine, joined);
    const auto position = static_cast<std::size_t>(mine - conflict.candidates.begin());
    keepMovedItem(change, conflict);
    const bool agreed =
        std::all_of(conflict.candidates.begin(), conflict.candidates.end(),
                    [&](const Candidate& one) { return one.value == change.value; });
    if (agreed) {
        Origin shared = m_origin;
        shared.seq = 0; // nobody may replace it alone without having seen it
        return settle(change, shared);
    }
    chooseWinner(conflict, position);
    show(conflict);
    return ChangeResult::clash;
}

/// A removal that joins and ignores what somebody else moved inside does not make everybody agree.
void Merge::keepMovedItem(const Change& change, Conflict& conflict) const {
    if (!isItemPath(change.path) || change.value != Value(false))
        return;
    const FieldState moved = movedInside(change.path, change.base);
    const bool kept = std::any_of(conflict.candidates.begin(), conflict.candidates.end(),
                                  [](const Candidate& one) { return one.value == Value(true); });
    if (moved.revision > 0 && !kept)
        conflict.candidates.push_back({true, moved.origin, moved.revision});
}

ChangeResult Merge::settle(const Change& change, const Origin& origin) {
    drop(change.path);
    set(change.path, change.value, origin);
    return ChangeResult::applied;
}

void Merge::chooseWinner(Conflict& conflict, std::size_t joined) const {
    const auto& candidates = conflict.candidates;
    if (isItemPath(conflict.path)) {
        const auto there =
            std::find_if(candidates.begin(), candidates.end(),
                         [](const Candidate& one) { return one.value == Value(true); });
        if (there != candidates.end())
            conflict.winner = static_cast<std::size_t>(there - candidates.begin());
        return;
    }
    const Origin& winner = candidates[conflict.winner].origin;
    if (policyOf(conflict.path) == ConflictPolicy::authority &&
        m_authority > authorityOfAuthor(winner.author))
        conflict.winner = joined;
}

} // namespace escale
