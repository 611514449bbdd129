// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/run.h"

#include "server/console/data_dir.h"
#include "server/http/server.h"
#include "server/pdf/examiner.h"
#include "server/reconcile/oblivion.h"
#include "server/routes/routes.h"

#include "server/sne/endings.h"
#include "server/sne/forwarder.h"
#include "server/sne/wire.h"
#include "server/store/sne_outbox.h"
#include "shared/base/json.h"
#include "shared/crypto/secret.h"
#include "shared/nuu/controls.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <sys/resource.h>
#include <unistd.h>

namespace escale::server {
namespace {

/// Calls in a row that nobody answered, before a pause.
constexpr int kBreakerAfter = 8;

/// The forwarder and what it stands on, in the order of construction.
struct Forwarding {
    Forwarding(Store& store, const Clock& clock, std::string holder)
        : outbox(store, clock, std::move(holder))
        , port(outbox, store) {}
    SneOutbox outbox;
    sne::StoreOutbox port;
    std::unique_ptr<sne::SneClient> client;
    std::unique_ptr<sne::Forwarder> forwarder;
    std::unique_ptr<sne::Endings> endings;
};

Result<sne::SneConfig> sneConfig(const Options& options, const std::string& guichet) {
    const std::string pki = options.get("--sne-pki");
    if (pki.empty())
        return fail(Errc::invalidArgument, "--sne-url demande --sne-pki");
    sne::SneConfig config;
    ESCALE_TRY_ASSIGN(url, http::parseUrl(options.get("--sne-url")));
    ESCALE_TRY_ASSIGN(ca, readText(pki + "/ca.pem"));
    ESCALE_TRY_ASSIGN(cert, readText(pki + "/cert.pem"));
    ESCALE_TRY_ASSIGN(key, readText(pki + "/key.pem"));
    config.url = std::move(url);
    if (config.url.target == "/")
        config.url.target = std::string(sne::kServicePath);
    config.tls.caPem = std::move(ca);
    config.tls.certificateChainPem = std::move(cert);
    config.tls.privateKeyPem = std::move(key);
    config.guichet = guichet;
    return config;
}

/// The same after a restart: what this server was telling the SNE is its own to take up again.
std::string holderName(const Options& options, const Configuration& configuration) {
    if (configuration.database.empty())
        return {}; // alone
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const std::string port =
        options.has("--port") ? options.get("--port") : std::to_string(configuration.port);
    return std::string(host.data()) + ":" + (port == "0" ? std::to_string(::getpid()) : port);
}

Result<std::unique_ptr<Forwarding>> makeForwarding(const Options& options,
                                                   const Configuration& configuration, Store& store,
                                                   const Uploads::Places& places,
                                                   const Clock& clock, Random& random,
                                                   std::shared_ptr<http::Log> log) {
    auto forwarding =
        std::make_unique<Forwarding>(store, clock, holderName(options, configuration));
    if (!options.has("--sne-url")) // what must be told waits in the outbox
        return forwarding;
    ESCALE_TRY_ASSIGN(config, sneConfig(options, configuration.guichet));
    ESCALE_TRY_ASSIGN(client, sne::SneClient::make(std::move(config), clock, random));
    forwarding->client = std::move(client);
    sne::ForwarderConfig settings;
    settings.guichet = configuration.guichet;
    settings.maxAttempts = static_cast<int>(configuration.maxAttempts);
    settings.perMinute = static_cast<int>(configuration.perMinute);
    settings.breakerAfter = kBreakerAfter;
    settings.from = configuration.sendFrom;
    settings.to = configuration.sendTo;
    settings.anomalyPaths = sne::anomalyFields();
    settings.uncertainWait = std::chrono::seconds(configuration.uncertainSeconds);
    const auto report = [log](const std::string& event, const DossierId& dossier) {
        log->info("sne", {{"evenement", event}, {"dossier", dossier.str()}});
    };
    forwarding->forwarder =
        std::make_unique<sne::Forwarder>(forwarding->port, *forwarding->client, catalogue(), clock,
                                         random, std::move(settings), report);
    forwarding->endings = std::make_unique<sne::Endings>(
        store, *forwarding->client, clock,
        [&store, places](const DossierId& id) { return forgetDossier(store, places, id); }, report);
    return forwarding;
}

Result<http::ServerConfig> serverConfig(const Options& options, const DataDir& dir,
                                        const Clock& clock, Random& random,
                                        std::shared_ptr<http::Log> log) {
    ESCALE_TRY_ASSIGN(configuration, readConfiguration(dir));
    ESCALE_TRY_ASSIGN(identity, freshTlsIdentity(dir, configuration, clock, random));
    ESCALE_TRY_ASSIGN(authority, readText(dir.pki(kCaCert)));
    http::ServerConfig config;
    config.address = options.has("--address") ? options.get("--address") : configuration.address;
    config.port = configuration.port;
    if (options.has("--port")) {
        ESCALE_TRY_ASSIGN(port, parsePort(options.get("--port")));
        config.port = port;
    }
    config.certificateChainPem = std::move(identity.certificatePem);
    config.privateKeyPem = std::move(identity.keyPem);
    config.clientCaPem = std::move(authority);
    config.workerThreads = configuration.threads;
    config.log = std::move(log);
    return config;
}

/// This very program, in another process.
Uploads::PdfExaminer examinerOf(const std::string& word) {
    return [word](ByteView pdf) { return examineApart("/proc/self/exe", word, pdf); };
}

UploadLimits uploadLimits(const Configuration& configuration) {
    UploadLimits limits;
    limits.lifeMs = configuration.uploadSeconds * 1000;
    limits.reserveBytes = configuration.reserveMiB << 20;
    return limits;
}

sigset_t blockedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // inherited by every thread started later
    return signals;
}

std::string urlOf(const std::string& address, std::uint16_t port) {
    const bool six = address.find(':') != std::string::npos;
    return "https://" + (six ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

/// Until SIGTERM or SIGINT; meanwhile, what nobody ended in time is erased, and the SNE is asked
/// what it ended.
int waitForTheEnd(const sigset_t& signals, Uploads& uploads, sne::Endings* endings,
                  http::Log& log) {
    constexpr timespec kPause{30, 0};
    for (;;) {
        const int signal = sigtimedwait(&signals, nullptr, &kPause);
        if (signal > 0)
            return signal;
        if (errno != EAGAIN)
            continue;
        if (const auto forgotten = uploads.forgetOld(); !forgotten)
            log.error("envois_expires", {{"raison", forgotten.error().detail}});
        if (const auto seen = endings ? endings->look() : Result<void>(); !seen)
            log.error("radiations", {{"raison", seen.error().detail}});
    }
}

Result<void> serve(http::ServerConfig config, http::Router router, Forwarding& forwarding,
                   Uploads& uploads, const sigset_t& signals) {
    sne::Forwarder* forwarder = forwarding.forwarder.get();
    const std::string address = config.address;
    const auto log = config.log;
    http::Server server(std::move(config), std::move(router));
    ESCALE_TRY_ASSIGN(port, server.start());
    if (forwarder)
        forwarder->start();
    const json::value ready{{"ecoute", urlOf(address, port)}};
    std::cout << json::serialize(ready) << std::endl;
    const int signal = waitForTheEnd(signals, uploads, forwarding.endings.get(), *log);
    log->info("arret", {{"signal", std::int64_t{signal}}});
    server.stop();
    if (forwarder)
        forwarder->stop();
    return {};
}

} // namespace

Result<void> runServer(const Options& options, const Clock& clock, Random& random) {
    const sigset_t signals = blockedSignals();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // keys and answers stay out of any file
    const auto log = std::make_shared<http::Log>(clock, http::writeToStderr);
    const DataDir dir(options.get("--data"));
    ESCALE_TRY_ASSIGN(configuration, readConfiguration(dir));
    ESCALE_TRY_ASSIGN(config, serverConfig(options, dir, clock, random, log));
    ESCALE_TRY_ASSIGN(store, openStore(dir));
    ESCALE_TRY_ASSIGN(keys, readEnrolmentKeys(dir));
    ESCALE_TRY_ASSIGN(published, publicationKeys(dir));
    crypto::wipe(published.privatePem); // publishing is another command's work
    const Shelf shelf(dir.publications(), published.publicPem);
    ESCALE_TRY_ASSIGN(sealing, readSealingKey(dir));
    Enrolment enrolment(*store, clock, random, std::move(keys));
    Reconciler reconciler(*store, clock, sealing);
    const Uploads::Places places{dir.parts(), dir.blobs()};
    Uploads uploads(*store, clock, random, sealing, places, examinerOf(std::string(kExamineWord)),
                    uploadLimits(configuration));
    ESCALE_TRY(uploads.forgetOld());
    ESCALE_TRY_ASSIGN(returnKey, readReturnKey(dir, random));
    ReturnCodes returnCodes(*store, clock, std::move(returnKey.key));
    if (returnKey.fresh)
        ESCALE_TRY(returnCodes.startAgain());
    ESCALE_TRY(returnCodes.catchUp());
    ESCALE_TRY_ASSIGN(forwarding,
                      makeForwarding(options, configuration, *store, places, clock, random, log));
    sne::Forwarder* forwarder = forwarding->forwarder.get();
    Services services{*store, enrolment, reconciler, uploads, returnCodes, shelf, {}};
    if (forwarder)
        services.changed = [forwarder] { forwarder->wake(); };
    return serve(std::move(config), makeRouter(services), *forwarding, uploads, signals);
}

} // namespace escale::server
