// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/nuu_order.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace escale::sne {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kEntete[] = {"typeFichier", "dateFichier"};
constexpr std::string_view kDemande[] = {
    "numUnique", "numGuichet", "dateCreationDemande", "personnePhysique", "logementRecherche",
    "radiation", "dalo",       "listeAnomalie"};
constexpr std::string_view kRadiation[] = {"motifRadiation", "sousMotifIrrecevabilite",
                                           "dateRadiation"};
constexpr std::string_view kDalo[] = {"statutDalo", "dateDalo"};
constexpr std::string_view kPhysique[] = {
    "demandeur",        "listePersonneACharge", "personneANaitre", "listePersonneEnGarde",
    "listeCotitulaire", "logementActuel",       "listeMotif"};
constexpr std::string_view kPerson[] = {"civilite",
                                        "nom",
                                        "nomPatronymique",
                                        "prenom",
                                        "dateNaissance",
                                        "nationalite",
                                        "situationFamiliale",
                                        "lienDemandeur",
                                        "telPortable",
                                        "mel",
                                        "adressePostale",
                                        "situationProfessionnelle",
                                        "revenuFiscal",
                                        "listeRessourceRecue",
                                        "listeRessourceVersee",
                                        "listeRessourceRecuePersACharge",
                                        "listeRessourceVerseePersACharge"};
constexpr std::string_view kCharge[] = {"nom", "prenom", "dateNaissance", "sexe", "lienParente"};
constexpr std::string_view kBirth[] = {"nombre", "dateNaissancePrevue"};
constexpr std::string_view kCustody[] = {"dateNaissance", "sexe", "coParentalite"};
constexpr std::string_view kAddress[] = {"etranger",   "numero",     "voie",
                                         "complement", "codePostal", "commune"};
constexpr std::string_view kWork[] = {"profession", "typeContratTravail", "nomEmployeurPrincipal",
                                      "etranger",   "codePostal",         "commune"};
constexpr std::string_view kTax[] = {"anneeMoins1", "montantMoins1", "anneeMoins2",
                                     "montantMoins2"};
constexpr std::string_view kDetail[] = {"ressource", "montant"};
constexpr std::string_view kHome[] = {"listeModeleLogement", "montantMensuelLoyer",
                                      "nombreHabitant",      "categorieLogement",
                                      "typeLogementActuel",  "surface",
                                      "proprietaire"};
constexpr std::string_view kWish[] = {"demandeElargie", "categorieLogement", "listeTypeLogement",
                                      "nombrePersonnes", "listeLocalisationSouhaite"};

struct Order {
    std::string_view parent;
    Names children;
};
constexpr Order kOrders[] = {
    {"entete", kEntete},
    {"demandeLogement", kDemande},
    {"personnePhysique", kPhysique},
    {"demandeur", kPerson},
    {"cotitulaire", kPerson},
    {"personneACharge", kCharge},
    {"personneANaitre", kBirth},
    {"personneEnGarde", kCustody},
    {"adressePostale", kAddress},
    {"situationProfessionnelle", kWork},
    {"revenuFiscal", kTax},
    {"detailRessource", kDetail},
    {"logementActuel", kHome},
    {"logementRecherche", kWish},
    {"radiation", kRadiation},
    {"dalo", kDalo},
};

struct Item {
    std::string_view collection;
    std::string_view element;
};
constexpr Item kItems[] = {
    {"codemandeurs", "personnePhysique/listeCotitulaire/cotitulaire"},
    {"personnes_a_charge", "personnePhysique/listePersonneACharge/personneACharge"},
    {"autres_enfants", "personnePhysique/listePersonneEnGarde/personneEnGarde"},
    {"localisations", "logementRecherche/listeLocalisationSouhaite/localisationSouhaite"},
};

} // namespace

void orderElements(XmlElement& element) {
    const auto* order = std::ranges::find(kOrders, element.name, &Order::parent);
    if (order != std::end(kOrders)) {
        std::vector<std::pair<std::ptrdiff_t, XmlElement>> ranked;
        std::ptrdiff_t last = -1; // what we do not know stays behind what it followed
        for (XmlElement& child : element.children) {
            const auto place = std::ranges::find(order->children, child.name);
            if (place != order->children.end())
                last = place - order->children.begin();
            ranked.emplace_back(last, std::move(child));
        }
        std::ranges::stable_sort(ranked, {}, &std::pair<std::ptrdiff_t, XmlElement>::first);
        for (std::size_t i = 0; i < ranked.size(); ++i)
            element.children[i] = std::move(ranked[i].second);
    }
    for (XmlElement& child : element.children)
        orderElements(child);
}

std::string_view itemElement(std::string_view collection) {
    const auto* item = std::ranges::find(kItems, collection, &Item::collection);
    return item == std::end(kItems) ? std::string_view() : item->element;
}

} // namespace escale::sne
