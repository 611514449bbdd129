// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/server_machine.h"

#include "server/reconcile/progress.h"
#include "server/routes/routes.h"
#include "server/sne/forwarder.h"
#include "shared/crypto/aead.h"

#include <algorithm>

namespace escale::simulation {
namespace {

constexpr std::int64_t kLateCommitMs = 400;

http::Request received(const DeviceId& device, const client::HttpRequest& request) {
    http::Request made;
    made.method = http::methodFromName(request.method);
    made.target = request.path;
    for (const auto& [name, value] : request.headers)
        made.headers.push_back({name, value});
    made.body = asString(request.body);
    made.peer.present = true;
    made.peer.commonName = device.str();
    made.peer.fingerprintSha256Hex = "00";
    return made;
}

client::HttpAnswer sent(int status, const std::string& body) {
    client::HttpAnswer answer;
    answer.status = status;
    const ByteView bytes = asBytes(body);
    answer.body.assign(bytes.begin(), bytes.end());
    return answer;
}

sne::ForwarderConfig forwarderConfig() {
    sne::ForwarderConfig config;
    config.guichet = "G1226";
    config.uncertainWait = std::chrono::seconds(30);
    return config;
}

/// The numbers of a request: the lowest, the highest; none: {0, 0}.
std::pair<std::int64_t, std::int64_t> numbersOf(const client::HttpRequest& request) {
    const auto message = protocol::decodeSyncRequest(asString(request.body));
    std::int64_t low = INT64_MAX;
    std::int64_t high = 0;
    const auto see = [&](std::int64_t seq) {
        low = std::min(low, seq);
        high = std::max(high, seq);
    };
    if (message) {
        for (const Edit& edit : message->edits)
            see(edit.seq);
        for (const protocol::SealedEdit& sealed : message->sealed)
            see(sealed.seq);
    }
    return high == 0 ? std::pair<std::int64_t, std::int64_t>{0, 0} : std::pair{low, high};
}

} // namespace

/// In the order of construction, as in run.cpp.
struct ServerMachine::Running {
    Running(std::unique_ptr<server::SqliteStore> opened, Machine& machine, School& school,
            Story& story, Defect defect)
        : real(std::move(opened))
        , store(*real, defect)
        , enrolment(store, machine.clock, machine.chance,
                    {{keys().authorityCertPem, keys().authorityKeyPem}, {}})
        , reconciler(store, machine.clock, {keys().sealingCertPem, keys().sealingKeyPem})
        , uploads(store, machine.clock, machine.chance,
                  {keys().sealingCertPem, keys().sealingKeyPem},
                  {machine.folder + "/uploads", machine.folder + "/blobs"},
                  [](ByteView) { return Result<void>(); })
        , returnCodes(store, machine.clock, crypto::newKey(machine.chance))
        , shelf(machine.folder + "/publications", {})
        , router(
              server::makeRouter({store, enrolment, reconciler, uploads, returnCodes, shelf, {}}))
        , outbox(store, machine.clock)
        , port(outbox, store)
        , forwarder(port, school, catalogue(), machine.clock, machine.chance, forwarderConfig(),
                    [&](const std::string& event, const DossierId& dossier) {
                        story.say(machine.name, inWords(dossier) + ", " + event);
                    }) {}

