// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/history.h"

#include <algorithm>
#include <array>

namespace escale {
namespace {

constexpr std::array<std::pair<ChangeResult, std::string_view>, 5> kNames{
    {{ChangeResult::applied, "applique"},
     {ChangeResult::unchanged, "inchange"},
     {ChangeResult::merged, "reuni"},
     {ChangeResult::clash, "conflit"},
     {ChangeResult::supersededByHarmless, "remplace"}}};

bool isAbout(const std::string& path, const std::string& wanted) {
    return wanted.empty() || path == wanted ||
           (wanted.ends_with(']') && path.starts_with(wanted + "."));
}

Value shownAt(const Dossier& dossier, const std::string& path) {
    const auto field = dossier.fields.find(path);
    return field == dossier.fields.end() ? Value() : field->second.value;
}

} // namespace

std::string_view changeResultName(ChangeResult result) {
    return std::find_if(kNames.begin(), kNames.end(),
                        [&](const auto& one) { return one.first == result; })
        ->second;
}

Result<ChangeResult> changeResultFromName(std::string_view name) {
    for (const auto& [result, itsName] : kNames) {
        if (itsName == name)
            return result;
    }
    return fail(Errc::malformed, "effet inconnu : " + std::string(name));
}

std::vector<HistoryStep> playHistory(const DossierId& dossier,
                                     const std::vector<ReceivedEdit>& edits,
                                     const Catalogue& catalogue, const std::string& path) {
    Dossier state;
    state.id = dossier;
    std::vector<HistoryStep> steps;
    for (const auto& [edit, receivedMs] : edits) {
        const MergeOutcome outcome =
            mergeEdit(state, edit, catalogue, authorityOfAuthor(edit.author));
        for (std::size_t i = 0; i < edit.changes.size(); ++i) {
            const Change& change = edit.changes[i];
            if (!isAbout(change.path, path))
                continue;
            steps.push_back({state.revision,
                             {edit.device, edit.seq, edit.author, edit.at},
                             receivedMs,
                             change.path,
                             change.value,
                             change.base,
                             edit.closes,
                             outcome.results[i],
                             shownAt(state, change.path),
                             state.conflictOn(change.path) != nullptr});
        }
    }
    return steps;
}

} // namespace escale
