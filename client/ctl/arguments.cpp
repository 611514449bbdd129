// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/arguments.h"

#include <algorithm>

namespace escale::client::ctl {
namespace {

struct Shape {
    std::string_view command;
    std::vector<std::string_view> mandatory;
    std::vector<std::string_view> allowed;
    bool takesWords;
    std::string_view help;
};

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {"device init",
         {"data", "server", "ca", "code"},
         {},
         false,
         "--data DOSSIER --server https://NOM:PORT --ca FICHIER.pem --code CODE"},
        {"dossier create", {"data"}, {"set"}, false, "--data DOSSIER [--set chemin=valeur …]"},
        {"dossier set",
         {"data", "dossier"},
         {"code", "ferme"},
         true,
         "--data DOSSIER --dossier ID [--ferme RAISON] chemin=valeur …"},
        {"dossier show", {"data", "dossier"}, {"code"}, false, "--data DOSSIER --dossier ID"},
        {"dossier list", {"data"}, {}, false, "--data DOSSIER"},
        {"dossier history",
         {"data", "dossier"},
         {"path"},
         false,
         "--data DOSSIER --dossier ID [--path CHEMIN]"},
        {"piece add",
         {"data", "dossier", "type"},
         {"code"},
         true,
         "--data DOSSIER --dossier ID --type TYPE FICHIER …"},
        {"piece list", {"data", "dossier"}, {"code"}, false, "--data DOSSIER --dossier ID"},
        {"piece judge",
         {"data", "dossier", "piece", "avis"},
         {"code", "refus"},
         false,
         "--data DOSSIER --dossier ID --piece ID --avis AVIS [--refus RAISON]"},
        {"piece remove",
         {"data", "dossier", "piece"},
         {"code"},
         false,
         "--data DOSSIER --dossier ID --piece ID"},
        {"sync", {"data"}, {}, false, "--data DOSSIER"},
        {"sim", {"seeds"}, {"seed", "devices"}, false, "--seeds N [--seed S] [--devices D]"},
        {"cote",
         {"data", "dossier", "commune"},
         {"code", "trace"},
         false,
         "--data DOSSIER --dossier ID --commune INSEE [--trace]"},
        {"cote", {"bareme", "cas"}, {}, false, "--bareme FICHIER|ID --cas FICHIER"},
        {"bareme check", {}, {}, true, "FICHIER|ID"},
        {"bareme list", {}, {}, false, ""},
        {"population",
         {"epci", "n", "seed", "out"},
         {"date"},
         false,
         "--epci roissy --n N --seed S --out CSV [--date JOUR]"},
        {"distribution build",
         {"bareme", "from", "out"},
         {"date", "seuil", "avant", "cle"},
         false,
         "--bareme ID --from DOSSIER|CSV --out PAQUET [--avant PAQUET] [--seuil N] [--cle "
         "FICHIER]"},
        {"distribution rank",
         {"pack", "commune", "typologie", "note"},
         {"date", "deja", "cle-publique"},
         false,
         "--pack PAQUET --commune INSEE --typologie T3 --note N [--cle-publique FICHIER]"},
        {"papers",
         {"data", "dossier", "kind", "out"},
         {"langue", "telephone", "code"},
         false,
         "--data DOSSIER --dossier ID --kind recap|pieces|recu [--langue L] --out FICHIER.pdf"},
        {"session end", {"data"}, {}, false, "--data DOSSIER"},
        {"conflict list", {"data"}, {"dossier"}, false, "--data DOSSIER [--dossier ID]"},
        {"conflict show",
         {"data", "dossier", "chemin"},
         {"code"},
         false,
         "--data DOSSIER --dossier ID --chemin CHEMIN"},
        {"conflict close",
         {"data", "dossier", "chemin", "garder", "raison"},
         {"code"},
         false,
         "--data DOSSIER --dossier ID --chemin CHEMIN --garder PLACE --raison RAISON"},
        {"visites export",
         {"data"},
         {"du", "au", "vers"},
         false,
         "--data DOSSIER [--du JOUR] [--au JOUR] [--vers DOSSIER]"},
        {"visites bilan", {"data"}, {"du", "au"}, false, "--data DOSSIER [--du JOUR] [--au JOUR]"},
        {"scan",
         {},
         {"json", "out", "certificats"},
         true,
         "[--json] [--out DOSSIER] [--certificats DOSSIER] PHOTO …"},
        {"certificats build",
         {"from", "out"},
         {"date", "prochaine", "cle"},
         false,
         "--from DOSSIER --out PAQUET [--date JOUR --prochaine JOUR] [--cle FICHIER]"},
        {"certificats check",
         {"paquet"},
         {"cle-publique"},
         false,
         "--paquet PAQUET [--cle-publique FICHIER]"},
        {"certificats check", {"data"}, {}, false, "--data DOSSIER"},
        {"certificats install",
         {"data", "paquet"},
         {"cle-publique"},
         false,
         "--data DOSSIER --paquet PAQUET [--cle-publique FICHIER]"},
        {"sne import", {"data"}, {"code"}, true, "--data DOSSIER FICHIER.xml"},
        {"sne xml",
         {"data", "dossier"},
         {"type", "version", "guichet", "motif", "sous-motif", "code"},
         false,
         "--data DOSSIER --dossier ID [--type CRE|CRS|MOD|REN|RAD|SUP] [--version 02.00|02.01] "
         "[--guichet G1226] [--motif RADABA [--sous-motif IRRSEJ]]"},
        {"sne check", {}, {}, true, "FICHIER.xml"},
        {"sne reste", {"data", "dossier"}, {"code"}, false, "--data DOSSIER --dossier ID"},
        {"bench cotation", {}, {"n"}, false, "[--n 1000000]"},
        {"bench communes", {}, {}, false, ""},
        {"bench scan", {}, {"certificats"}, true, "[--certificats DOSSIER] DOSSIER"},
        {"bench sne", {}, {"n"}, false, "[--n 200]"},
        {"bench ui", {}, {}, false, ""},
        {"bench sync", {}, {"n", "store"}, false, "[--n 1000] [--store sqlite]"},
    };
    return all;
}

