// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers, the edits that made them, and the edits that were refused.
#pragma once

#include "shared/dossier/dossier.h"
#include "shared/protocol/messages.h"
#include "shared/sync/edit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace escale::server {

struct DossierRow {
    Dossier dossier;
    std::string site;                 // of the device that created it
    DeviceId owner;                   // the device that created it
    std::vector<DeviceId> returnedOn; // devices where its code opened it; set by find()
    std::int64_t change = 0;          // number of its last change, over all dossiers; set by save()
    std::size_t stateBytes = 0;       // size of its JSON, set when it is read
};

/// What a device may hold: the dossiers that it created, or those of its site; and those that a
/// code de reprise opened on it.
struct Scope {
    DeviceId device;
    std::optional<std::string> site; // unset: only those that the device created
};

/// An edit that was kept and not applied.
struct RefusedRow {
    DeviceId device;
    protocol::RefusedEdit refused;
    std::int64_t receivedMs = 0;
    Bytes body; // JSON of the edit, or DER of the seal that did not open
};

/// An applied edit, for "why did my value change?".
struct HistoryRow {
    Edit edit;
    std::int64_t receivedMs = 0;
};

/// What the operator sees of a dossier without opening it.
struct DossierSummary {
    DossierId id;
    std::string site;
    DossierStage stage = DossierStage::draft;
    std::int64_t revision = 0;
    std::string numeroUnique;
};

class DossierTable {
public:
    virtual ~DossierTable() = default;
    virtual Result<std::optional<DossierRow>> find(const DossierId& id) = 0;
    /// Inserts or replaces, and gives the dossier the next change number: every device that may
    /// hold it gets it at its next pull.
    virtual Result<void> save(DossierRow& row) = 0;
    virtual Result<std::vector<DossierSummary>> all() = 0;
    /// Erases what stands beside the dossier: its edits, taken and refused, its exchanges and rows
    /// of the outbox, the names of its pages, its code. The dossier itself is left to save().
    virtual Result<void> forget(const DossierId& id) = 0;

    /// Number of the last change in `scope`, 0 when none; a look in an index.
    virtual Result<std::int64_t> lastChange(const Scope& scope) = 0;
    /// Number of the last change of the whole store.
    virtual Result<std::int64_t> lastChange() = 0;
    /// Dossiers of `scope` changed after `cursor`, in the order of their changes.
    virtual Result<std::vector<DossierRow>> changedSince(const Scope& scope, std::int64_t cursor,
                                                         std::size_t limit) = 0;

    /// Errc::alreadyExists when (device, seq) is there. The dossier must have been saved.
    virtual Result<void> addEdit(const Edit& edit, std::int64_t receivedMs) = 0;
    virtual Result<std::vector<HistoryRow>> history(const DossierId& id) = 0;
    virtual Result<void> addRefused(const RefusedRow& row) = 0;
    /// Refused edits of `device` from `firstSeq` to `lastSeq`, in order.
    virtual Result<std::vector<RefusedRow>> refused(const DeviceId& device, std::int64_t firstSeq,
                                                    std::int64_t lastSeq) = 0;
};

} // namespace escale::server
