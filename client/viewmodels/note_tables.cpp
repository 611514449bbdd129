// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_tables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {

namespace {

using Pair = std::pair<std::string_view, const char*>;

constexpr std::array<Pair, 31> kQuestions{{{"dalo", "dalo"},
                                           {"violence", "violences"},
                                           {"act", "logement"},
                                           {"handicap", "handicap"},
                                           {"transition", "logement"},
                                           {"non_decent_mineur", "non_decent"},
                                           {"surocc_mineur", "logement_surface"},
                                           {"expulsion", "expulsion"},
                                           {"sans_logement", "logement"},
                                           {"tiers", "logement"},
                                           {"reprise", "reprise_activite"},
                                           {"indigne", "indigne"},
                                           {"quartile1", "ressources"},
                                           {"ase", "ase"},
                                           {"habite_epci", "adresse"},
                                           {"habite_commune", "adresse"},
                                           {"travaille_epci", "travail_commune"},
                                           {"travaille_commune", "travail_commune"},
                                           {"non_decent", "non_decent"},
                                           {"inadapte_handicap", "handicap"},
                                           {"sous_occupation", "logement_pieces"},
                                           {"surocc_surface", "logement_surface"},
                                           {"surocc_pieces", "logement_pieces"},
                                           {"divorce", "divorce"},
                                           {"parents_divorce", "divorce"},
                                           {"jeune30", "naissance"},
                                           {"age60", "naissance"},
                                           {"agees_difficulte", "naissance"},
                                           {"parent_isole", "a_charge"},
                                           {"effort", "loyer"},
                                           {"depart", "a_charge"}}};

constexpr std::array<Pair, 20> kPictos{{{"bail_ou_propriete", "doc-contrat"},
                                        {"livret_famille", "doc-livret"},
                                        {"piece_identite", "doc-identite"},
                                        {"contrat_travail", "doc-contrat"},
                                        {"rapport_social", "doc-rapport"},
                                        {"attestation_hebergement", "doc-hebergement"},
                                        {"justificatif_ressources", "doc-paie"},
                                        {"quittance", "doc-quittance"},
                                        {"jugement_expulsion", "doc-jugement"},
                                        {"justificatif_adaptation", "doc-sante"},
                                        {"attestation_ase", "doc-rapport"},
                                        {"carte_invalidite", "doc-handicap"},
                                        {"avis_imposition", "doc-impots"},
                                        {"justificatif_chomage", "doc-etudes"},
                                        {"arrete_habitat", "doc-jugement"},
                                        {"labellisation", "doc-rapport"},
                                        {"plainte", "doc-jugement"},
                                        {"jugement_divorce", "doc-jugement"},
                                        {"attestation_caleol", "doc-rapport"},
                                        {"declaration_demolition", "doc-rapport"}}};

constexpr std::array<Pair, 34> kCriteria{{{"dalo", "doc-jugement"},
                                          {"violence", "motif-violence"},
                                          {"viol", "motif-violence"},
                                          {"act", "logement-foyer"},
                                          {"handicap", "logement-handicap"},
                                          {"transition", "logement-foyer"},
                                          {"non_decent_mineur", "motif-abime"},
                                          {"non_decent", "motif-abime"},
                                          {"indigne", "motif-abime"},
                                          {"surocc_mineur", "motif-petit"},
                                          {"surocc_surface", "motif-petit"},
                                          {"surocc_pieces", "motif-petit"},
                                          {"sous_occupation", "partie-logement"},
                                          {"expulsion", "motif-expulsion"},
                                          {"sans_logement", "logement-sans"},
                                          {"tiers", "logement-tiers"},
                                          {"reprise", "travail"},
                                          {"travaille_epci", "travail"},
                                          {"travaille_commune", "travail"},
                                          {"quartile1", "partie-argent"},
                                          {"ase", "personne"},
                                          {"habite_epci", "agglomeration"},
                                          {"habite_commune", "commune"},
                                          {"inadapte_handicap", "logement-handicap"},
                                          {"inadapte_autonomie", "logement-handicap"},
                                          {"divorce", "motif-separation"},
                                          {"parents_divorce", "motif-separation"},
                                          {"jeune30", "calendrier"},
                                          {"age60", "canne"},
                                          {"agees_difficulte", "canne"},
                                          {"parent_isole", "famille-seule"},
                                          {"effort", "motif-cher"},
                                          {"depart", "personnes"},
                                          {"anciennete", "attente"}}};

template <std::size_t size>
QString find(const std::array<Pair, size>& pairs, std::string_view word) {
    const auto* at = std::find_if(pairs.begin(), pairs.end(),
                                  [&](const Pair& pair) { return pair.first == word; });
    return at == pairs.end() ? QString() : QString::fromLatin1(at->second);
}

} // namespace

QString questionOfCriterion(std::string_view code) {
    return find(kQuestions, code);
}

QString pictoOfCriterion(std::string_view code) {
    const QString picto = find(kCriteria, code);
    return picto.isEmpty() ? QStringLiteral("points") : picto;
}

QString pictoOfPiece(std::string_view type) {
    const QString picto = find(kPictos, type);
    return picto.isEmpty() ? QStringLiteral("doc-autre") : picto;
}

} // namespace escale
