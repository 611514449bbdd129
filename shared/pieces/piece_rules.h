// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of shared/data/pieces.json: what each situation calls for. Format:
// shared/data/README.md.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/pieces/freshness.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::pieces {

/// What lacks without it. Words of the data: "enregistrement", "obligatoire", "complementaire".
enum class Group {
    registration,  // the demande cannot be registered (CCH R441-2-4-1)
    mandatory,     // no home can be given
    complementary, // may be asked for, or gives points
};

/// Whose pièce it is.
enum class Owner {
    household,   // "foyer": one for all
    demandeur,   // "demandeur"
    codemandeur, // "codemandeurs": one for each
    adult,       // "adultes": the demandeur, then each codemandeur
    dependant,   // "personnes_a_charge": one for each
    children,    // "enfants": one need for all of them
};

struct Accepted {
    std::string type; // code of the list "piece"
    Freshness freshness;
    bool operator==(const Accepted&) const = default;
};

/// A type of pièce, wherever it is asked for.
struct Document {
    std::string where;   // who gives it: key piece.ou.<where>
    int sides = 1;       // 2: recto and verso
    int copies = 1;      // 3: the last three payslips
    bool shared = false; // one paper stands for everybody whom it names (livret de famille)
};

struct Rule {
    std::string code;
    Group group = Group::complementary;
    Owner owner = Owner::household;
    /// Of the demandeur, or of the household; and the same about an item.
    Condition when, whenItem;
    /// Codemandeurs for whom the demandeur's own paper also stands (a common avis d'impôt).
    Condition sharedWith = Condition(false);
    std::vector<Accepted> accepted; // one of; the usual one first
    std::string source;             // "arrete: II, famille"
};

class Rules {
public:
    /// Errc::malformed, naming the entry, when the data do not follow the format, or name a field
    /// or a type that `catalogue` does not have.
    static Result<Rules> load(std::string_view json, const Catalogue& catalogue);

    [[nodiscard]] const std::vector<Rule>& all() const { return m_rules; }
    /// nullptr for an unknown type.
    [[nodiscard]] const Document* document(std::string_view type) const;
    [[nodiscard]] const std::map<std::string, Document, std::less<>>& documents() const {
        return m_documents;
    }
    /// Title of a source ("arrete"); empty when unknown.
    [[nodiscard]] std::string_view sourceTitle(std::string_view name) const;

private:
    friend class RulesReader;
    std::vector<Rule> m_rules;
    std::map<std::string, Document, std::less<>> m_documents;
    std::map<std::string, std::string, std::less<>> m_sources;
};

std::string_view groupName(Group group);

/// The rules built into the program. Loaded at first use; thread-safe, read-only.
const Rules& pieceRules();

} // namespace escale::pieces
