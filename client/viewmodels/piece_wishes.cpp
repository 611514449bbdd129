// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_wishes.h"

#include "shared/dossier/catalogue.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace escale {

namespace {

using Choice = std::map<std::string_view, std::string_view>;

/// Where the catalogue names several pièces for one answer: which one this answer calls for.
/// Arrêté du 24 juillet 2013 modifié, annexe (pièces by situation); an answer that is not there
/// calls for nothing.
const std::map<std::string_view, Choice>& choices() {
    static const std::map<std::string_view, Choice> kChoices{
        {"situation_familiale",
         {{"marie", "livret_famille"},
          {"veuf", "livret_famille"},
          {"divorce", "jugement"},
          {"separe", "jugement"}}},
        {"logement_actuel",
         {{"prive", "quittance"},
          {"hlm", "quittance"},
          {"residence_sociale", "quittance"},
          {"etudiant", "quittance"},
          {"sous_location", "quittance"},
          {"rhvs", "quittance"},
          {"hotel", "quittance"},
          {"fonction", "quittance"},
          {"parents", "hebergement"},
          {"particulier", "hebergement"},
          {"gratuit", "hebergement"},
          {"hebergement", "hebergement"},
          {"centre_enfance", "hebergement"}}},
        {"travail",
         {{"cdi", "bulletin_salaire"}, {"cdd", "bulletin_salaire"}, {"app", "bulletin_salaire"}}},
        {"nationalite",
         {{"francaise", "identite"}, {"ue", "identite"}, {"hors_ue", "titre_sejour"}}}};
    return kChoices;
}

bool saysNo(const Value& value) {
    if (isEmpty(value) || std::holds_alternative<Marker>(value))
        return true;
    if (const auto* yes = std::get_if<bool>(&value))
        return !*yes;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return *number == 0;
    return false;
}

std::string pieceFor(const FieldSpec& field, const Value& value) {
    if (field.pieces.empty() || saysNo(value))
        return {};
    if (const auto known = choices().find(field.codeList); known != choices().end()) {
        const auto chosen = known->second.find(textOf(value));
        return chosen == known->second.end() ? std::string() : std::string(chosen->second);
    }
    return field.pieces.front();
}

} // namespace

std::vector<WishedPiece> wishedPieces(const Dossier& dossier,
                                      const std::vector<std::string>& visible) {
    const bool stay = textOf(dossier.answer("demandeur.nationalite")) == "hors_ue";
    std::set<std::string> wished{stay ? "titre_sejour" : "identite"};
    for (const auto& name : visible) {
        const auto path = parsePath(name);
        const auto* field = path ? catalogue().find(*path) : nullptr;
        const std::string type = field ? pieceFor(*field, dossier.answer(name)) : std::string();
        // Names are proved by the document that the nationality calls for.
        if (!type.empty() && !(type == "identite" && field->codeList != "nationalite"))
            wished.insert(type);
    }
    std::set<std::string> kept;
    for (const auto& id : dossier.items("pieces"))
        kept.insert(textOf(dossier.answer("pieces[" + id + "].type")));
    std::vector<WishedPiece> pieces;
    const auto* types = catalogue().codeList("piece");
    for (const auto& entry : types ? *types : std::vector<CodeEntry>())
        if (wished.contains(entry.code) || kept.contains(entry.code))
            pieces.push_back({entry.code, entry.picto, kept.contains(entry.code)});
    return pieces;
}

} // namespace escale