    std::unique_ptr<server::SqliteStore> real;
    DefectiveStore store;
    server::Enrolment enrolment;
    server::Reconciler reconciler;
    server::Uploads uploads;
    server::ReturnCodes returnCodes;
    server::Shelf shelf; // nothing is published
    http::Router router;
    server::SneOutbox outbox;
    sne::StoreOutbox port;
    sne::Forwarder forwarder;
};

ServerMachine::ServerMachine(Timeline& timeline, Chance seed, Story& story, Oracle& oracle,
                             School& school, const std::string& folder, Defect defect)
    : m_timeline(timeline)
    , m_story(story)
    , m_oracle(oracle)
    , m_school(school)
    , m_machine(timeline, seed, "serveur", folder)
    , m_defect(defect) {}

ServerMachine::~ServerMachine() = default;

bool ServerMachine::start() {
    auto store = server::SqliteStore::open(m_machine.folder + "/escale.sqlite");
    if (!store) {
        if (!m_machine.disk.isOff())
            m_story.accuse("le serveur ne démarre plus : " + store.error().detail);
        return false;
    }
    m_running =
        std::make_unique<Running>(std::move(*store), m_machine, m_school, m_story, m_defect);
    m_story.say(m_machine.name, "en marche");
    return true;
}

void ServerMachine::stop() {
    m_running.reset();
}

void ServerMachine::addDevice(const server::DeviceRow& device) {
    m_running->store.inTransaction([&](server::StoreSession& s) { return s.devices().add(device); })
        .value();
}

std::optional<client::HttpAnswer> ServerMachine::serve(const DeviceId& device,
                                                       const client::HttpRequest& request) {
    if (!m_running)
        return std::nullopt;
    const bool early = m_defect == Defect::acknowledgeBeforeCommit && numbersOf(request).second > 0;
    client::HttpAnswer answer = early ? promiseFirst(device, request) : handle(device, request);
    if (m_machine.disk.isOff())
        return std::nullopt;
    if (answer.status != 200) {
        m_story.say(m_machine.name, "répond " + std::to_string(answer.status));
        return answer;
    }
    if (const auto message = protocol::decodeSyncResponse(asString(answer.body)))
        m_oracle.promised(device, *message);
    else
        m_story.accuse("réponse que personne ne peut lire");
    return answer;
}

client::HttpAnswer ServerMachine::handle(const DeviceId& device,
                                         const client::HttpRequest& request) {
    if (m_defect == Defect::forgetIdempotence)
        forgetMarks(request);
    const auto match = m_running->router.find(http::methodFromName(request.method), request.path);
    if (!match.route)
        return sent(404, {});
    const auto response = match.route->handler(received(device, request), match.params);
    return sent(response.status, response.body);
}

/// Defect: an answer that acknowledges, the transaction a moment later.
client::HttpAnswer ServerMachine::promiseFirst(const DeviceId& device,
                                               const client::HttpRequest& request) {
    const auto message = protocol::decodeSyncRequest(asString(request.body));
    protocol::SyncResponse response;
    response.acknowledged = numbersOf(request).second;
    response.cursor = message ? message->cursor : 0;
    m_timeline.in(kLateCommitMs, [this, device, request] {
        if (m_running)
            handle(device, request);
    });
    return sent(200, protocol::encode(response));
}

void ServerMachine::forgetMarks(const client::HttpRequest& request) {
    if (const auto numbers = numbersOf(request); numbers.first > 0)
        m_running->store.forgetMarksAbove(numbers.first - 1);
}

bool ServerMachine::pageArrived(const DossierId& dossier, const PieceId& piece,
                                const std::string& sha256) {
    if (!m_running)
        return false;
    const std::int64_t now = m_machine.clock.nowMs();
    return static_cast<bool>(
        m_running->store.inTransaction([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(row, session.dossiers().find(dossier));
            if (!row)
                return fail(Errc::notFound, "dossier absent");
            ESCALE_TRY(session.pages().addPage({dossier, piece, sha256, "image/jpeg", 1000, now}));
            return server::saveWithProgress(session, *row, now);
        }));
}

void ServerMachine::forward() {
    for (int rows = 0; m_running && rows < 20 && !m_machine.disk.isOff(); ++rows) {
        const auto worked = m_running->forwarder.runOnce();
        if (!worked || !*worked)
            return;
    }
}

bool ServerMachine::hasForwardedAll() {
    bool all = m_running != nullptr;
    if (m_running) {
        const auto read = m_running->store.reading([&](server::StoreSession& s) -> Result<void> {
            ESCALE_TRY_ASSIGN(due, s.outbox().nextDue(INT64_MAX, {}));
            all = !due;
            return {};
        });
        all = all && read;
    }
    return all;
}

std::vector<Held> ServerMachine::held() {
    std::vector<Held> all;
    m_running->store
        .reading([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(summaries, session.dossiers().all());
            for (const server::DossierSummary& summary : summaries) {
                ESCALE_TRY_ASSIGN(row, session.dossiers().find(summary.id));
                ESCALE_TRY_ASSIGN(history, session.dossiers().history(summary.id));
                Held held{std::move(*row), {}};
                for (server::HistoryRow& edit : history)
                    held.history.push_back(std::move(edit.edit));
                all.push_back(std::move(held));
            }
            return {};
        })
        .value();
    return all;
}

std::vector<server::DeviceRow> ServerMachine::devices() {
    std::vector<server::DeviceRow> all;
    m_running->store
        .reading([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(rows, session.devices().all());
            all = std::move(rows);
            return {};
        })
        .value();
    return all;
}

std::vector<server::RefusedRow> ServerMachine::refused() {
    std::vector<server::RefusedRow> all;
    for (const server::DeviceRow& device : devices()) {
        m_running->store
            .reading([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(rows, session.dossiers().refused(device.id, 1, INT64_MAX));
                all.insert(all.end(), rows.begin(), rows.end());
                return {};
            })
            .value();
    }
    return all;
}

} // namespace escale::simulation
