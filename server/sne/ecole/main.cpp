// SPDX-License-Identifier: GPL-3.0-or-later
// escale-sne-ecole: a stand-in for the SNE's test platform. An approximation: README.md.
#include "server/sne/ecole/bench.h"
#include "server/sne/ecole/commands.h"
#include "server/sne/ecole/listener.h"
#include "server/sne/ecole/relay.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <csignal>
#include <iostream>

#include <pthread.h>

namespace {

using namespace escale;
using namespace escale::sne::ecole;

constexpr int kUsage = 2;
constexpr std::string_view kHelp =
    "escale-sne-ecole run --data DIR [--port N] [--trouble LISTE] [--panne N] "
    "[--perdre-reponse N] [--lent MS]\n"
    "  LISTE : slow[:MS],500[:N],fault[:N],cut[:N],lost[:N],expired,order,whitespace\n"
    "escale-sne-ecole list --data DIR\n"
    "escale-sne-ecole show --data DIR NUMERO\n"
    "escale-sne-ecole inject --data DIR --fichier DEMANDE.xml\n"
    "escale-sne-ecole inject --data DIR --numero NUMERO --radiation RADREN [--sous-motif M] "
    "[--jour J]\n"
    "escale-sne-ecole inject --data DIR --numero NUMERO --dalo ACTIF [--jour J]\n"
    "escale-sne-ecole bench [--n N]\n"
    "Doublure approximative de la plateforme de test du SNE : rien n’y est enregistré pour de "
    "vrai.\n";

int failure(const Error& error) {
    std::cerr << "escale-sne-ecole : " << error.detail << '\n';
    return error.code == Errc::invalidArgument ? kUsage : EXIT_FAILURE;
}

struct RunOptions {
    std::uint16_t port = 0;
    int refuseFirst = 0;
    int loseFirst = 0;
    TroublePlan trouble;

    /// Only then is anything cut.
    [[nodiscard]] bool relayed() const {
        return loseFirst > 0 || trouble.cut > 0 || trouble.lost > 0;
    }
};

Result<RunOptions> readRunOptions(const Options& options) {
    constexpr int kMany = 1'000'000;
    const auto port = options.number("--port", 65'535);
    const auto refuse = options.number("--panne", kMany);
    const auto lose = options.number("--perdre-reponse", kMany);
    const auto slow = options.number("--lent", kMany);
    if (!port || !refuse || !lose || !slow)
        return fail(Errc::invalidArgument, "nombre illisible");
    ESCALE_TRY_ASSIGN(trouble, parseTroubles(options.text("--trouble")));
    if (*slow > 0)
        trouble.slowMs = *slow;
    return RunOptions{static_cast<std::uint16_t>(*port), *refuse, *lose, trouble};
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

/// Listens until `stop` returns.
Result<void> serve(const RunOptions& options, EcoleService& service, const Identity& identity,
                   std::unique_ptr<Relay>& relay, const std::function<void()>& stop) {
    const bool relayed = options.relayed();
    http::ServerConfig config = listenerConfig(identity);
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
        return failure(wanted.error());
    const sigset_t signals = blockStopSignals();
    auto registry = openRegistry(options, clock);
    if (!registry)
        return failure(registry.error());
    const auto identity =
        openIdentity(options.text("--data"), wanted->trouble.expired, clock, random);
    if (!identity)
        return failure(identity.error());
    std::unique_ptr<Relay> relay;
    const Cable cable{[&relay] { relay->cutAll(); },
                      [&relay](std::size_t bytes) { relay->cutWithin(bytes); }};
    EcoleService service(**registry, clock, random, wanted->trouble, wanted->refuseFirst,
                         wanted->loseFirst, cable);
    const auto served = serve(*wanted, service, *identity, relay, [&signals] {
        int received = 0;
        sigwait(&signals, &received);
    });
    return served ? EXIT_SUCCESS : failure(served.error());
}

int tell(const Result<std::string>& answer) {
    if (!answer)
        return failure(answer.error());
    std::cout << *answer << '\n';
    return EXIT_SUCCESS;
}

int bench(const Options& options, const Clock& clock, Random& random) {
    constexpr int kMany = 100'000;
    const auto asked = options.number("--n", kMany);
    return asked ? tell(benchForwarding(*asked > 0 ? *asked : kBenchDemandes, clock, random))
                 : kUsage;
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
        code = tell(listCommand(*options, clock));
    else if (options && options->command == "show")
        code = tell(showCommand(*options, clock));
    else if (options && options->command == "inject")
        code = tell(injectCommand(*options, clock));
    else if (options && options->command == "bench")
        code = bench(*options, clock, random);
    if (code == kUsage)
        std::cerr << kHelp;
    return code;
}
