// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/run.h"

#include "client/ctl/commands.h"
#include "client/ctl/server_commands.h"

#include <map>
#include <ostream>

namespace escale::client::ctl {
namespace {

using Command = Result<Outcome> (*)(const Arguments&, Machine&);

const std::map<std::string, Command, std::less<>>& commands() {
    static const std::map<std::string, Command, std::less<>> all{
        {"device init", initDevice},
        {"dossier create", createDossier},
        {"dossier set", setAnswers},
        {"dossier show", showOne},
        {"dossier list", listDossiers},
        {"dossier history", showHistory},
        {"piece add", addPiece},
        {"piece list", listPieces},
        {"piece judge", judgePiece},
        {"piece remove", removePiece},
        {"sync", syncNow},
        {"sim", simulate},
        {"cote", cote},
        {"bareme check", checkBareme},
        {"bareme list", listBaremes},
        {"population", inventPopulation},
        {"distribution build", buildDistribution},
        {"distribution rank", rankInDistribution},
        {"papers", writePaper},
        {"session end", endSession},
        {"conflict list", listConflicts},
        {"conflict show", showConflict},
        {"conflict close", closeConflict},
        {"visites export", exportVisits},
        {"visites bilan", totalVisits},
        {"scan", scanPhotos},
        {"certificats build", buildCertificates},
        {"certificats check", checkCertificates},
        {"certificats install", installCertificates},
        {"sne import", importSne},
        {"sne xml", writeSne},
        {"sne check", checkSne},
        {"sne reste", untoldSne},
        {"bench cotation", benchCotation},
        {"bench communes", benchCommunes},
        {"bench scan", benchScan},
        {"bench sne", benchSne},
        {"bench ui", benchUi},
        {"bench sync", benchSync},
    };
    return all;
}

void say(std::ostream& messages, const Error& error) {
    messages << "escale-ctl : " << userMessage(error.code);
    if (!error.detail.empty())
        messages << "\n  " << error.detail;
    if (error.code == Errc::unknownField)
        messages << "\n  Les noms des champs sont ceux de « dossier show ». Rien n’a été écrit.";
    if (error.code == Errc::invalidArgument)
        messages << "\n  Rien n’a été écrit.";
    messages << "\n";
}

} // namespace

int run(const std::vector<std::string>& line, std::ostream& output, std::ostream& messages) {
    const auto arguments = parseArguments(line);
    if (!arguments) {
        messages << "escale-ctl : " << arguments.error().detail << "\n" << usage();
        return kUsage;
    }
    Machine machine;
    machine.output = &output;
    const auto outcome = commands().find(arguments->command)->second(*arguments, machine);
    if (!outcome) {
        say(messages, outcome.error());
        return kRefused;
    }
    if (!outcome->printed)
        output << json::serialize(outcome->output) << "\n";
    if (!outcome->error)
        return kDone;
    say(messages, *outcome->error);
    return kRefused;
}

} // namespace escale::client::ctl
