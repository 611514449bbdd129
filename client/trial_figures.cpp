// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/trial_figures.h"

#include "client/capture/page_file.h"
#include "client/territory/held_packs.h"
#include "shared/cotation/builtin.h"
#include "shared/position/pack.h"
#include "shared/position/release.h"

#include <filesystem>
#include <utility>

namespace escale {

namespace {

constexpr int kDemandes = 6000;
constexpr std::uint64_t kSeed = 4;
constexpr int kOldDays = 56;
constexpr const char* kRoissy = "200055655";

} // namespace

Result<crypto::KeyPair> TrialFigures::prepare(const std::string& root) {
    ESCALE_TRY_ASSIGN(keys, crypto::newEd25519());
    ESCALE_TRY(client::HeldPacks::pin(root, keys.publicPem));
    return keys;
}

TrialFigures::TrialFigures(std::string root, crypto::KeyPair keys, std::string photo,
                           client::DossierSession& session, const Clock& clock)
    : m_root(std::move(root))
    , m_keys(std::move(keys))
    , m_photo(std::move(photo))
    , m_session(session)
    , m_clock(clock) {}

Result<Bytes> TrialFigures::invent(const Date& date) {
    ESCALE_TRY_ASSIGN(bareme, cotation::loadBareme(cotation::roissyPaysDeFrance()));
    position::Population population(bareme, kSeed, date);
    std::vector<position::Demande> demandes;
    for (int i = 0; i < kDemandes; ++i)
        demandes.push_back(population.next());
    ESCALE_TRY_ASSIGN(built, position::build(position::headOf(bareme, date, true),
                                             position::scored(bareme, demandes, date)));
    return position::sealPack(built, m_keys.privatePem, m_keys.publicPem);
}

Result<void> TrialFigures::publish(int daysOld) {
    std::error_code error;
    std::filesystem::remove(client::HeldPacks(m_root).path(kRoissy), error);
    ESCALE_TRY_ASSIGN(pack, invent(addDays(parisDate(m_clock.nowMs()), -daysOld)));
    return client::HeldPacks(m_root).keep(kRoissy, pack);
}

Result<void> TrialFigures::ask(const std::string& town) {
    if (m_session.isOpen()) {
        const std::string item = m_session.dossier().items("localisations").front();
        return m_session.setAnswer("localisations[" + item + "].commune", town);
    }
    return makeDemande(town);
}

/// Somebody alone with a child at her sister's, in work: two documents are there, one is not.
Result<void> TrialFigures::makeDemande(const std::string& town) {
    const std::vector<client::TypedAnswer> answers{{"logement_recherche.types", "t3"},
                                                   {"demandeur.adresse.commune", "95585"},
                                                   {"logement_actuel.categorie", "particulier"},
                                                   {"demandeur.naissance", "12/03/1989"},
                                                   {"foyer.conjoint", "non"},
                                                   {"foyer.personnes_a_charge", "oui"},
                                                   {"demandeur.travail.situation", "cdi"},
                                                   {"demandeur.travail.commune", "95585"}};
    ESCALE_TRY(m_session.create(answers));
    ESCALE_TRY(m_session.addItem("localisations", {{"commune", town}, {"rang", "1"}}));
    ESCALE_TRY(
        m_session.addItem("personnes_a_charge", {{"naissance", "04/06/2018"}, {"lien", "enfant"}}));
    for (const char* type : {"hebergement", "livret_famille"}) {
        ESCALE_TRY_ASSIGN(page, client::readPageFile(m_photo));
        std::vector<Bytes> pages;
        pages.push_back(std::move(page.bytes));
        ESCALE_TRY(m_session.addPiece(type, std::move(pages)));
    }
    return {};
}

Result<void> TrialFigures::arrange(std::string_view what) {
    const std::string pack = client::HeldPacks(m_root).path(kRoissy);
    if (what == "recents")
        return publish(0);
    if (what == "anciens")
        return publish(kOldDays);
    std::error_code error;
    if (what == "absents") {
        std::filesystem::remove(pack, error);
        return {};
    }
    if (what == "coupes") {
        std::filesystem::resize_file(pack, std::filesystem::file_size(pack, error) / 2, error);
        return error ? Result<void>(fail(Errc::storageFailure, error.message())) : Result<void>();
    }
    return ask(std::string(what));
}

} // namespace escale
