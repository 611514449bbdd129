// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/commands.h"

#include "server/console/data_dir.h"

namespace escale::server {
namespace {

json::string text(std::string_view value) {
    return json::string(value);
}

json::array tasksJson(const std::vector<Task>& tasks) {
    json::array result;
    for (const Task& task : tasks)
        result.push_back({{"code", task.code}, {"chemin", task.path}, {"message", task.message}});
    return result;
}

/// Who disagrees on what, without the values themselves.
json::array conflictsJson(const std::vector<Conflict>& conflicts) {
    json::array result;
    for (const Conflict& conflict : conflicts) {
        json::array devices;
        for (const Candidate& candidate : conflict.candidates)
            devices.push_back({{"appareil", candidate.origin.device.str()},
                               {"auteur", candidate.origin.author},
                               {"le", isoInstant(candidate.origin.at.ms)}});
        result.push_back({{"chemin", conflict.path}, {"reponses", std::move(devices)}});
    }
    return result;
}

json::array outboxJson(const std::vector<OutboxRow>& rows) {
    json::array result;
    for (const OutboxRow& row : rows)
        result.push_back({{"genre", text(outboxKindName(row.kind))},
                          {"etat", text(outboxStateName(row.state))},
                          {"essais", row.attempts},
                          {"prochain", isoInstant(row.nextAttemptMs)},
                          {"revision", row.dossierRevision},
                          {"erreur", row.lastError}});
    return result;
}

json::value dossierJson(const DossierRow& row, const std::vector<OutboxRow>& outbox) {
    const Dossier& dossier = row.dossier;
    json::array pieces;
    for (const PieceStatus& piece : dossier.pieces)
        pieces.push_back({{"piece", piece.piece.str()},
                          {"attendues", piece.pagesExpected},
                          {"recues", piece.pagesReceived}});
    return {{"dossier", dossier.id.str()},           {"site", row.site},
            {"appareil", row.owner.str()},           {"etape", text(stageName(dossier.stage))},
            {"revision", dossier.revision},          {"parallele", dossier.parallel},
            {"numero_unique", dossier.numeroUnique}, {"recu_le", dossier.receivedOn},
            {"taches", tasksJson(dossier.tasks)},    {"conflits", conflictsJson(dossier.conflicts)},
            {"pieces", std::move(pieces)},           {"envois", outboxJson(outbox)}};
}

} // namespace

Result<json::value> initCommand(const Options& options, const Clock& clock, Random& random) {
    const DataDir dir(options.get("--data"));
    Configuration configuration;
    if (options.has("--name"))
        configuration.names.push_back(options.get("--name"));
    if (options.has("--ip"))
        configuration.ipAddresses.push_back(options.get("--ip"));
    configuration.database = options.get("--database");
    ESCALE_TRY(initDataDir(dir, configuration, clock, random));
    return json::value{{"ca", dir.pki(kCaCert)},
                       {"escrow", dir.pki(kEscrowKey)},
                       {"configuration", dir.file("configuration.json")}};
}

Result<json::value> enrolCommand(const Options& options, const Clock& clock, Random& random) {
    const auto role = protocol::roleFromName(options.get("--role"));
    if (!role)
        return fail(Errc::invalidArgument, "rôle inconnu : borne, mediateur ou permanence");
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    ESCALE_TRY_ASSIGN(code, createCode(*store, *role, options.get("--site"), clock, random));
    return json::value{{"code", code},
                       {"role", options.get("--role")},
                       {"site", options.get("--site")},
                       {"expire", isoInstant(clock.nowMs() + kCodeLifeMs)}};
}

Result<json::value> deviceListCommand(const Options& options) {
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    json::array result;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(devices, session.devices().all());
        for (const DeviceRow& device : devices)
            result.push_back({{"appareil", device.id.str()},
                              {"role", text(protocol::roleName(device.role))},
                              {"site", device.site},
                              {"inscrit", isoInstant(device.enrolledMs)},
                              {"acquitte", device.acknowledged},
                              {"revoque", device.revoked}});
        return {};
    }));
    return json::value(std::move(result));
}

Result<json::value> deviceRevokeCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(id, parseId<DeviceId>(options.get("--device")));
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    ESCALE_TRY(store->inTransaction([&](StoreSession& session) -> Result<void> {
        return session.devices().revoke(id, clock.nowMs());
    }));
    return json::value{{"appareil", id.str()}, {"revoque", true}};
}

Result<json::value> dossierListCommand(const Options& options) {
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    json::array result;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(dossiers, session.dossiers().all());
        for (const DossierSummary& dossier : dossiers)
            result.push_back({{"dossier", dossier.id.str()},
                              {"site", dossier.site},
                              {"etape", text(stageName(dossier.stage))},
                              {"revision", dossier.revision},
                              {"numero_unique", dossier.numeroUnique}});
        return {};
    }));
    return json::value(std::move(result));
}

Result<json::value> dossierShowCommand(const Options& options) {
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(options.get("--dossier")));
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    json::value result;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(dossier, session.dossiers().find(id));
        if (!dossier)
            return fail(Errc::notFound, "dossier absent");
        ESCALE_TRY_ASSIGN(rows, session.outbox().rows(id));
        result = dossierJson(*dossier, rows);
        return {};
    }));
    return result;
}

} // namespace escale::server
