// SPDX-License-Identifier: GPL-3.0-or-later
// The forwarder's side of the store: each function is one transaction, on disk when it returns.
//
// A row is not taken away by nextOutbox: only one forwarder works on a store. After a crash, a row
// found in `sending` left for the SNE with an unknown end: treat it as `uncertain`.
#pragma once

#include "server/store/store.h"
#include "shared/base/ports.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::server {

/// Codes of the tasks that the server itself gives: an answer or a pièce that is missing, two
/// answers between which a person must choose. The forwarder uses other codes.
inline constexpr std::string_view kTaskMissing = "manque";
inline constexpr std::string_view kTaskConflict = "conflit";

/// The dossier as it may be told to the SNE: a field in conflict has the value that everybody had
/// in front of them, or none (architecture D4: a clash is not forwarded until a person closes it).
Dossier forwardable(Dossier dossier);

/// As what `dossier` is to be told to the SNE, after `rows`, its rows of the outbox.
OutboxKind kindToTell(const Dossier& dossier, const std::vector<OutboxRow>& rows);

class SneOutbox {
public:
    /// Both outlive this object. May be used from any thread. `holder` names this server among
    /// those that share the store, the same after a restart; empty when it is alone.
    SneOutbox(Store& store, const Clock& clock, std::string holder = {});

    /// The earliest row that is due at `nowMs`; none: nothing to do. It is this server's for the
    /// next five minutes, longer than telling it can take: another one leaves it alone, and takes
    /// it up when this one died.
    Result<std::optional<OutboxRow>> nextOutbox(std::int64_t nowMs);
    /// The dossier as it stands (conflicts included: see forwardable). Errc::notFound.
    Result<Dossier> dossier(const DossierId& id);
    /// kindToTell() with its rows.
    Result<OutboxKind> kindToTell(const Dossier& dossier);

    /// Writes kind, state, attempts, nextAttemptMs, lastError, fileName and dossierRevision (the
    /// one really sent). With `stage`, also moves the dossier to it, as devices will see.
    Result<void> updateOutbox(const OutboxRow& row, std::optional<DossierStage> stage = {});

    /// The SNE has it: row done, numéro unique and stage `registered` on the dossier, tasks gone
    /// (but those of the server itself, when something is missing since the file left).
    /// When the dossier changed after what was sent, a MOD row is opened. Errc::invalidArgument
    /// unless the number is 18 characters; Errc::conflict when the dossier has another number.
    Result<void> completeOutbox(const OutboxRow& row, const std::string& numeroUnique);

    /// The number that the SNE gave to a creation whose answer was lost: the dossier's from now on,
    /// and the row goes on as a modification. Errc as completeOutbox.
    Result<void> adoptNumber(const OutboxRow& row, const std::string& numeroUnique);

    /// The SNE answered with anomalies: row `anomalies`, stage toCorrect with these tasks. When the
    /// dossier changed after what was sent, the row goes back to toCheck instead.
    Result<void> rejectOutbox(const OutboxRow& row, const std::vector<Task>& tasks);

    /// A person must choose: row `toDecide`, stage toDecide with these tasks.
    Result<void> decideOutbox(const OutboxRow& row, const std::vector<Task>& tasks);

    /// Keeps an exchange as proof. `sha256` is hexadecimal.
    Result<void> archiveExchange(const DossierId& dossier, const std::string& service,
                                 ByteView request, ByteView response, const std::string& sha256);

private:
    Result<void> settle(const OutboxRow& row, OutboxState state, DossierStage stage,
                        const std::vector<Task>& tasks);

    Store& m_store;
    const Clock& m_clock;
    std::string m_holder;
};

} // namespace escale::server
