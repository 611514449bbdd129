// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/merge.h"

#include "shared/sync/merge_state.h"

#include <algorithm>
#include <iterator>

namespace escale {

std::string itemOf(const std::string& path) {
    const auto close = path.find(']');
    return close == std::string::npos ? std::string() : path.substr(0, close + 1);
}

Merge::Merge(Dossier& dossier, const Edit& edit, const Catalogue& catalogue, Authority authority,
             const ValueAt& valueAt)
    : m_dossier(dossier)
    , m_edit(edit)
    , m_catalogue(catalogue)
    , m_authority(authority)
    , m_valueAt(valueAt)
    , m_origin{edit.device, edit.seq, edit.author, edit.at}
    , m_next(dossier.revision + 1) {}

MergeOutcome Merge::run() {
    const bool parallel = isParallel();
    for (const Change& change : m_edit.changes) {
        const ChangeResult result = apply(change);
        m_outcome.results.push_back(result);
        const std::string item = itemOf(change.path);
        if (result != ChangeResult::unchanged && !item.empty() && !names(item))
            bringBack(item, change.base);
    }
    if (m_outcome.stateChanged) {
        m_dossier.revision = m_next;
        m_dossier.parallel = m_dossier.parallel || parallel;
    }
    return std::move(m_outcome);
}

ChangeResult Merge::apply(const Change& change) {
    const auto conflict =
        std::find_if(m_dossier.conflicts.begin(), m_dossier.conflicts.end(),
                     [&](const Conflict& open) { return open.path == change.path; });
    if (conflict != m_dossier.conflicts.end())
        return joinConflict(change, *conflict);
    return applyToField(change);
}

ChangeResult Merge::applyToField(const Change& change) {
    const auto it = m_dossier.fields.find(change.path);
    const FieldState present = it == m_dossier.fields.end() ? FieldState{} : it->second;
    if (present.value == change.value || isReplay(present.origin))
        return ChangeResult::unchanged;
    if (isItemPath(change.path) && change.value == Value(false)) {
        const FieldState reason = movedInside(change.path, change.base);
        if (reason.revision > 0)
            return keepItem(change, reason);
    }
    if (present.revision > change.base && !isOwn(present.origin))
        return resolveClash(change, present);
    set(change.path, change.value, m_origin);
    return ChangeResult::applied;
}

ChangeResult Merge::resolveClash(const Change& change, const FieldState& present) {
    const ConflictPolicy policy = policyOf(change.path);
    const bool sets = std::holds_alternative<TextList>(present.value) &&
                      std::holds_alternative<TextList>(change.value);
    if (policy == ConflictPolicy::unionSet && sets)
        return mergeSets(change, present);
    if (policy == ConflictPolicy::harmless) {
        set(change.path, change.value, m_origin);
        return ChangeResult::supersededByHarmless;
    }
    const bool stronger = policy == ConflictPolicy::authority &&
                          m_authority > authorityOfAuthor(present.origin.author);
    const bool keepsItem = isItemPath(change.path) && change.value == Value(true);
    openConflict(change.path, change.base, present, change.value, stronger || keepsItem ? 1 : 0);
    return ChangeResult::clash;
}

/// The result belongs to nobody: its seq is 0, so that an author who has not seen the whole of it
/// cannot replace it.
ChangeResult Merge::mergeSets(const Change& change, FieldState present) {
    const auto& ours = std::get<TextList>(present.value);
    const auto& theirs = std::get<TextList>(change.value);
    TextList both;
    std::set_union(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                   std::back_inserter(both));
    if (both == ours && present.origin.seq == 0)
        return ChangeResult::unchanged;
    Origin origin = both == ours ? present.origin : m_origin;
    origin.seq = 0;
    set(change.path, both, origin);
    return ChangeResult::merged;
}

ChangeResult Merge::keepItem(const Change& removal, const FieldState& reason) {
    FieldState there = reason;
    there.value = true;
    openConflict(removal.path, removal.base, there, removal.value, 0);
    return ChangeResult::clash;
}

void Merge::bringBack(const std::string& item, std::int64_t base) {
    const auto it = m_dossier.fields.find(item);
    if (it == m_dossier.fields.end() || it->second.value != Value(false))
        return;
    const FieldState removal = it->second;
    if (isOwn(removal.origin) || removal.revision <= m_edit.seen)
        set(item, true, m_origin);
    else
        openConflict(item, base, removal, true, 1);
}

void Merge::set(const std::string& path, const Value& value, const Origin& origin) {
    m_dossier.fields[path] = {value, m_next, origin};
    m_outcome.stateChanged = true;
}

bool Merge::isOwn(const Origin& origin) const {
    return origin.device == m_edit.device && origin.seq > 0;
}

bool Merge::isReplay(const Origin& origin) const {
    return isOwn(origin) && origin.seq >= m_edit.seq;
}

FieldState Merge::movedInside(const std::string& item, std::int64_t base) const {
    FieldState latest;
    const std::string prefix = item + '.';
    for (auto it = m_dossier.fields.lower_bound(prefix);
         it != m_dossier.fields.end() && it->first.starts_with(prefix); ++it)
        if (it->second.revision > std::max(base, latest.revision) && !isOwn(it->second.origin))
            latest = it->second;
    return latest;
}

bool Merge::isParallel() const {
    std::int64_t seen = m_edit.seen;
    for (const Change& change : m_edit.changes)
        seen = std::max(seen, change.base);
    return std::any_of(m_dossier.fields.begin(), m_dossier.fields.end(), [&](const auto& field) {
        const auto& [path, state] = field;
        return state.revision > seen && state.origin.device != m_edit.device && !names(path);
    });
}

bool Merge::names(const std::string& path) const {
    return std::any_of(m_edit.changes.begin(), m_edit.changes.end(),
                       [&](const Change& change) { return change.path == path; });
}

ConflictPolicy Merge::policyOf(const std::string& path) const {
    const auto parsed = parsePath(path);
    const FieldSpec* field = parsed ? m_catalogue.find(*parsed) : nullptr;
    return field ? field->policy : ConflictPolicy::arrival;
}

MergeOutcome mergeEdit(Dossier& dossier, const Edit& edit, const Catalogue& catalogue,
                       Authority authority, const ValueAt& valueAt) {
    return Merge(dossier, edit, catalogue, authority, valueAt).run();
}

Authority authorityOfAuthor(const std::string& author) {
    if (author == "sne")
        return Authority::state;
    if (author == "guichet")
        return Authority::guichet;
    if (author.starts_with("mediateur") || author.starts_with("permanence"))
        return Authority::mediateur;
    return Authority::demandeur;
}

} // namespace escale
