// SPDX-License-Identifier: GPL-3.0-or-later
// Where a dossier stands after something of it changed: date of deposit, stage, tasks, pages that
// are here, and what the SNE must be told (architecture D10).
#pragma once

#include "server/store/store.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace escale::server {

/// What keeps a confirmed dossier from being forwarded. No task: nothing does.
struct Assessment {
    DossierStage stage = DossierStage::deposited; // toCorrect or toDecide when there are tasks
    std::vector<Task> tasks;
};

/// Judges `dossier` as the SNE would get it: without what is in conflict, and with an identity
/// pièce only when all its pages are here (`dossier.pieces` is up to date).
Assessment assess(const Dossier& dossier, const Date& today);

/// For each pièce of the dossier, how many of its pages are in `received` (SHA-256 names).
std::vector<PieceStatus> pieceStatuses(const Dossier& dossier,
                                       const std::set<std::string>& received);

/// Whether a pièce of the dossier is made of that page, be it in one of the answers of a conflict.
bool namesPage(const Dossier& dossier, const PieceId& piece, const std::string& sha256);

/// Brings statuses, date of deposit, stage and tasks of `row` up to date, saves it, and opens or
/// renews its row for the SNE. To be called in the transaction that changed the dossier.
Result<void> saveWithProgress(StoreSession& session, DossierRow& row, std::int64_t nowMs);

} // namespace escale::server
