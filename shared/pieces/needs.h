// SPDX-License-Identifier: GPL-3.0-or-later
// The pièces that a demande calls for, from its answers.
#pragma once

#include "shared/dossier/dossier.h"
#include "shared/pieces/piece_rules.h"

#include <string>
#include <vector>

namespace escale::pieces {

/// One line of the list: a pièce to give, for somebody.
struct Need {
    std::string code; // of the rule: "avis_codemandeur"
    Group group = Group::complementary;
    /// "demandeur" or "codemandeurs[ID]"…; several when one paper may stand for all of them; none:
    /// it is about the household.
    std::vector<std::string> people;
    bool oneForAll = false; // any accepted pièce stands for everybody of `people`
    std::vector<Accepted> accepted;
    std::string source;

    bool operator==(const Need&) const = default;
    /// Names it in the dossier ("avis demandeur"), stable while the answers stay.
    [[nodiscard]] std::string key() const;
    /// Whose it is, as `pieces[].pour` keeps it; empty for the household or for several people.
    [[nodiscard]] std::string person() const {
        return people.size() == 1 || oneForAll ? people.front() : std::string();
    }
    [[nodiscard]] const Accepted* accepts(std::string_view type) const;
    /// Income year of an avis (2024); 0 for other pièces.
    [[nodiscard]] int incomeYear(const Date& today) const;
};

/// In the order of the rules; about each person in the order of the form. What nobody answered
/// calls for nothing, and so does an answer to a question that is no longer asked. The proof of
/// identity is always there.
std::vector<Need> neededPieces(const Dossier& dossier, const Date& today);

} // namespace escale::pieces
