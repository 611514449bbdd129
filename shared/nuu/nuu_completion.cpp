// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/nuu_completion.h"

#include "shared/dossier/catalogue.h"
#include "shared/nuu/field_codec.h"

#include <algorithm>
#include <utility>

namespace escale::sne {
namespace {

constexpr std::string_view kPhysique = "personnePhysique";
constexpr std::string_view kHomeAddress = "demandeur.adresse.";
constexpr std::string_view kDependants =
    "personnePhysique/demandeur/listeRessourceRecuePersACharge/detailRessource";

/// `nom` is the name in use; the form gives it only to those who have one.
void completeName(XmlElement& person) {
    const std::string birth = person.textAt("nomPatronymique");
    if (!person.child("nom") && !birth.empty())
        person.add("nom", birth);
}

void completeWork(XmlElement& person) {
    XmlElement* work = person.child("situationProfessionnelle");
    if (work && work->child("commune"))
        work->add("etranger", "false");
}

void completeTax(XmlElement& person, const Date& received) {
    XmlElement* tax = person.child("revenuFiscal");
    for (int back = 1; tax && back <= 2; ++back) {
        const std::string end = "Moins" + std::to_string(back);
        if (tax->child("montant" + end))
            tax->add("annee" + end, std::to_string(received.year - back));
    }
}

/// Of a couple, the link says the family situation: it is not asked.
void completeSituation(XmlElement& cotitulaire) {
    static constexpr std::pair<std::string_view, const char*> kSituations[] = {
        {"M", "M"}, {"P", "P"}, {"C", "U"}};
    if (cotitulaire.child("situationFamiliale"))
        return;
    const std::string link = cotitulaire.codeAt("lienDemandeur");
    for (const auto& [known, situation] : kSituations)
        if (known == link)
            cotitulaire.addCode("situationFamiliale", situation);
}

/// The dependants' resources stand together, by nature, with those of the demandeur.
void addDependants(XmlElement& demande, const Dossier& dossier,
                   const std::vector<std::string>& asked) {
    std::vector<std::pair<std::string, std::int64_t>> sums;
    for (const std::string& path : asked) {
        const auto parsed = parsePath(path);
        const FieldSpec* field = parsed ? catalogue().find(*parsed) : nullptr;
        const Value value = undisputed(dossier, path);
        const auto* amount = std::get_if<std::int64_t>(&value);
        if (!field || !amount || field->sneCode.empty() || !field->sneElement.empty())
            continue;
        const auto known =
            std::ranges::find(sums, field->sneCode, &decltype(sums)::value_type::first);
        if (known == sums.end())
            sums.emplace_back(field->sneCode, *amount);
        else
            known->second += *amount;
    }
    for (const auto& [nature, amount] : sums)
        addResource(demande, kDependants, nature, amount);
}

/// Facts that the interface knows only as reasons, when the person has not named the reason.
void addReasons(XmlElement& demande, const Dossier& dossier,
                const std::vector<std::string>& asked) {
    static constexpr std::pair<std::string_view, const char*> kReasons[] = {
        {"logement_actuel.non_decent", "03"},
        {"logement_actuel.indigne", "03"},
        {"situation.expulsion", "05"},
        {"situation.violences", "06"},
        {"situation.divorce", "11"}};
    for (const auto& [path, code] : kReasons) {
        const bool isAsked = std::ranges::find(asked, path) != asked.end();
        if (!isAsked || undisputed(dossier, std::string(path)) != Value(true))
            continue;
        XmlElement& reasons = ensure(demande, "personnePhysique/listeMotif");
        const bool named = std::ranges::any_of(reasons.children, [&](const XmlElement& reason) {
            return reason.attribute("code") == code;
        });
        if (!named)
            reasons.addCode("motif", code);
    }
}

} // namespace

Value undisputed(const Dossier& dossier, const std::string& path) {
    const Conflict* conflict = dossier.conflictOn(path);
    return conflict ? conflict->baseValue : dossier.answer(path);
}

std::vector<std::string> toldFields(std::vector<std::string> asked) {
    const bool elsewhere = std::ranges::any_of(
        asked, [](const std::string& path) { return path == "demandeur.postale.voie"; });
    if (elsewhere)
        std::erase_if(asked,
                      [](const std::string& path) { return path.starts_with(kHomeAddress); });
    return asked;
}

void complete(XmlElement& demande, const Dossier& dossier, const std::vector<std::string>& asked,
              const Date& received) {
    XmlElement* physique = demande.child(kPhysique);
    XmlElement* demandeur = physique ? physique->child("demandeur") : nullptr;
    if (!demandeur)
        return;
    completeName(*demandeur);
    completeWork(*demandeur);
    completeTax(*demandeur, received);
    const bool abroad = std::ranges::any_of(asked, [](const std::string& path) {
        return path == "demandeur.adresse.pays" || path == "demandeur.postale.pays";
    });
    if (XmlElement* address = demandeur->child("adressePostale"))
        address->add("etranger", abroad ? "true" : "false");
    if (XmlElement* list = physique->child("listeCotitulaire")) {
        for (XmlElement& cotitulaire : list->children) {
            completeName(cotitulaire);
            completeWork(cotitulaire);
            completeTax(cotitulaire, received);
            completeSituation(cotitulaire);
        }
    }
    addDependants(demande, dossier, asked);
    addReasons(demande, dossier, asked);
}

} // namespace escale::sne
