// SPDX-License-Identifier: GPL-3.0-or-later
// escale-server: commands, exit codes and messages. JSON goes to the standard output, sentences in
// French to the error output; 0 done, 1 refused (the reason is printed), 2 not understood.
#include "server/console/commands.h"
#include "server/pdf/examine.h"
#include "server/run.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"
#include "shared/protocol/messages.h"

#include <functional>
#include <iostream>

namespace {

using escale::Clock;
using escale::Random;
using escale::Result;
using escale::server::Options;
namespace json = escale::json;

constexpr int kRefused = 1;
constexpr int kMisused = 2;

constexpr std::string_view kUsage =
    "Usage :\n"
    "  escale-server init --data DIR [--name NOM] [--ip ADRESSE] [--database OÙ]\n"
    "  escale-server enrol --data DIR --site NOM --role borne|mediateur|permanence\n"
    "  escale-server backup --data DIR --out DOSSIER\n"
    "  escale-server run --data DIR [--port N] [--address A] [--sne-url URL --sne-pki DIR]\n"
    "  escale-server device list --data DIR\n"
    "  escale-server device revoke --data DIR --device ID\n"
    "  escale-server dossier list --data DIR\n"
    "  escale-server dossier show --data DIR --dossier ID\n"
    "  escale-server dossier decide --data DIR --dossier ID [--numero NUMERO]\n"
    "  escale-server piece list --data DIR --dossier ID\n"
    "  escale-server piece export --data DIR --dossier ID --out DOSSIER\n"
    "  escale-server attestation --data DIR --dossier ID --out FICHIER.pdf\n"
    "  escale-server territoire publish --data DIR --bareme ID [--from CSV|DIR] [--date JOUR]"
    " [--seuil N]\n"
    "  escale-server territoire list --data DIR\n"
    "  escale-server sne status --data DIR\n"
    "  escale-server sne dead-letters --data DIR\n"
    "  escale-server sne replay --data DIR [--dossier ID]\n";

struct Command {
    std::string_view name; // one or two words
    std::vector<std::string_view> known;
    std::vector<std::string_view> needed;
    std::function<Result<json::value>(const Options&, const Clock&, Random&)> work; // empty: run
};

std::vector<Command> commands() {
    using namespace escale::server;
    return {
        {"init", {"--data", "--name", "--ip", "--database"}, {"--data"}, initCommand},
        {"enrol", {"--data", "--site", "--role"}, {"--data", "--site", "--role"}, enrolCommand},
        {"backup",
         {"--data", "--out"},
         {"--data", "--out"},
         [](const Options& o, const Clock&, Random&) { return backupCommand(o); }},
        {"run", {"--data", "--port", "--address", "--sne-url", "--sne-pki"}, {"--data"}, nullptr},
        {"device list",
         {"--data"},
         {"--data"},
         [](const Options& o, const Clock&, Random&) { return deviceListCommand(o); }},
        {"device revoke",
         {"--data", "--device"},
         {"--data", "--device"},
         [](const Options& o, const Clock& c, Random&) { return deviceRevokeCommand(o, c); }},
        {"dossier list",
         {"--data"},
         {"--data"},
         [](const Options& o, const Clock&, Random&) { return dossierListCommand(o); }},
        {"dossier show",
         {"--data", "--dossier"},
         {"--data", "--dossier"},
         [](const Options& o, const Clock&, Random&) { return dossierShowCommand(o); }},
        {"dossier decide",
         {"--data", "--dossier", "--numero"},
         {"--data", "--dossier"},
         [](const Options& o, const Clock& c, Random&) { return dossierDecideCommand(o, c); }},
        {"piece list",
         {"--data", "--dossier"},
         {"--data", "--dossier"},
         [](const Options& o, const Clock&, Random&) { return pieceListCommand(o); }},
        {"attestation",
         {"--data", "--dossier", "--out"},
         {"--data", "--dossier", "--out"},
         [](const Options& o, const Clock&, Random&) { return attestationCommand(o); }},
        {"territoire publish",
         {"--data", "--bareme", "--from", "--date", "--seuil"},
         {"--data", "--bareme"},
         [](const Options& o, const Clock& c, Random&) { return territoryPublishCommand(o, c); }},
        {"territoire list",
         {"--data"},
         {"--data"},
         [](const Options& o, const Clock&, Random&) { return territoryListCommand(o); }},
        {"piece export",
         {"--data", "--dossier", "--out"},
         {"--data", "--dossier", "--out"},
         [](const Options& o, const Clock& c, Random&) { return pieceExportCommand(o, c); }},
        {"sne status",
         {"--data"},
         {"--data"},
         [](const Options& o, const Clock& c, Random&) { return sneStatusCommand(o, c); }},
        {"sne dead-letters",
         {"--data"},
         {"--data"},
         [](const Options& o, const Clock&, Random&) { return sneDeadLettersCommand(o); }},
        {"sne replay",
         {"--data", "--dossier"},
         {"--data"},
         [](const Options& o, const Clock& c, Random&) { return sneReplayCommand(o, c); }},
    };
}

int refuse(const escale::Error& error) {
    std::cerr << error.detail << " (" << escale::errcName(error.code) << ")\n";
    return error.code == escale::Errc::invalidArgument ? kMisused : kRefused;
}

int execute(const Command& command, const std::vector<std::string>& arguments) {
    const auto options = Options::parse(arguments, command.known, command.needed);
    if (!options) {
        std::cerr << options.error().detail << "\n" << kUsage;
        return kMisused;
    }
    const escale::SystemClock clock;
    escale::crypto::SystemRandom random;
    if (!command.work) {
        const auto served = escale::server::runServer(*options, clock, random);
        return served ? 0 : refuse(served.error());
    }
    const auto answer = command.work(*options, clock, random);
    if (!answer)
        return refuse(answer.error());
    std::cout << json::serialize(*answer) << std::endl;
    if (command.name == "init")
        std::cerr << "La clé de séquestre est dans "
                  << answer->as_object().at("escrow").as_string().c_str()
                  << " : mettez-la à l’abri hors de cette machine, puis effacez-la ici.\n";
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 1 && words[0] == escale::server::kExamineWord)
        return escale::server::examineStandardInput(escale::protocol::kMaxUploadBytes);
    for (const Command& command : commands()) {
        const std::size_t count = command.name.find(' ') == std::string_view::npos ? 1 : 2;
        if (words.size() < count)
            continue;
        const std::string name = count == 1 ? words[0] : words[0] + " " + words[1];
        if (name == command.name) {
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(count);
            return execute(command, {first, words.end()});
        }
    }
    std::cerr << kUsage;
    return kMisused;
}
