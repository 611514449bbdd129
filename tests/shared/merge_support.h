// SPDX-License-Identifier: GPL-3.0-or-later
// A server's dossier and devices that send it edits, in few words.
#pragma once

#include "dossier_support.h"

#include <algorithm>
#include <map>

namespace escale::test {

struct Lab {
    Dossier dossier;
    std::map<unsigned, std::int64_t> seqs;

    Lab() { dossier.id = dossierId(); }

    Edit edit(unsigned device, std::vector<Change> changes, std::string author = "demandeur") {
        return editOf(device, ++seqs[device], std::move(changes), std::move(author));
    }
    MergeOutcome take(const Edit& edit) {
        return mergeEdit(dossier, edit, catalogue(), authorityOfAuthor(edit.author));
    }
    MergeOutcome send(unsigned device, std::vector<Change> changes,
                      std::string author = "demandeur") {
        return take(edit(device, std::move(changes), std::move(author)));
    }
    MergeOutcome close(unsigned device, const std::string& path, Value value, std::int64_t base) {
        Edit one = edit(device, {{path, std::move(value), base}});
        one.closes = "choix de la personne";
        return take(one);
    }
    [[nodiscard]] Value value(const std::string& path) const { return dossier.answer(path); }
    [[nodiscard]] std::int64_t base(const std::string& path) const { return baseOf(dossier, path); }
    /// Values of the open conflict on `path`, in order of arrival.
    [[nodiscard]] std::vector<Value> clash(const std::string& path) const {
        std::vector<Value> values;
        if (const Conflict* conflict = dossier.conflictOn(path))
            for (const Candidate& one : conflict->candidates)
                values.push_back(one.value);
        return values;
    }
};

using Values = std::vector<Value>;

} // namespace escale::test
