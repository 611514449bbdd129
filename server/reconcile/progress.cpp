// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/progress.h"

#include "server/store/sne_outbox.h"
#include "shared/rules/renewal.h"
#include "shared/rules/rules.h"

#include <algorithm>

namespace escale::server {
namespace {

constexpr std::string_view kPieces = "pieces";
constexpr std::string_view kIncomplete = "dossier incomplet";

std::string pieceField(const std::string& piece, std::string_view field) {
    return std::string(kPieces) + "[" + piece + "]." + std::string(field);
}

/// The pièce that registering asks for, as in missingToRegister (CCH R441-2-3).
std::string_view neededPiece(const Dossier& dossier) {
    const bool stay = textOf(dossier.answer("demandeur.nationalite")) == "hors_ue";
    return stay ? "titre_sejour" : "identite";
}

/// The best of the identity pièces that the person gave is the one that lacks fewest pages.
Result<void> identityIsHere(const Dossier& dossier) {
    const std::string_view type = neededPiece(dossier);
    int lacking = -1;
    for (const PieceStatus& status : dossier.pieces) {
        if (textOf(dossier.answer(pieceField(status.piece.str(), "type"))) != type)
            continue;
        const int lacks =
            status.pagesExpected == 0 ? 1 : status.pagesExpected - status.pagesReceived;
        lacking = lacking < 0 ? lacks : std::min(lacking, lacks);
    }
    if (lacking <= 0) // none at all: missingToRegister says so
        return {};
    return fail(Errc::incomplete, "La pièce d’identité n’est pas encore arrivée en entier. Il "
                                  "manque des pages : " +
                                      std::to_string(lacking) + ".");
}

/// Whether what lacks at `path` (a field, or a collection without item) is there but in conflict.
bool isDisputed(const Dossier& dossier, const std::string& path) {
    return std::any_of(dossier.conflicts.begin(), dossier.conflicts.end(),
                       [&](const Conflict& conflict) {
                           return conflict.path == path || conflict.path.starts_with(path + "[");
                       });
}

Result<void> setAside(StoreSession& session, const std::optional<OutboxRow>& open) {
    if (!open || open->state != OutboxState::toCheck)
        return {};
    OutboxRow row = *open;
    row.state = OutboxState::anomalies;
    row.lastError = kIncomplete;
    row.dossierRevision = 0; // whatever comes next is newer
    return session.outbox().update(row);
}

/// The open row after the dossier moved to `revision`; nullopt when it waits for a change that has
/// not come.
std::optional<OutboxRow> renewed(OutboxRow row, std::int64_t revision, std::int64_t nowMs) {
    switch (row.state) {
    case OutboxState::sending:
    case OutboxState::uncertain:
        row.wantedRevision = revision;
        return row;
    case OutboxState::anomalies:
    case OutboxState::toDecide:
        if (revision <= row.dossierRevision)
            return std::nullopt;
        row.state = OutboxState::toCheck;
        row.attempts = 0;
        row.nextAttemptMs = nowMs;
        row.lastError.clear();
        break;
    default:
        break;
    }
    row.dossierRevision = revision;
    row.wantedRevision = revision;
    return row;
}

Result<void> openRow(StoreSession& session, const Dossier& dossier, std::int64_t nowMs) {
    OutboxRow row;
    row.dossier = dossier.id;
    row.nextAttemptMs = nowMs;
    row.dossierRevision = dossier.revision;
    row.wantedRevision = dossier.revision;
    ESCALE_TRY_ASSIGN(rows, session.outbox().rows(dossier.id));
    row.kind = kindToTell(dossier, rows);
    const bool known = row.kind != OutboxKind::creation && !rows.empty();
    if (known && rows.back().dossierRevision >= dossier.revision)
        return {}; // the SNE has these values
    ESCALE_TRY(session.outbox().add(row));
    return {};
}

/// The SNE ended it, and no renewal that it does not know takes it up again.
Result<bool> staysEnded(StoreSession& session, const Dossier& dossier) {
    if (!isEnded(dossier))
        return false;
    ESCALE_TRY_ASSIGN(rows, session.outbox().rows(dossier.id));
    return kindToTell(dossier, rows) != OutboxKind::renewal;
}

DossierStage stageOf(const Dossier& dossier, const std::optional<OutboxRow>& row) {
    if (!dossier.numeroUnique.empty())
        return DossierStage::registered;
    const bool left =
        row && (row->state == OutboxState::sending || row->state == OutboxState::uncertain);
    return left ? DossierStage::forwarding : DossierStage::deposited;
}

Result<void> forward(StoreSession& session, DossierRow& row, const std::optional<OutboxRow>& open,
                     std::int64_t nowMs) {
    Dossier& dossier = row.dossier;
    std::optional<OutboxRow> next;
    if (open) {
        next = renewed(*open, dossier.revision, nowMs);
        if (!next) // still waits for the correction that the SNE asked for
            return session.dossiers().save(row);
        ESCALE_TRY(session.outbox().update(*next));
    }
    dossier.stage = stageOf(dossier, next);
    dossier.tasks.clear();
    ESCALE_TRY(session.dossiers().save(row));
    if (open)
        return {};
    return openRow(session, dossier, nowMs);
}

} // namespace

std::vector<PieceStatus> pieceStatuses(const Dossier& dossier,
                                       const std::set<std::string>& received) {
    std::vector<PieceStatus> statuses;
    for (const std::string& item : dossier.items(std::string(kPieces))) {
        PieceStatus status;
        status.piece = PieceId(item);
        const Value pages = dossier.answer(pieceField(item, "pages"));
        if (const auto* names = std::get_if<TextList>(&pages)) {
            status.pagesExpected = static_cast<int>(names->size());
            status.pagesReceived = static_cast<int>(
                std::count_if(names->begin(), names->end(),
                              [&](const std::string& name) { return received.contains(name); }));
        }
        statuses.push_back(status);
    }
    return statuses;
}

bool namesPage(const Dossier& dossier, const PieceId& piece, const std::string& sha256) {
    const auto holds = [&](const Value& value) {
        const auto* names = std::get_if<TextList>(&value);
        return names && std::find(names->begin(), names->end(), sha256) != names->end();
    };
    const std::string path = pieceField(piece.str(), "pages");
    if (const Conflict* conflict = dossier.conflictOn(path))
        for (const Candidate& candidate : conflict->candidates)
            if (holds(candidate.value))
                return true;
    const std::string item = std::string(kPieces) + "[" + piece.str() + "]";
    const auto items = dossier.items(std::string(kPieces));
    const bool there = dossier.conflictOn(item) != nullptr ||
                       std::find(items.begin(), items.end(), piece.str()) != items.end();
    return there && holds(dossier.answer(path));
}

Assessment assess(const Dossier& dossier, const Date& today) {
    Assessment result;
    const auto missing = missingToRegister(forwardable(dossier), catalogue(), today);
    bool choice = false;
    for (const Missing& lack : missing) {
        if (isDisputed(dossier, lack.path)) {
            choice = true;
            result.tasks.push_back(
                {std::string(kTaskConflict), lack.path,
                 std::string(userMessage(Errc::conflict)) + " Il faut choisir."});
        } else {
            result.tasks.push_back({std::string(kTaskMissing), lack.path, messageFor(lack.reason)});
        }
    }
    if (const auto here = identityIsHere(dossier); !here)
        result.tasks.push_back(
            {std::string(kTaskMissing), std::string(kPieces), here.error().detail});
    if (!result.tasks.empty())
        result.stage = choice ? DossierStage::toDecide : DossierStage::toCorrect;
    return result;
}

Result<void> saveWithProgress(StoreSession& session, DossierRow& row, std::int64_t nowMs) {
    Dossier& dossier = row.dossier;
    ESCALE_TRY_ASSIGN(received, session.pages().received(dossier.id));
    dossier.pieces = pieceStatuses(dossier, received);
    const bool confirmed = dossier.answer("depot.confirme") == Value(true);
    if (confirmed && dossier.receivedOn.empty())
        dossier.receivedOn = parisDate(nowMs).iso();
    if (dossier.receivedOn.empty()) {
        dossier.stage = DossierStage::draft;
        return session.dossiers().save(row);
    }
    ESCALE_TRY_ASSIGN(stays, staysEnded(session, dossier));
    if (stays)
        return session.dossiers().save(row);
    ESCALE_TRY_ASSIGN(open, session.outbox().open(dossier.id));
    Assessment assessment = assess(dossier, parisDate(nowMs));
    if (assessment.tasks.empty())
        return forward(session, row, open, nowMs);
    dossier.stage = assessment.stage;
    dossier.tasks = std::move(assessment.tasks);
    ESCALE_TRY(setAside(session, open));
    return session.dossiers().save(row);
}

} // namespace escale::server
