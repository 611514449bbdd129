// SPDX-License-Identifier: GPL-3.0-or-later
// Inside of mergeEdit: one edit being merged into one dossier.
#pragma once

#include "shared/sync/merge.h"

#include <string>

namespace escale {

class Merge {
public:
    Merge(Dossier& dossier, const Edit& edit, const Catalogue& catalogue, Authority authority,
          const ValueAt& valueAt);

    MergeOutcome run();

private:
    ChangeResult apply(const Change& change);
    ChangeResult applyToField(const Change& change);
    ChangeResult resolveClash(const Change& change, const FieldState& present);
    ChangeResult mergeSets(const Change& change, FieldState present);
    ChangeResult keepItem(const Change& removal, const FieldState& reason);
    ChangeResult joinConflict(const Change& change, Conflict& conflict);
    ChangeResult settle(const Change& change, const Origin& origin);
    void keepMovedItem(const Change& change, Conflict& conflict) const;
    void chooseWinner(Conflict& conflict, std::size_t joined) const;
    void openConflict(const std::string& path, std::int64_t base, const FieldState& there,
                      const Value& value, std::size_t winner);
    void bringBack(const std::string& item, std::int64_t base);
    void set(const std::string& path, const Value& value, const Origin& origin);
    void show(const Conflict& conflict);
    void drop(const std::string& path);

    [[nodiscard]] bool isOwn(const Origin& origin) const;
    [[nodiscard]] bool isReplay(const Origin& origin) const;
    [[nodiscard]] bool hasSeen(const Change& change, const Conflict& conflict) const;
    /// The latest of the item's fields that somebody else moved after `base`; revision 0: none.
    [[nodiscard]] FieldState movedInside(const std::string& item, std::int64_t base) const;
    [[nodiscard]] bool isParallel() const;
    [[nodiscard]] bool names(const std::string& path) const;
    [[nodiscard]] ConflictPolicy policyOf(const std::string& path) const;

    Dossier& m_dossier;
    const Edit& m_edit;
    const Catalogue& m_catalogue;
    const Authority m_authority;
    const ValueAt& m_valueAt;
    const Origin m_origin;
    const std::int64_t m_next; // revision that this edit gives to what it changes
    MergeOutcome m_outcome;
};

/// "localisations[ID]" for the path of an item or of one of its fields, else "".
std::string itemOf(const std::string& path);
inline bool isItemPath(const std::string& path) {
    return path.ends_with(']');
}

} // namespace escale
