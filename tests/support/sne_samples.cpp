// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sne_samples.h"

#include "shared/nuu/xml_gate.h"

#include <algorithm>

namespace escale::sne_test {
namespace {

std::string item(const std::string& collection, int number) {
    std::string id = "018f0000-0000-7000-8000-000000000000";
    id.back() = static_cast<char>('0' + number);
    return collection + '[' + id + "].";
}

/// "Essai", then letters that spell the number: names have no digits.
std::string lettersOf(int number) {
    std::string letters;
    for (const char digit : std::to_string(number))
        letters += static_cast<char>('a' + (digit - '0'));
    return letters;
}

void addAddress(Dossier& dossier) {
    set(dossier, "demandeur.adresse.numero", std::string("12"));
    set(dossier, "demandeur.adresse.voie", std::string("rue de l’Écluse"));
    set(dossier, "demandeur.adresse.code_postal", std::string("95140"));
    set(dossier, "demandeur.adresse.commune", std::string("95268"));
}

} // namespace

void TestRandom::fill(std::span<std::uint8_t> out) {
    for (std::uint8_t& byte : out) {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        byte = static_cast<std::uint8_t>(m_state);
    }
}

void set(Dossier& dossier, const std::string& path, Value value) {
    const std::int64_t revision = ++dossier.revision;
    dossier.fields[path] = {
        std::move(value), revision, {DeviceId(kDevice), revision, "demandeur", {kNow, 0}}};
}

Dossier sampleDossier(int number) {
    Dossier dossier;
    const std::string digits = std::to_string(1'000'000 + number);
    dossier.id = DossierId("018f1111-0000-7000-8000-00000" + digits);
    dossier.receivedOn = "2026-11-20";
    dossier.stage = DossierStage::deposited;
    set(dossier, "demande.nature", std::string("premiere"));
    set(dossier, "demandeur.civilite", std::string("mme"));
    set(dossier, "demandeur.nom", "Essai" + lettersOf(number));
    set(dossier, "demandeur.prenom", std::string("Léna"));
    set(dossier, "demandeur.naissance", std::string("1990-02-03"));
    set(dossier, "demandeur.nationalite", std::string("francaise"));
    set(dossier, "demandeur.nir", Marker::none);
    set(dossier, "demandeur.telephone", std::string("0600000001"));
    addAddress(dossier);
    set(dossier, "demandeur.situation_familiale", std::string("celibataire"));
    set(dossier, "logement_actuel.categorie", std::string("parents"));
    set(dossier, "logement_actuel.personnes", std::int64_t{4});
    set(dossier, "logement_recherche.types", TextList{"t2", "t3"});
    set(dossier, "logement_recherche.personnes", std::int64_t{1});
    set(dossier, "logement_recherche.elargir", true);
    set(dossier, item("localisations", 1) + "commune", std::string("95268"));
    set(dossier, item("localisations", 1) + "rang", std::int64_t{1});
    set(dossier, "depot.confirme", true);
    return dossier;
}

Dossier householdDossier() {
    Dossier dossier = sampleDossier();
    set(dossier, "demandeur.nom_usage", std::string("D’Été & Fils"));
    set(dossier, "demandeur.situation_familiale", std::string("marie"));
    set(dossier, "demandeur.travail.situation", std::string("cdi"));
    set(dossier, "demandeur.travail.profession", std::string("Aide-soignante"));
    set(dossier, "demandeur.travail.commune", std::string("2A004"));
    set(dossier, "demandeur.ressources.natures", TextList{"af", "sal"});
    set(dossier, "demandeur.ressources.sal", std::int64_t{1650});
    set(dossier, "demandeur.ressources.af", std::int64_t{148});
    set(dossier, "revenus.rfr_n2", std::int64_t{18400});
    set(dossier, "revenus.rfr_n1", std::int64_t{19050});
    set(dossier, "revenus.pension_versee", std::int64_t{120});
    set(dossier, "foyer.conjoint", true);
    const std::string partner = item("codemandeurs", 2);
    set(dossier, partner + "civilite", std::string("m"));
    set(dossier, partner + "nom", std::string("Ozan"));
    set(dossier, partner + "prenom", std::string("Çelik"));
    set(dossier, partner + "naissance", std::string("1988-12-30"));
    set(dossier, partner + "nationalite", std::string("hors_ue"));
    set(dossier, partner + "nir", Marker::none);
    set(dossier, partner + "lien", std::string("conjoint"));
    set(dossier, "foyer.personnes_a_charge", true);
    const std::string child = item("personnes_a_charge", 3);
    set(dossier, child + "nom", std::string("Ozan"));
    set(dossier, child + "prenom", std::string("Mila"));
    set(dossier, child + "naissance", std::string("2019-05-06"));
    set(dossier, child + "sexe", std::string("f"));
    set(dossier, child + "lien", std::string("enfant"));
    const std::string elder = item("personnes_a_charge", 5);
    set(dossier, elder + "nom", std::string("Ozan"));
    set(dossier, elder + "prenom", std::string("Deniz"));
    set(dossier, elder + "naissance", std::string("2009-11-02"));
    set(dossier, elder + "lien", std::string("enfant"));
    set(dossier, elder + "ressources.natures", TextList{"sal"});
    set(dossier, elder + "ressources.sal", std::int64_t{430});
    set(dossier, "foyer.autres_enfants", true);
    const std::string visitor = item("autres_enfants", 6);
    set(dossier, visitor + "prenom", std::string("Ayla"));
    set(dossier, visitor + "naissance", std::string("2014-02-28"));
    set(dossier, visitor + "sexe", std::string("f"));
    set(dossier, visitor + "coparentalite", std::string("visite"));
    set(dossier, "naissances.attendues", true);
    set(dossier, "naissances.nombre", std::int64_t{2});
    set(dossier, "naissances.date", std::string("2027-03-01"));
    set(dossier, "situation.violences", false);
    set(dossier, "logement_actuel.non_decent", true);
    set(dossier, "motifs", TextList{"decohabitation", "trop_petit"});
    set(dossier, item("localisations", 4) + "commune", std::string("75113"));
    set(dossier, item("localisations", 4) + "rang", std::int64_t{2});
    return dossier;
}

void MemoryOutbox::add(Dossier dossier) {
    server::OutboxRow row;
    row.id = static_cast<std::int64_t>(rows.size()) + 1;
    row.dossier = dossier.id;
    row.kind = dossier.numeroUnique.empty() ? server::OutboxKind::creation
                                            : server::OutboxKind::modification;
    row.dossierRevision = row.wantedRevision = dossier.revision;
    rows.push_back(row);
    dossiers[dossier.id.str()] = std::move(dossier);
}

server::OutboxRow* MemoryOutbox::rowOf(std::int64_t id) {
    const auto found = std::ranges::find(rows, id, &server::OutboxRow::id);
    return found == rows.end() ? nullptr : &*found;
}

Result<std::optional<server::OutboxRow>> MemoryOutbox::next(std::int64_t nowMs) {
    using server::OutboxState;
    const server::OutboxRow* due = nullptr;
    for (const server::OutboxRow& row : rows) {
        const bool open = row.state <= OutboxState::uncertain;
        if (open && row.nextAttemptMs <= nowMs && (!due || row.nextAttemptMs < due->nextAttemptMs))
            due = &row;
    }
    return due ? std::optional(*due) : std::nullopt;
}

Result<Dossier> MemoryOutbox::dossier(const DossierId& id) {
    const auto found = dossiers.find(id.str());
    if (found == dossiers.end())
        return fail(Errc::notFound, "dossier absent");
    return found->second;
}

Result<server::OutboxKind> MemoryOutbox::kindToTell(const Dossier& dossier) {
    std::vector<server::OutboxRow> own;
    std::ranges::copy_if(rows, std::back_inserter(own),
                         [&](const server::OutboxRow& row) { return row.dossier == dossier.id; });
    return server::kindToTell(dossier, own);
}

Result<void> MemoryOutbox::update(const server::OutboxRow& row, std::optional<DossierStage> stage) {
    *rowOf(row.id) = row;
    if (stage)
        dossiers[row.dossier.str()].stage = *stage;
    return {};
}

Result<void> MemoryOutbox::complete(const server::OutboxRow& row, const std::string& numero) {
    if (std::exchange(failNextComplete, false))
        return fail(Errc::diskFull, "disque plein");
    Dossier& dossier = dossiers[row.dossier.str()];
    if (!dossier.numeroUnique.empty() && dossier.numeroUnique != numero)
        return fail(Errc::conflict, "autre numéro");
    dossier.numeroUnique = numero;
    dossier.stage = DossierStage::registered;
    *rowOf(row.id) = row;
    rowOf(row.id)->state = server::OutboxState::done;
    return {};
}

Result<void> MemoryOutbox::adopt(const server::OutboxRow& row, const std::string& numero) {
    dossiers[row.dossier.str()].numeroUnique = numero;
    *rowOf(row.id) = row;
    rowOf(row.id)->kind = server::OutboxKind::modification;
    rowOf(row.id)->state = server::OutboxState::sending;
    return {};
}

Result<void> MemoryOutbox::reject(const server::OutboxRow& row, const std::vector<Task>& tasks) {
    *rowOf(row.id) = row;
    rowOf(row.id)->state = server::OutboxState::anomalies;
    dossiers[row.dossier.str()].stage = DossierStage::toCorrect;
    dossiers[row.dossier.str()].tasks = tasks;
    return {};
}

Result<void> MemoryOutbox::decide(const server::OutboxRow& row, const std::vector<Task>& tasks) {
    *rowOf(row.id) = row;
    rowOf(row.id)->state = server::OutboxState::toDecide;
    dossiers[row.dossier.str()].stage = DossierStage::toDecide;
    dossiers[row.dossier.str()].tasks = tasks;
    return {};
}

Result<void> MemoryOutbox::archive(const DossierId&, const std::string& service, ByteView, ByteView,
                                   const std::string& sha256) {
    archived.push_back({service, sha256});
    return {};
}

Result<std::string> MemoryOutbox::lastCreation(const DossierId& dossier) {
    return creations[dossier.str()];
}

Result<void> MemoryOutbox::keepCreation(const DossierId& dossier, const std::string& xml,
                                        const std::string&) {
    creations[dossier.str()] = xml;
    return {};
}

std::string FakeSne::hold(const std::string& xml) {
    std::string number = "1111126000000G1226";
    const std::string order = std::to_string(held.size() + 1);
    number.replace(13 - order.size(), order.size(), order);
    held[number] = xml;
    return number;
}

sne::Exchange FakeSne::getNumUnique(const std::string&, const std::string& xml) {
    const auto received = sne::parseXml(xml).value();
    const std::string type = received.textAt("entete/typeFichier");
    calls.push_back("getNumUnique " + type);
    if (type == "CRE" && beforeCreation)
        beforeCreation();
    if (!nextOutcomes.empty()) {
        sne::Exchange exchange{nextOutcomes.front(), xml, {}};
        nextOutcomes.pop_front();
        return exchange;
    }
    std::string number = sne::numUniqueOf(received);
    if (type == "CRE")
        number = hold(xml);
    else
        held[number] = xml;
    if (loseAnswers > 0) {
        --loseAnswers;
        return {sne::AnswerLost{"coupé"}, xml, {}};
    }
    return {sne::GotNumUnique{number}, xml, "réponse"};
}

sne::Exchange FakeSne::getDoublons(const std::string&, const std::string& xml) {
    calls.emplace_back("getDoublons");
    if (!nextOutcomes.empty()) {
        sne::Exchange exchange{nextOutcomes.front(), xml, {}};
        nextOutcomes.pop_front();
        return exchange;
    }
    const sne::Person asked = sne::demandeurOf(sne::parseXml(xml).value());
    sne::GotDoublons found;
    for (const auto& [number, content] : held) {
        const sne::Person person = sne::demandeurOf(sne::parseXml(content).value());
        if (sne::samePerson(asked, person))
            found.doublons.push_back({number, person});
    }
    return {found, xml, "réponse"};
}

sne::Exchange FakeSne::getDemandeLogement(const std::string& numUnique) {
    calls.emplace_back("getDemandeLogement");
    const auto found = held.find(numUnique);
    if (found == held.end())
        return {sne::GotAnomalies{{{"X", "inconnu"}}}, numUnique, {}};
    return {sne::GotDemande{sne::parseXml(found->second).value()}, numUnique, "réponse"};
}

} // namespace escale::sne_test
