// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/renewal.h"
#include "shared/rules/rules.h"
#include "shared/rules/visible.h"

#include <algorithm>
#include <array>

namespace escale {
namespace {

struct NeededItem {
    std::string_view collection;
    std::string_view reason;
    std::string_view source;
};

/// Collections that need an item as soon as they are asked for.
constexpr std::array<NeededItem, 3> kNeededItems{{
    {"codemandeurs", "manque.codemandeur", "notice 51423#05, page 2"},
    {"personnes_a_charge", "manque.personne_a_charge", "CCH R441-2-2 a"},
    {"localisations", "manque.localisation", "notice 51423#05, page 9, case G3"},
}};

bool isMandatory(const Asked& asked, const Dossier& dossier, const Date& today) {
    return asked.field->mandatory.evaluate(dossier, today, asked.item) == Truth::yes;
}

void addMissingFields(const Dossier& dossier, const Catalogue& catalogue, const Date& today,
                      std::vector<Missing>& out) {
    for (const Asked& asked : askedFields(dossier, catalogue, today)) {
        const bool ofPiece = asked.path.starts_with("pieces[") || asked.path == "depot.confirme";
        if (!ofPiece && isMandatory(asked, dossier, today) && isEmpty(dossier.answer(asked.path)))
            out.push_back({asked.path, "manque.champ", asked.field->source});
    }
}

void addMissingItems(const Dossier& dossier, const Catalogue& catalogue, const Date& today,
                     std::vector<Missing>& out) {
    for (const NeededItem& needed : kNeededItems) {
        const CollectionSpec* collection = catalogue.findCollection(needed.collection);
        if (!collection || !isCollectionAsked(dossier, *collection, today))
            continue;
        const std::string name(needed.collection);
        if (dossier.items(name).empty())
            out.push_back({name, std::string(needed.reason), std::string(needed.source)});
    }
}

/// A page at least of a pièce of that type.
bool hasPiece(const Dossier& dossier, std::string_view type) {
    const auto ids = dossier.items("pieces");
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        const std::string item = "pieces[" + id + ']';
        const Value pages = dossier.answer(item + ".pages");
        const auto* list = std::get_if<TextList>(&pages);
        return textOf(dossier.answer(item + ".type")) == type && list && !list->empty();
    });
}

/// Nothing but the proof of identity, or of the right to stay for who is not of the European
/// Union, may be asked for to register (CCH R441-2-3).
void addMissingIdentity(const Dossier& dossier, std::vector<Missing>& out) {
    const bool stay = textOf(dossier.answer("demandeur.nationalite")) == "hors_ue";
    if (!hasPiece(dossier, stay ? "titre_sejour" : "identite"))
        out.push_back({"pieces", stay ? "manque.piece_sejour" : "manque.piece_identite",
                       "CCH R441-2-3 ; notice 51423#05"});
}

} // namespace

std::vector<Missing> missingToRegister(const Dossier& dossier, const Catalogue& catalogue,
                                       const Date& today) {
    std::vector<Missing> missing;
    addMissingFields(dossier, catalogue, today, missing);
    addMissingItems(dossier, catalogue, today, missing);
    addMissingIdentity(dossier, missing);
    if (isRenewing(dossier) && dossier.answer("renouvellement.toujours") == Value(false))
        missing.push_back({"renouvellement.toujours", "manque.renonciation", "CCH R441-2-8 b"});
    if (dossier.answer("depot.confirme") != Value(true))
        missing.push_back({"depot.confirme", "manque.confirmation", "notice 51423#05, page 10"});
    return missing;
}

} // namespace escale
