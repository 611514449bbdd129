// SPDX-License-Identifier: GPL-3.0-or-later
// What waits to be told to the SNE (architecture D10). The forwarder uses SneOutbox
// (sne_outbox.h), which is written on top of this table.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::server {

enum class OutboxKind {
    creation,     // "CRE": the dossier has no numéro unique yet
    modification, // "MOD": it has one, and its values changed
    renewal,      // "REN": it has one, and the person signed a renewal that the SNE does not know
};
std::string_view outboxKindName(OutboxKind kind);
Result<OutboxKind> outboxKindFromName(std::string_view name);

/// Life of a row. `toCheck` is where it starts, `done` and `abandoned` are where it ends; the
/// others are open, and a dossier has at most one open row.
enum class OutboxState {
    toCheck,    // "a_verifier": not sent; a newer revision takes its place
    duplicates, // "doublons": the search of doublons is under way; not sent
    sending,    // "envoi": written before the call leaves
    uncertain,  // "envoi_incertain": it may have arrived, the answer is missing
    done,       // "fait"
    anomalies,  // "anomalies": refused; starts again when the dossier changes
    toDecide,   // "a_decider": a person must choose (doublons); starts again likewise
    abandoned,  // "abandon": the dossier is no longer complete
};
std::string_view outboxStateName(OutboxState state);
Result<OutboxState> outboxStateFromName(std::string_view name);

struct OutboxRow {
    std::int64_t id = 0;
    DossierId dossier;
    OutboxKind kind = OutboxKind::creation;
    OutboxState state = OutboxState::toCheck;
    int attempts = 0;
    std::int64_t nextAttemptMs = 0;   // not before that instant
    std::string lastError;            // French, one line, never a value that a person typed
    std::int64_t dossierRevision = 0; // revision that is sent, or to be sent
    std::int64_t wantedRevision = 0;  // newest revision asked for; greater: send again afterwards
    std::string fileName;             // name of the file given to the SNE, set by the forwarder

    bool operator==(const OutboxRow&) const = default;
};

/// A request and its answer, kept as they were on the wire.
struct ExchangeRow {
    DossierId dossier;
    std::string service; // name of the SNE's service
    std::int64_t atMs = 0;
    Bytes request;
    Bytes response;     // empty when no answer came
    std::string sha256; // hexadecimal, of what the caller says (the file sent)
};

class OutboxTable {
public:
    virtual ~OutboxTable() = default;
    /// The open row of that dossier (any state but done and abandoned).
    virtual Result<std::optional<OutboxRow>> open(const DossierId& dossier) = 0;
    /// The earliest row in toCheck, duplicates, sending or uncertain, due at `nowMs`, that no other
    /// server than `holder` holds then.
    virtual Result<std::optional<OutboxRow>> nextDue(std::int64_t nowMs,
                                                     const std::string& holder) = 0;
    /// Until that instant, nextDue() gives the row to `holder` alone.
    virtual Result<void> hold(std::int64_t id, const std::string& holder, std::int64_t untilMs) = 0;
    virtual Result<OutboxRow> get(std::int64_t id) = 0;
    /// `row.id` is given by the table. Errc::alreadyExists when the dossier has an open row.
    virtual Result<OutboxRow> add(OutboxRow row) = 0;
    virtual Result<void> update(const OutboxRow& row) = 0;
    /// All rows of a dossier, oldest first.
    virtual Result<std::vector<OutboxRow>> rows(const DossierId& dossier) = 0;
    virtual Result<void> archive(const ExchangeRow& exchange) = 0;
    virtual Result<std::vector<ExchangeRow>> exchanges(const DossierId& dossier) = 0;
};

} // namespace escale::server
