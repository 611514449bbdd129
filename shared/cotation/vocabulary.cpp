// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/vocabulary.h"

#include <algorithm>
#include <array>

namespace escale::cotation {
namespace {

constexpr std::array kNumbers{
    FactWord{"logement.surface", SlotKind::surface, "Surface du logement", "m2"},
    FactWord{"logement.pieces", SlotKind::rooms, "Nombre de pièces du logement", "pieces"},
    FactWord{"logement.loyer_charges", SlotKind::rent, "Loyer et charges par mois", "eur"},
    FactWord{"logement.aide", SlotKind::aid, "Aide au logement par mois", "eur"},
    FactWord{"ressources", SlotKind::resources, "Ressources du foyer par mois", "eur"},
    FactWord{"anciennete_annees", SlotKind::seniorityYears, "Années depuis la première demande",
             "ans"},
    FactWord{"anciennete_mois", SlotKind::seniorityMonths, "Mois depuis la première demande",
             "mois"},
};

constexpr std::array kPlaces{
    FactWord{"logement.dans_epci", SlotKind::homeInEpci, "Vous habitez dans l’agglomération", ""},
    FactWord{"logement.dans_commune_demandee", SlotKind::homeInAsked,
             "Vous habitez dans la commune demandée", ""},
    FactWord{"logement.dans_premier_choix", SlotKind::homeInFirst,
             "Vous habitez dans la commune de votre premier choix", ""},
    FactWord{"travail.dans_epci", SlotKind::workInEpci, "Vous travaillez dans l’agglomération", ""},
    FactWord{"travail.dans_commune_demandee", SlotKind::workInAsked,
             "Vous travaillez dans la commune demandée", ""},
    FactWord{"travail.dans_premier_choix", SlotKind::workInFirst,
             "Vous travaillez dans la commune de votre premier choix", ""},
};

constexpr std::array<std::string_view, kDeclarationCount> kDeclarationLabels{
    "Vous avez dit être reconnu DALO",
    "Vous avez dit que le logement n’est pas décent",
    "Vous avez dit que le logement est indigne",
    "Vous avez dit risquer l’expulsion",
    "Vous avez dit être suivi par l’aide sociale à l’enfance",
    "Vous avez parlé d’un handicap",
    "Vous avez dit reprendre un travail",
    "Vous avez dit que des personnes à charge sont parties",
    "Vous avez dit que le logement ne va pas avec une perte d’autonomie",
    "Vous avez dit que le logement ne va pas avec un handicap",
    "Vous avez dit être labellisé prioritaire",
    "Vous avez parlé de violences",
    "Vous avez parlé d’un divorce ou d’une séparation",
    "Vous avez dit être parents en séparation",
    "Vous avez parlé d’un travail dans la fonction publique territoriale",
};

} // namespace

const FactWord* numericFact(std::string_view name) {
    const auto* at = std::find_if(kNumbers.begin(), kNumbers.end(),
                                  [&](const FactWord& word) { return word.name == name; });
    return at == kNumbers.end() ? nullptr : at;
}

const FactWord* placeFact(bool home, std::string_view where) {
    constexpr std::array<std::string_view, 3> kWhere{"epci", "demandee", "premier_choix"};
    const auto* at = std::find(kWhere.begin(), kWhere.end(), where);
    if (at == kWhere.end())
        return nullptr;
    return &kPlaces[(home ? 0U : kWhere.size()) + static_cast<std::size_t>(at - kWhere.begin())];
}

std::string_view label(Declaration declaration) {
    return kDeclarationLabels[static_cast<std::size_t>(declaration)];
}

} // namespace escale::cotation
