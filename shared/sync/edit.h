// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of sync: one thing a person did (architecture D3). Answering a page is one edit,
// creating a dossier is one edit.
#pragma once

#include "shared/dossier/check.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale {

struct Change {
    std::string path;      // canonical
    Value value;           // empty: the answer is cleared
    std::int64_t base = 0; // revision that the author had in front of them; 0: none (see baseOf)
    bool operator==(const Change&) const = default;
};

struct Edit {
    DossierId dossier;
    DeviceId device;
    std::int64_t seq = 0; // numbers the device's edits from 1, without gaps, over all its dossiers
    std::string author;
    Stamp at;
    int schema = 0; // of the catalogue that the author's program had
    /// Revision of the dossier that the author had in front of them; 0: not said. Only to know
    /// whether people worked in parallel.
    std::int64_t seen = 0;
    std::vector<Change> changes;
    /// Not empty: this edit closes the conflicts on the paths of `changes`, for this reason.
    std::string closes;
    bool operator==(const Edit&) const = default;
};

/// Limit, refused with Errc::tooLarge from either side, as a text over kMaxTextBytes
/// (shared/dossier/check.h) is.
inline constexpr std::size_t kMaxChangesPerEdit = 400;

} // namespace escale
