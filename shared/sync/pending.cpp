// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/merge.h"
#include "shared/sync/merge_state.h"

#include <algorithm>

namespace escale {

Dossier withPending(Dossier snapshot, const std::vector<Edit>& pending) {
    for (const Edit& edit : pending) {
        if (edit.dossier != snapshot.id)
            continue;
        const Origin origin{edit.device, edit.seq, edit.author, edit.at};
        for (const Change& change : edit.changes) {
            FieldState& state = snapshot.fields[change.path];
            state.value = change.value;
            state.origin = origin;
            const auto item = snapshot.fields.find(itemOf(change.path));
            if (item != snapshot.fields.end() && !isItemPath(change.path) &&
                item->second.value == Value(false))
                item->second.value = true;
            if (!edit.closes.empty())
                std::erase_if(snapshot.conflicts,
                              [&](const Conflict& open) { return open.path == change.path; });
        }
    }
    return snapshot;
}

std::int64_t baseOf(const Dossier& view, const std::string& path) {
    const auto it = view.fields.find(path);
    std::int64_t base = it == view.fields.end() ? 0 : it->second.revision;
    if (!isItemPath(path))
        return base;
    const std::string prefix = path + '.';
    for (auto inside = view.fields.lower_bound(prefix);
         inside != view.fields.end() && inside->first.starts_with(prefix); ++inside)
        base = std::max(base, inside->second.revision);
    return base;
}

} // namespace escale
