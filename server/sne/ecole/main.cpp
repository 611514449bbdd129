// SPDX-License-Identifier: GPL-3.0-or-later
// escale-sne-ecole: a stand-in for the SNE's test platform. An approximation: README.md.
#include "server/http/server.h"
#include "server/sne/ecole/ecole_service.h"
#include "server/sne/ecole/identity.h"
#include "server/sne/ecole/relay.h"
#include "shared/base/json.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <charconv>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>

#include <pthread.h>

namespace {

using namespace escale;
using namespace escale::sne::ecole;

constexpr int kUsage = 2;
constexpr std::string_view kHelp =
    "escale-sne-ecole run --data DIR [--port N] [--panne N] [--perdre-reponse N] [--lent MS]\n"
    "escale-sne-ecole list --data DIR\n"
    "escale-sne-ecole show --data DIR --numero N\n"
    "Doublure approximative de la plateforme de test du SNE : rien n’y est enregistré pour de "
    "vrai.\n";

struct Options {
    std::string command;
    std::map<std::string, std::string, std::less<>> values;

    [[nodiscard]] std::string text(std::string_view name) const {
        const auto found = values.find(name);
        return found == values.end() ? std::string() : found->second;
    }
    /// 0 when absent; nullopt when it is not a number from 0 to `max`.
    [[nodiscard]] std::optional<int> number(std::string_view name, int max) const {
        const std::string value = text(name);
        if (value.empty())
            return 0;
        int read = -1;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
        if (error != std::errc() || end != value.data() + value.size() || read < 0 || read > max)
            return std::nullopt;
        return read;
    }
};

std::optional<Options> readOptions(int argc, char** argv) {
    Options options;
    if (argc < 2)
        return std::nullopt;
    options.command = argv[1];
    for (int i = 2; i < argc; i += 2) {
        if (i + 1 == argc || !options.values.emplace(argv[i], argv[i + 1]).second)
            return std::nullopt;
    }
    for (const auto& [name, value] : options.values) {
        constexpr std::string_view kKnown =
            "|--data|--port|--panne|--perdre-reponse|--lent|--numero|";
        if (kKnown.find('|' + name + '|') == std::string_view::npos)
            return std::nullopt;
    }
    return options.text("--data").empty() ? std::nullopt : std::optional(options);
}

int failure(const Error& error) {
    std::cerr << "escale-sne-ecole : " << error.detail << '\n';
    return EXIT_FAILURE;
}

Result<std::unique_ptr<Registry>> openRegistry(const Options& options, const Clock& clock) {
    const std::filesystem::path dir(options.text("--data"));
    std::error_code failed;
    std::filesystem::create_directories(dir, failed);
    if (failed)
        return fail(Errc::storageFailure, "dossier impossible à créer");
    return Registry::open((dir / "ecole.db").string(), clock);
}

http::ServerConfig serverConfig(const Identity& identity) {
    http::ServerConfig config;
    config.certificateChainPem = identity.certPem;
    config.privateKeyPem = identity.keyPem;
    config.clientCaPem = identity.caPem;
    config.requireClientCertificateAtHandshake = true;
    return config;
}

struct RunOptions {
    std::uint16_t port = 0;
    Failures failures;
};

std::optional<RunOptions> readRunOptions(const Options& options) {
    constexpr int kMany = 1'000'000;
    const auto port = options.number("--port", 65'535);
    const auto refuse = options.number("--panne", kMany);
    const auto lose = options.number("--perdre-reponse", kMany);
    const auto slow = options.number("--lent", kMany);
    if (!port || !refuse || !lose || !slow)
        return std::nullopt;
    return RunOptions{static_cast<std::uint16_t>(*port), {*refuse, *lose, *slow}};
}

/// SIGTERM and SIGINT, blocked here and in every thread started afterwards.
sigset_t blockStopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

http::Router routerTo(EcoleService& service) {
    http::Router router;
    const auto handler = [&service](const http::Request& request, const http::PathParams&) {
        return service.handle(request);
    };
    router.add(http::Method::post, std::string(sne::kServicePath), handler,
               {true, sne::kMaxMtomBytes});
    return router;
}

/// Listens until `stop` returns.
Result<void> serve(const RunOptions& options, EcoleService& service, const Identity& identity,
                   std::unique_ptr<Relay>& relay, const std::function<void()>& stop) {
    const bool relayed = options.failures.loseAnswers > 0; // only then does an answer get lost
    http::ServerConfig config = serverConfig(identity);
    config.port = relayed ? std::uint16_t{0} : options.port;
    http::Server server(std::move(config), routerTo(service));
    ESCALE_TRY_ASSIGN(listening, server.start());
    if (relayed) {
        ESCALE_TRY_ASSIGN(started, Relay::start(options.port, listening));
        relay = std::move(started);
        listening = relay->port();
    }
    std::cerr << "escale-sne-ecole : doublure approximative du SNE, sans valeur officielle.\n";
    std::cout << R"({"ecoute": "https://127.0.0.1:)" << listening << "\"}" << std::endl;
    stop();
    server.stop();
    return {};
}

int run(const Options& options, const Clock& clock, Random& random) {
    const auto wanted = readRunOptions(options);
    if (!wanted)
        return kUsage;
    const sigset_t signals = blockStopSignals();
    auto registry = openRegistry(options, clock);
    if (!registry)
        return failure(registry.error());
    const auto identity = openIdentity(options.text("--data"), clock, random);
    if (!identity)
        return failure(identity.error());
    std::unique_ptr<Relay> relay;
    EcoleService service(**registry, clock, random, wanted->failures,
                         [&relay] { relay->cutAll(); });
    const auto served = serve(*wanted, service, *identity, relay, [&signals] {
        int received = 0;
        sigwait(&signals, &received);
    });
    return served ? EXIT_SUCCESS : failure(served.error());
}

int list(const Options& options, const Clock& clock) {
    auto registry = openRegistry(options, clock);
    if (!registry)
        return failure(registry.error());
    const auto held = (*registry)->all();
    if (!held)
        return failure(held.error());
    json::array rows;
    for (const HeldDemande& demande : *held) {
        rows.push_back({{"numero", demande.numero},
                        {"type", demande.type},
                        {"date", demande.date},
                        {"fichiers", demande.files}});
    }
    std::cout << json::serialize(json::object{{"demandes", std::move(rows)}}) << '\n';
    return EXIT_SUCCESS;
}

int show(const Options& options, const Clock& clock) {
    auto registry = openRegistry(options, clock);
    if (!registry)
        return failure(registry.error());
    const auto xml = (*registry)->find(options.text("--numero"));
    if (!xml)
        return failure(xml.error());
    if (!*xml)
        return failure(fail(Errc::notFound, "numéro inconnu"));
    std::cout << **xml << '\n';
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = readOptions(argc, argv);
    const SystemClock clock;
    crypto::SystemRandom random;
    int code = kUsage;
    if (options && options->command == "run")
        code = run(*options, clock, random);
    else if (options && options->command == "list")
        code = list(*options, clock);
    else if (options && options->command == "show")
        code = show(*options, clock);
    if (code == kUsage)
        std::cerr << kHelp;
    return code;
}
