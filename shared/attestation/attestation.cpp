// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/attestation/attestation.h"

#include "shared/attestation/french_day.h"
#include "shared/base/date.h"
#include "shared/dossier/communes.h"

namespace escale {
namespace {

using papers::Answer;
using papers::Answers;
using papers::Both;
using papers::Paper;
using papers::Section;
using papers::Sentence;

constexpr int kValidMonths = 12; // CCH R441-2-7
constexpr const char* kPortal = "www.demande-logement-social.gouv.fr";

Both say(std::string text) {
    return {std::move(text), {}};
}

void section(Paper& paper, std::string name) {
    paper.blocks.emplace_back(Section{say(std::move(name)), {}});
}

void sentence(Paper& paper, std::string text, bool strong = false) {
    paper.blocks.emplace_back(Sentence{say(std::move(text)), strong});
}

std::string dayOf(const std::string& iso) {
    const auto date = parseIsoDate(iso);
    return date ? dayInFrench(*date) : iso;
}

std::string townOf(const std::string& insee) {
    const Commune* commune = findCommune(insee);
    return commune ? std::string(commune->name) : insee;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::vector<std::string> wishedCommunes(const Dossier& dossier) {
    std::vector<std::string> communes;
    for (const std::string& item : dossier.items("localisations"))
        communes.push_back(textOf(dossier.answer("localisations[" + item + "].commune")));
    std::erase(communes, std::string());
    return communes;
}

std::string answerText(const Dossier& dossier, const std::string& path) {
    const Value value = dossier.answer(path);
    return std::holds_alternative<std::string>(value) ? textOf(value) : std::string();
}

std::string addressOf(const Dossier& dossier) {
    const bool elsewhere = dossier.answer("demandeur.postale.differente") == Value(true);
    const std::string base = elsewhere ? "demandeur.postale." : "demandeur.adresse.";
    std::vector<std::string> parts;
    std::string street = answerText(dossier, base + "numero");
    const std::string way = answerText(dossier, base + "voie");
    street += street.empty() || way.empty() ? way : " " + way;
    const std::string town = answerText(dossier, base + "commune");
    std::string line = answerText(dossier, base + "code_postal");
    line += line.empty() || town.empty() ? "" : " ";
    line += town.empty() ? "" : townOf(town);
    for (const std::string& part : {street, answerText(dossier, base + "complement"), line,
                                    answerText(dossier, base + "pays")})
        if (!part.empty())
            parts.push_back(part);
    return joined(parts);
}

std::string nameOf(const Dossier& dossier) {
    const std::string used = answerText(dossier, "demandeur.nom_usage");
    const std::string birth = answerText(dossier, "demandeur.nom");
    return answerText(dossier, "demandeur.prenom") + " " +
           (used.empty() ? birth : used + " (nom de naissance : " + birth + ")");
}

void row(Answers& table, std::string name, std::string value) {
    table.rows.push_back({say(std::move(name)), say(std::move(value)), false});
}

/// ISO; "" when it was not renewed yet.
std::string lastRenewal(const Dossier& dossier) {
    const bool renewed = dossier.answer("renouvellement.signe") == Value(true);
    return renewed ? textOf(dossier.answer("renouvellement.le")) : std::string();
}

/// The number of the guichet ends the numéro unique.
std::string guichetOf(const Dossier& dossier) {
    constexpr std::size_t kBefore = 13;
    return dossier.numeroUnique.size() > kBefore ? dossier.numeroUnique.substr(kBefore)
                                                 : std::string();
}

/// a to d.
void addIdentity(Paper& paper, const Dossier& dossier, const AttestationFacts& facts,
                 const std::string& renewedOn) {
    const std::string guichet = guichetOf(dossier);
    section(paper, "Votre demande");
    Answers table{{say("Ce que dit l’attestation"), say("Pour votre demande")}, {}};
    row(table, "a) Demandeur", nameOf(dossier));
    row(table, "a) Adresse du demandeur", addressOf(dossier));
    row(table, "b) Service qui a enregistré la demande",
        facts.guichetName.empty() ? "Guichet n° " + guichet
                                  : facts.guichetName + " (guichet n° " + guichet + ")");
    row(table, "b) Adresse du service",
        facts.guichetAddress.empty() ? "Demandez-la à la personne qui vous a aidé"
                                     : facts.guichetAddress);
    row(table, "c) Numéro unique d’enregistrement", dossier.numeroUnique);
    row(table, "d) Date de réception de la demande", dayOf(dossier.receivedOn));
    row(table, "d) Date du dernier renouvellement",
        renewedOn.empty() ? "Pas encore de renouvellement" : dayOf(renewedOn));
    paper.blocks.emplace_back(std::move(table));
    sentence(paper, "Cette attestation prouve que votre demande est enregistrée, et depuis quand. "
                    "Elle ne donne pas droit à un logement par elle-même.");
}

/// e.
void addLandlords(Paper& paper, const Dossier& dossier, const AttestationFacts& facts) {
    section(paper, "e) Les bailleurs sociaux des communes demandées");
    Answers table{{say("Commune"), say("Bailleurs sociaux")}, {}};
    for (const std::string& insee : wishedCommunes(dossier)) {
        const auto known = facts.bailleurs.find(insee);
        row(table, townOf(insee),
            known == facts.bailleurs.end()
                ? "Liste remise par votre guichet, ou sur " + std::string(kPortal)
                : joined(known->second));
    }
    paper.blocks.emplace_back(std::move(table));
}

/// f and g (CCH L441-2-3, R441-14-1).
void addMediation(Paper& paper, const Dossier& dossier, const AttestationFacts& facts) {
    section(paper, "f) La commission de médiation (DALO)");
    sentence(paper, "Vous pouvez la saisir sans attendre si vous êtes de bonne foi et dans un de "
                    "ces cas :");
    for (const char* ground :
         {"vous n’avez pas de logement ;",
          "vous êtes menacé d’expulsion par un jugement, sans autre logement ;",
          "vous êtes hébergé dans une structure depuis plus de six mois, ou en logement de "
          "transition depuis plus de dix-huit mois ;",
          "votre logement est impropre à l’habitation, insalubre ou dangereux ;",
          "vous êtes handicapé, ou avec une personne handicapée ou un enfant mineur, et votre "
          "logement n’est pas décent ou est trop petit."})
        sentence(paper, std::string("– ") + ground);
    sentence(paper, "Vous pouvez aussi la saisir si vous n’avez reçu aucune offre adaptée après le "
                    "délai fixé par le préfet.");
    section(paper, "g) À partir de quand, et où");
    const auto communes = wishedCommunes(dossier);
    const std::string department =
        communes.empty() ? std::string() : departementOf(communes.front());
    const auto found = facts.commissions.find(department);
    const auto received = parseIsoDate(dossier.receivedOn);
    const bool known =
        found != facts.commissions.end() && found->second.delayMonths > 0 && received;
    if (known)
        sentence(paper,
                 "Délai du département " + department + " : " +
                     std::to_string(found->second.delayMonths) +
                     " mois. Vous pouvez saisir la "
                     "commission pour ce motif à partir du " +
                     dayInFrench(addMonths(*received, found->second.delayMonths)) + ".",
                 true);
    else
        sentence(paper, "Ce délai est fixé par le préfet du département " + department +
                            " : demandez-le à votre guichet.");
    sentence(paper, "Adresse de la commission : " +
                        (found == facts.commissions.end() || found->second.address.empty()
                             ? "demandez-la à votre guichet ou à la préfecture."
                             : found->second.address));
}

/// h (CCH R441-2-7, R441-2-8).
void addValidity(Paper& paper, const Dossier& dossier, const std::string& renewedOn) {
    section(paper, "h) Combien de temps votre demande est valable");
    const auto from = parseIsoDate(renewedOn.empty() ? dossier.receivedOn : renewedOn);
    const std::string end = from ? dayInFrench(addMonths(*from, kValidMonths)) : std::string();
    sentence(paper, "Votre demande est valable un an, jusqu’au " + end + ".", true);
    sentence(paper,
             "Renouvelez-la avant cette date : sinon, elle est radiée. Vous recevez un rappel "
             "un mois avant.");
    sentence(paper, "Si votre situation change (adresse, famille, travail, revenus), dites-le sans "
                    "attendre, au même endroit ou sur " +
                        std::string(kPortal) + ".");
    sentence(paper, "Votre demande est radiée : si vous obtenez un logement social ; si vous y "
                    "renoncez par écrit ; si vous ne répondez pas à un courrier, un mois après un "
                    "avertissement ; si elle ne remplit pas les conditions ; si elle n’est pas "
                    "renouvelée.");
}

/// "Chambre, T2, T3": as the form prints its codes.
std::string typesOf(const Dossier& dossier) {
    const Value value = dossier.answer("logement_recherche.types");
    const auto* codes = std::get_if<TextList>(&value);
    std::vector<std::string> types = codes ? *codes : TextList();
    for (std::string& type : types)
        if (!type.empty() && type[0] >= 'a' && type[0] <= 'z')
            type[0] = static_cast<char>(type[0] - 'a' + 'A');
    return joined(types);
}

/// i, then the annexes.
void addProgress(Paper& paper, const Dossier& dossier) {
    section(paper, "i) Savoir où en est votre demande");
    sentence(paper, "Avec votre numéro unique, sur " + std::string(kPortal) +
                        ", à votre guichet, ou à l’endroit où vous avez fait cette demande.");
    section(paper, "Annexe 1 : résumé de votre demande");
    Answers table{{say("Sujet"), say("Votre demande")}, {}};
    std::vector<std::string> towns;
    for (const std::string& insee : wishedCommunes(dossier))
        towns.push_back(townOf(insee));
    row(table, "Communes demandées", joined(towns));
    row(table, "Communes voisines acceptées",
        dossier.answer("logement_recherche.elargir") == Value(true) ? "Oui" : "Non");
    row(table, "Types de logement", typesOf(dossier));
    row(table, "Personnes à loger", toText(dossier.answer("logement_recherche.personnes")));
    row(table, "Codemandeurs", std::to_string(dossier.items("codemandeurs").size()));
    row(table, "Personnes à charge", std::to_string(dossier.items("personnes_a_charge").size()));
    paper.blocks.emplace_back(std::move(table));
    sentence(paper, "Ensuite : les bailleurs étudient votre demande. Une commission d’attribution "
                    "décide pour chaque logement. Vous recevez sa réponse par écrit.");
    section(paper, "Annexe 2 : les pièces");
    sentence(paper,
             "Pour l’étude : pièce d’identité ou titre de séjour de chaque adulte, livret de "
             "famille ou actes de naissance, avis d’imposition de l’avant-dernière année.");
    sentence(paper,
             "Peuvent être demandées : justificatifs de la situation de famille, du travail, "
             "des revenus, du logement actuel, et du motif de la demande.");
}

} // namespace

std::string departementOf(std::string_view insee) {
    return std::string(insee.substr(0, insee >= "97" && insee < "99" ? 3 : 2));
}

papers::Paper attestationOf(const Dossier& dossier, const AttestationFacts& facts) {
    const std::string renewedOn = lastRenewal(dossier);
    Paper paper;
    paper.title = say("Attestation d’enregistrement d’une demande de logement social");
    paper.hint = say("Code de la construction et de l’habitation, article R441-2-4. Gardez-la : "
                     "elle prouve la date de votre demande.");
    paper.pageOf = say("Page %1 sur %2");
    addIdentity(paper, dossier, facts, renewedOn);
    addLandlords(paper, dossier, facts);
    addMediation(paper, dossier, facts);
    addValidity(paper, dossier, renewedOn);
    addProgress(paper, dossier);
    return paper;
}

} // namespace escale