/// Of the uses of a command, the one of which `line` has an option of its own.
const Shape* shapeOf(std::string_view command, const std::vector<std::string>& line) {
    const Shape* first = nullptr;
    for (const Shape& shape : shapes()) {
        if (shape.command != command)
            continue;
        const bool named = std::any_of(
            shape.mandatory.begin(), shape.mandatory.end(), [&](std::string_view option) {
                return std::any_of(line.begin(), line.end(), [&](std::string_view word) {
                    return word.starts_with("--") && word.substr(2, word.find('=') - 2) == option;
                });
            });
        if (named)
            return &shape;
        first = first == nullptr ? &shape : first;
    }
    return first;
}

bool accepts(const Shape& shape, std::string_view option) {
    const auto has = [option](const auto& list) {
        return std::find(list.begin(), list.end(), option) != list.end();
    };
    return option == "pin-file" || has(shape.mandatory) || has(shape.allowed);
}

/// An option that takes no value.
bool isFlag(const Shape& shape, std::string_view option) {
    return option == "trace" && accepts(shape, option);
}

Result<void> takeOption(const Shape& shape, const std::vector<std::string>& line, std::size_t& at,
                        Arguments& arguments) {
    std::string name = line[at].substr(2);
    std::string value;
    if (isFlag(shape, name)) {
        arguments.options[name].emplace_back();
        return {};
    }
    if (name == "json" && accepts(shape, name)) { // the one option without a value
        arguments.options[name].push_back("oui");
        return {};
    }
    if (const auto equals = name.find('='); equals != std::string::npos) {
        value = name.substr(equals + 1);
        name.resize(equals);
    } else if (at + 1 < line.size()) {
        value = line[++at];
    } else {
        return fail(Errc::invalidArgument, "--" + name + " attend une valeur");
    }
    if (!accepts(shape, name))
        return fail(Errc::invalidArgument,
                    "--" + name + " n’est pas une option de « " + arguments.command + " »");
    arguments.options[name].push_back(value);
    return {};
}

Result<void> checkComplete(const Shape& shape, const Arguments& arguments) {
    for (const std::string_view name : shape.mandatory) {
        if (arguments.option(name).empty())
            return fail(Errc::invalidArgument, "il manque --" + std::string(name));
    }
    if (shape.takesWords == arguments.words.empty())
        return fail(Errc::invalidArgument, shape.takesWords
                                               ? "il manque ce qui suit les options"
                                               : "« " + arguments.words.front() + " » est en trop");
    return {};
}

} // namespace

std::string Arguments::option(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::string() : found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = options.find(name);
    return found == options.end() ? std::vector<std::string>() : found->second;
}

Result<Arguments> parseArguments(const std::vector<std::string>& line) {
    if (line.empty())
        return fail(Errc::invalidArgument, "aucune commande");
    Arguments arguments;
    std::size_t at = 1;
    arguments.command = line[0];
    const Shape* shape = shapeOf(arguments.command, line);
    if (shape == nullptr && line.size() > 1) {
        arguments.command += " " + line[at++];
        shape = shapeOf(arguments.command, line);
    }
    if (shape == nullptr)
        return fail(Errc::invalidArgument, "commande inconnue : " + arguments.command);
    for (; at < line.size(); ++at) {
        // What follows "--set" may be several "chemin=valeur": they are all its values.
        const bool isOption = line[at].starts_with("--");
        if (isOption)
            ESCALE_TRY(takeOption(*shape, line, at, arguments));
        else if (accepts(*shape, "set") && arguments.options.contains("set"))
            arguments.options["set"].push_back(line[at]);
        else
            arguments.words.push_back(line[at]);
    }
    ESCALE_TRY(checkComplete(*shape, arguments));
    return arguments;
}

std::string usage() {
    std::string text = "Usage :\n";
    for (const Shape& shape : shapes())
        text += "  escale-ctl " + std::string(shape.command) + " " + std::string(shape.help) + "\n";
    text += "Médiateur ou permanence : code PIN dans ESCALE_PIN, ou --pin-file FICHIER.\n"
            "Borne dont la session est finie : code de reprise dans ESCALE_CODE, ou --code CODE.\n";
    return text;
}

} // namespace escale::client::ctl
