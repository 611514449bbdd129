// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/trial_people.h"

#include "client/capture/page_file.h"
#include "client/dossier/dossier_session.h"
#include "client/trial_device.h"
#include "shared/dossier/catalogue.h"

namespace escale {

namespace {

using client::DossierSession;
using client::TypedAnswer;
using client::Workspace;

struct Person {
    const char* first;
    const char* last;
    const char* town; // INSEE
    bool agreed;
    bool confirmed;
    int photos;
};

// Those that the server has: it answers once, before the others are written.
constexpr Person kSent[] = {
    {"Louise", "Tramblay", "95019", true, true, 2},
    {"Idriss", "Kanouté", "95277", true, false, 1},
    {"Milena", "Horvatic", "95585", false, false, 0},
};
constexpr Person kHere[] = {
    {"Bérénice", "Aubrac", "95680", true, true, 2},
    {"Samir", "Belghazi", "95585", true, false, 0},
    {"Oleksandra", "Moroz", "95268", true, true, 0},
    {"Jean-Noël", "D’Estève", "77058", true, false, 1},
    {"Fatoumata", "Diagouraga", "95018", true, false, 0},
};

std::vector<TypedAnswer> answersOf(const Person& person) {
    std::vector<TypedAnswer> answers{
        {"demandeur.prenom", person.first},         {"demandeur.nom", person.last},
        {"demandeur.adresse.commune", person.town}, {"demandeur.telephone", "06 39 98 12 34"},
        {"logement_actuel.categorie", "prive"},     {"logement_actuel.loyer", "600"}};
    if (person.confirmed)
        answers.push_back({"depot.confirme", "oui"});
    return answers;
}

Result<DossierId> add(DossierSession& session, const Person& person, const std::string& photo) {
    session.close();
    if (person.agreed)
        session.setOpening(client::agreementAnswers(session.profile(), true));
    ESCALE_TRY_ASSIGN(id, session.create(answersOf(person)));
    if (person.photos == 0)
        return id;
    std::vector<Bytes> pages;
    for (int i = 0; i < person.photos; ++i) {
        ESCALE_TRY_ASSIGN(page, client::readPageFile(photo));
        pages.push_back(std::move(page.bytes));
    }
    ESCALE_TRY(session.addPiece("identite", std::move(pages)));
    return id;
}

/// What the server would say once it has `dossier`, which two people answered at once.
void clash(Dossier& dossier, const Clock& clock, Random& random) {
    const std::string path = "logement_actuel.loyer";
    Origin borne = dossier.fields[path].origin;
    borne.author = "demandeur";
    borne.device = newId<DeviceId>(clock, random);
    borne.seq = 1;
    borne.at.ms -= 2 * 24 * 3'600'000LL;
    Conflict conflict{path, Value(std::int64_t{600}), 1, {}, 0};
    conflict.candidates.push_back({Value(std::int64_t{620}), borne, 1});
    conflict.candidates.push_back({Value(std::int64_t{660}), dossier.fields[path].origin, 2});
    dossier.fields[path].value = std::int64_t{620};
    dossier.conflicts.push_back(conflict);
    dossier.places.push_back({borne.device, "borne", "Mairie de Gonesse"});
}

Result<void> addSent(Workspace& workspace, DossierSession& session, const std::string& photo) {
    protocol::SyncResponse answer;
    for (const Person& person : kSent) {
        ESCALE_TRY_ASSIGN(id, add(session, person, photo));
        ESCALE_TRY_ASSIGN(dossier, session.read(id));
        dossier.revision = 2;
        for (auto& [path, field] : dossier.fields)
            field.revision = 1;
        if (std::string_view(person.last) == "Tramblay") {
            dossier.numeroUnique = "111032600000100001";
            dossier.receivedOn = addMonths(session.today(), -12).iso();
        }
        if (std::string_view(person.last) == "Kanouté")
            clash(dossier, workspace.clock(), workspace.random());
        answer.dossiers.push_back(std::move(dossier));
    }
    ESCALE_TRY_ASSIGN(batch, workspace.store().nextBatch(1000));
    answer.acknowledged = batch.edits.empty() ? 0 : batch.edits.back().seq;
    answer.cursor = 1;
    ESCALE_TRY(workspace.store().receive(answer));
    ESCALE_TRY_ASSIGN(pages, workspace.store().waitingPages());
    for (const auto& page : pages) {
        // One photo was blurred, the others arrived.
        ESCALE_TRY(page.dossier == answer.dossiers[1].id
                       ? workspace.store().pageRefused(page.sha256Hex, fail(Errc::unreadableImage))
                       : workspace.store().pageSent(page.sha256Hex));
    }
    return {};
}

} // namespace

Result<void> addTrialPeople(const std::string& root, const std::string& photo, const Clock& clock,
                            Random& random) {
    ESCALE_TRY_ASSIGN(workspace,
                      Workspace::open(root, client::SessionKeeping::memory, clock, random));
    ESCALE_TRY(workspace->unlockWithPin(kTrialPin));
    DossierSession session(*workspace, catalogue());
    ESCALE_TRY(addSent(*workspace, session, photo));
    for (const Person& person : kHere) {
        ESCALE_TRY(add(session, person, photo));
        // Where homes are asked for: those whose points can be looked at.
        if (person.confirmed)
            ESCALE_TRY(session.addItem("localisations", {{"commune", person.town}, {"rang", "1"}}));
    }
    return session.endSession();
}

} // namespace escale
