// SPDX-License-Identifier: GPL-3.0-or-later
// The three-way merge that keeps everything: pure functions, the same on the server (which decides)
// and on a device (which previews).
//
// For each change of an edit, against the dossier's present state:
//   - the field has not moved since `base`, or its last value came from the same device: applied;
//   - it moved, to the same value: nothing to do;
//   - it moved, to another value: a clash. Policy arrival: the value already there stays the
//     provisional winner. authority: the greater authority wins, arrival breaking ties. unionSet:
//     the union is applied. harmless: the change is applied, the loser stays in the history;
//   - the field has an open conflict: the change joins its candidates, replacing the earlier one of
//     the same device. When all candidates have become equal, the conflict closes by itself;
//   - an edit inside an item that was removed since `base` brings the item back, in conflict with
//     its removal; a removal of an item with fields moved since `base` is a clash too. In both, the
//     item stays until a person decides;
//   - an edit with `closes` settles: its value becomes the field's, the conflict leaves the open
//     list (only if `base` shows that its author had seen the candidates of the others; else it
//     joins them).
// Whenever an applied edit did not have the present revision of *other* fields in front of it and
// somebody else moved them, the dossier is marked `parallel`.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/sync/edit.h"

#include <functional>
#include <string>
#include <vector>

namespace escale {

/// Authority of an author, for policy `authority` (greater wins).
enum class Authority { demandeur = 1, mediateur = 2, pieceChecked = 3, guichet = 4, state = 5 };

enum class ChangeResult {
    applied,              // the value is the field's
    unchanged,            // it was already, or the edit is a replay
    merged,               // joined in a union
    clash,                // opened a conflict or joined one
    supersededByHarmless, // the value is the field's; the one that it replaced stays in the history
};

struct MergeOutcome {
    std::vector<ChangeResult> results; // one for each change of the edit, in order
    bool stateChanged = false;         // revision grew
    std::vector<std::string> opened;   // paths of conflicts opened or extended
    std::vector<std::string> closed;   // paths of conflicts closed
};

/// The value that a field had at a revision of the dossier, from the history that the caller keeps.
using ValueAt = std::function<Value(const std::string& path, std::int64_t revision)>;

/// Applies `edit` to `dossier`. Never loses a value: the caller keeps the edit itself as history.
/// Preconditions (checked by validateEdit): paths canonical and known, values of the
/// field's type. `authority` is that of the edit's author; `authorityOf` that of a field's last
/// author is read from its origin.author by authorityOfAuthor.
/// `valueAt`, when given, fills Conflict::baseValue.
MergeOutcome mergeEdit(Dossier& dossier, const Edit& edit, const Catalogue& catalogue,
                       Authority authority, const ValueAt& valueAt = {});

/// What to write in Change::base for `path` (a field or an item) by an author who has `view` in
/// front of them: the revision of the field, or for an item the greatest among its fields.
std::int64_t baseOf(const Dossier& view, const std::string& path);

/// Read in the origin of a value: whoever takes edits in must not let a device choose its author.
/// "sne" → state, "guichet" → guichet, "mediateur…"/"permanence…" → mediateur, else demandeur.
Authority authorityOfAuthor(const std::string& author);

/// What the device shows: the last server snapshot with the device's pending edits on top, each
/// applied as if it were alone (its author has it in front of them).
Dossier withPending(Dossier snapshot, const std::vector<Edit>& pending);

/// Form of an edit from outside: known schema (present or one before), paths known and canonical,
/// values of the field's type and within its bounds, by an author who may say that (forbidden: see
/// isJudgementField), no path twice, limits of edit.h. Errc::unsupportedVersion, unknownField…
Result<void> validateEdit(const Edit& edit, const Catalogue& catalogue);

} // namespace escale
