// SPDX-License-Identifier: GPL-3.0-or-later
// device init, sync, session end, and what every command opens first.
#include "client/ctl/commands.h"
#include "client/ctl/connection.h"
#include "client/platform/atomic_file.h"
#include "client/sync/enrolment.h"
#include "client/sync/sync_engine.h"
#include "shared/dossier/catalogue.h"

#include <QEventLoop>

#include <cstdlib>

namespace escale::client::ctl {
namespace {

constexpr std::size_t kMaxSmallFileBytes = 64U << 10;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

Result<std::int64_t> countConflicts(Workspace& workspace) {
    ESCALE_TRY_ASSIGN(summaries, workspace.store().list());
    std::int64_t conflicts = 0;
    for (const DossierSummary& summary : summaries) {
        if (!summary.openable)
            continue;
        // One dossier that cannot be read does not hide the others.
        if (const auto dossier = workspace.store().load(summary.id))
            conflicts += static_cast<std::int64_t>(dossier->conflicts.size());
    }
    return conflicts;
}

SyncReport runRound(Workspace& workspace, Transport& transport) {
    HeldPacks packs(workspace.dir().root);
    SyncEngine engine(workspace.store(), workspace.pages(), transport, workspace.clock(),
                      workspace.random());
    engine.fetchTerritories(packs);
    QEventLoop loop;
    SyncReport report;
    QObject::connect(&engine, &SyncEngine::roundFinished, &loop, [&](const SyncReport& finished) {
        report = finished;
        loop.quit();
    });
    engine.runOnce();
    loop.exec();
    return report;
}

} // namespace

Result<std::unique_ptr<HttpsTransport>> connectDevice(const Workspace& workspace) {
    ESCALE_TRY_ASSIGN(key, workspace.tlsKey());
    const DeviceProfile& profile = workspace.profile();
    TlsIdentity identity{profile.caPem, profile.certificatePem, std::move(key)};
    auto transport = HttpsTransport::create(profile.server, identity);
    crypto::wipe(identity.keyPem);
    return transport;
}

Result<std::string> pinFrom(const Arguments& arguments) {
    const std::string file = arguments.option("pin-file");
    if (file.empty())
        return environment("ESCALE_PIN");
    ESCALE_TRY_ASSIGN(content, readWholeFile(file, kMaxSmallFileBytes));
    std::string pin = asString(content);
    crypto::wipe(content);
    while (!pin.empty() && (pin.back() == '\n' || pin.back() == '\r'))
        pin.pop_back();
    return pin;
}

Result<OpenDevice> openDevice(const Arguments& arguments, Machine& machine) {
    OpenDevice device;
    ESCALE_TRY_ASSIGN(workspace, Workspace::open(arguments.option("data"), SessionKeeping::file,
                                                 machine.clock, machine.random));
    device.workspace = std::move(workspace);
    if (device.workspace->needsPin()) {
        ESCALE_TRY_ASSIGN(pin, pinFrom(arguments));
        if (pin.empty())
            return fail(Errc::locked, "donnez le code PIN : ESCALE_PIN ou --pin-file");
        const auto opened = device.workspace->unlockWithPin(pin);
        crypto::wipe(pin);
        ESCALE_TRY(opened);
    }
    device.session = std::make_unique<DossierSession>(*device.workspace, catalogue());
    return device;
}

Result<void> openDossier(const Arguments& arguments, OpenDevice& device) {
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(arguments.option("dossier")));
    const auto opened = device.session->open(id);
    if (opened || opened.error().code != Errc::locked || device.workspace->needsPin())
        return opened;
    std::string code = arguments.option("code");
    if (code.empty())
        code = environment("ESCALE_CODE");
    if (code.empty())
        return fail(Errc::locked, "donnez le code de reprise : ESCALE_CODE ou --code");
    return device.session->resume(id, code);
}

Result<Outcome> initDevice(const Arguments& arguments, Machine& machine) {
    EnrolOptions options;
    options.root = arguments.option("data");
    options.server = arguments.option("server");
    options.code = arguments.option("code");
    ESCALE_TRY_ASSIGN(ca, readWholeFile(arguments.option("ca"), kMaxSmallFileBytes));
    options.caPem = asString(ca);
    ESCALE_TRY_ASSIGN(role, roleOfCode(options.code));
    if (role != protocol::Role::borne) {
        ESCALE_TRY_ASSIGN(pin, pinFrom(arguments));
        if (pin.empty())
            return fail(Errc::invalidArgument,
                        "ce code demande un code PIN : ESCALE_PIN ou --pin-file");
        options.pin = std::move(pin);
    }
    ESCALE_TRY_ASSIGN(transport, HttpsTransport::create(options.server, {options.caPem, {}, {}}));
    QEventLoop loop;
    Result<DeviceProfile> profile = fail(Errc::internal);
    bool finished = false;
    enrol(options, *transport, machine.random, [&](Result<DeviceProfile> enrolled) {
        profile = std::move(enrolled);
        finished = true;
        loop.quit();
    });
    if (!finished)
        loop.exec();
    crypto::wipe(options.pin);
    if (!profile)
        return profile.error();
    return Outcome{{{"appareil", profile->device.str()},
                    {"role", protocol::roleName(profile->role)},
                    {"site", profile->site}},
                   {}};
}

Result<Outcome> syncNow(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(transport, connectDevice(*device.workspace));
    const SyncReport report = runRound(*device.workspace, *transport);
    ESCALE_TRY_ASSIGN(conflicts, countConflicts(*device.workspace));
    json::object answer{{"envoyees", report.sentEdits},
                        {"pages_envoyees", report.sentPages},
                        {"recues", report.received},
                        {"en_attente", report.waiting},
                        {"conflits", conflicts},
                        {"territoires", report.territories.kept},
                        {"territoires_refuses", report.territories.refused}};
    if (report.territories.error) // no failure of the sync: nothing of anybody depends on it
        answer["territoires_raison"] = report.territories.error->detail;
    return Outcome{std::move(answer), report.error};
}

Result<Outcome> endSession(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(workspace, Workspace::open(arguments.option("data"), SessionKeeping::file,
                                                 machine.clock, machine.random));
    ESCALE_TRY(workspace->endSession());
    ESCALE_TRY_ASSIGN(counts, workspace->store().queue());
    return Outcome{{{"session", "finie"}, {"en_attente", counts.edits + counts.pages}}, {}};
}

} // namespace escale::client::ctl
