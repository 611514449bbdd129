// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/commands.h"

#include "shared/base/json.h"
#include "shared/nuu/controls.h"
#include "shared/nuu/xml_gate.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace escale::sne::ecole {
namespace {

Result<XmlElement> readDemandeFile(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return fail(Errc::storageFailure, "lecture impossible : " + name);
    return parseXml(content.str());
}

Result<std::string> injectFile(Registry& registry, const std::string& name, const Clock& clock) {
    ESCALE_TRY_ASSIGN(tree, readDemandeFile(name));
    const auto found = controlDemande(tree, parisDate(clock.nowMs()));
    if (!found.empty())
        return fail(Errc::invalidArgument, found.front().code + " : " + found.front().label);
    std::string numero = numUniqueOf(tree);
    if (numero.empty())
        return registry.create(tree, "ailleurs");
    ESCALE_TRY(registry.replace(numero, tree, "ailleurs"));
    return numero;
}

Result<void> injectNews(Registry& registry, const Options& options, const Clock& clock) {
    const std::string numero = options.text("--numero");
    ESCALE_TRY_ASSIGN(state, registry.stateOf(numero));
    if (!state)
        return fail(Errc::notFound, "numéro inconnu");
    const std::string today = parisDate(clock.nowMs()).iso();
    const std::string day = options.text("--jour").empty() ? today : options.text("--jour");
    if (const std::string motif = options.text("--radiation"); !motif.empty())
        return registry.end(EndedDemande{numero, motif, options.text("--sous-motif"), day});
    if (const std::string statut = options.text("--dalo"); !statut.empty())
        return registry.addDalo({numero, statut, day});
    return fail(Errc::invalidArgument, "il manque --fichier, --radiation ou --dalo");
}

} // namespace

Result<std::unique_ptr<Registry>> openRegistry(const Options& options, const Clock& clock) {
    const std::filesystem::path dir(options.text("--data"));
    std::error_code failed;
    std::filesystem::create_directories(dir, failed);
    if (failed)
        return fail(Errc::storageFailure, "dossier impossible à créer");
    return Registry::open((dir / "ecole.db").string(), clock);
}

Result<std::string> listCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(registry, openRegistry(options, clock));
    ESCALE_TRY_ASSIGN(held, registry->all());
    json::array rows;
    for (const HeldDemande& demande : held) {
        ESCALE_TRY_ASSIGN(state, registry->stateOf(demande.numero));
        rows.push_back({{"numero", demande.numero},
                        {"type", demande.type},
                        {"date", demande.date},
                        {"fichiers", demande.files},
                        {"radiation", state && state->ended ? state->motif : std::string()}});
    }
    return json::serialize(json::object{{"demandes", std::move(rows)}});
}

Result<std::string> showCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(registry, openRegistry(options, clock));
    ESCALE_TRY_ASSIGN(xml, registry->find(options.text("--numero")));
    if (!xml)
        return fail(Errc::notFound, "numéro inconnu");
    return std::move(*xml);
}

Result<std::string> injectCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(registry, openRegistry(options, clock));
    std::string numero = options.text("--numero");
    if (const std::string name = options.text("--fichier"); !name.empty()) {
        ESCALE_TRY_ASSIGN(given, injectFile(*registry, name, clock));
        numero = std::move(given);
    } else {
        ESCALE_TRY(injectNews(*registry, options, clock));
    }
    return json::serialize(json::object{{"numero", numero}});
}

} // namespace escale::sne::ecole
