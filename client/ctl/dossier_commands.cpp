// SPDX-License-Identifier: GPL-3.0-or-later
// dossier create, set, show, list; piece add.
#include "client/capture/page_file.h"
#include "client/ctl/commands.h"
#include "client/ctl/path_words.h"
#include "client/ctl/show.h"
#include "client/sync/sync_status.h"
#include "shared/dossier/catalogue.h"

namespace escale::client::ctl {
namespace {

Result<std::vector<TypedAnswer>> answersFrom(const std::vector<std::string>& assignments,
                                             const Dossier& dossier, Machine& machine) {
    return resolveAssignments(assignments, dossier, catalogue(), machine.clock, machine.random);
}

/// Closes conflicts, one field after the other, each with the value that a person chose.
Result<void> settleAll(const std::vector<TypedAnswer>& answers, const std::string& reason,
                       DossierSession& session) {
    for (const TypedAnswer& answer : answers) {
        const FieldSpec* field = nullptr;
        if (const auto path = parsePath(answer.path))
            field = catalogue().find(*path);
        if (field == nullptr)
            return fail(Errc::unknownField, answer.path + " : ce champ n’existe pas");
        const auto value = parseTyped(*field, answer.text, session.today(), catalogue());
        if (!value)
            return fail(value.error().code, answer.path + " : " + messageFor(value.error().detail));
        ESCALE_TRY(session.settle(answer.path, *value, reason));
    }
    return {};
}

json::object listed(const DossierSummary& summary, LocalStore& store) {
    json::object entry{{"dossier", summary.id.str()},
                       {"cree_le", isoInstant(summary.createdMs)},
                       {"ouvert", summary.openable},
                       {"editions_en_attente", summary.waitingEdits},
                       {"pages_en_attente", summary.waitingPages},
                       {"refus", summary.refused}};
    if (!summary.openable)
        return entry;
    const auto dossier = store.load(summary.id);
    if (!dossier) {
        entry["erreur"] = errcName(dossier.error().code);
        return entry;
    }
    entry["reference"] = referenceOf(*dossier);
    entry["etape"] = stageName(dossier->stage);
    entry["numero_unique"] = dossier->numeroUnique;
    entry["conflits"] = dossier->conflicts.size();
    return entry;
}

} // namespace

Result<Outcome> createDossier(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(answers, answersFrom(arguments.all("set"), Dossier(), machine));
    ESCALE_TRY_ASSIGN(id, device.session->create(answers));
    return Outcome{{{"dossier", id.str()}, {"reference", device.session->reference()}}, {}};
}

Result<Outcome> setAnswers(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    DossierSession& session = *device.session;
    ESCALE_TRY_ASSIGN(answers, answersFrom(arguments.words, session.dossier(), machine));
    const std::string reason = arguments.option("ferme");
    ESCALE_TRY(reason.empty() ? session.answerAll(answers) : settleAll(answers, reason, session));
    json::array paths;
    for (const TypedAnswer& answer : answers)
        paths.emplace_back(answer.path);
    return Outcome{{{"dossier", session.dossier().id.str()}, {"chemins", std::move(paths)}}, {}};
}

Result<Outcome> showOne(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const DossierId id = device.session->dossier().id;
    ESCALE_TRY_ASSIGN(summary, device.workspace->store().summary(id));
    ESCALE_TRY_ASSIGN(refusals, device.workspace->store().refusals(id));
    return Outcome{
        showDossier({device.session->dossier(), summary, refusals, device.session->missing()}), {}};
}

Result<Outcome> listDossiers(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(summaries, device.session->list());
    json::array dossiers;
    for (const DossierSummary& summary : summaries)
        dossiers.push_back(listed(summary, device.workspace->store()));
    return Outcome{{{"dossiers", std::move(dossiers)}}, {}};
}

Result<Outcome> addPiece(const Arguments& arguments, Machine& machine) {
    std::vector<Bytes> pages;
    for (const std::string& file : arguments.words) {
        auto page = readPageFile(file);
        if (!page)
            return fail(page.error().code, file + " : " + page.error().detail);
        pages.push_back(std::move(page->bytes));
    }
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const auto count = static_cast<std::int64_t>(pages.size());
    ESCALE_TRY_ASSIGN(piece, device.session->addPiece(arguments.option("type"), std::move(pages)));
    return Outcome{{{"piece", piece.str()}, {"pages", count}}, {}};
}

} // namespace escale::client::ctl
