// SPDX-License-Identifier: GPL-3.0-or-later
// conflict list, show, close: two answers to one question, settled without a screen.
#include "client/ctl/commands.h"
#include "client/ctl/show.h"

#include <charconv>

namespace escale::client::ctl {
namespace {

Error noConflictOn(const std::string& path) {
    return fail(Errc::notFound, path + " : il n’y a pas deux réponses à cette question");
}

} // namespace

Result<Outcome> listConflicts(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(summaries, device.session->list());
    const std::string wanted = arguments.option("dossier");
    json::array all;
    for (const DossierSummary& summary : summaries) {
        if (!summary.openable || (!wanted.empty() && summary.id.str() != wanted))
            continue;
        ESCALE_TRY_ASSIGN(dossier, device.session->read(summary.id));
        for (json::value& conflict : showConflicts(dossier)) {
            conflict.as_object()["dossier"] = summary.id.str();
            all.push_back(std::move(conflict));
        }
    }
    return Outcome{{{"conflits", std::move(all)}}, {}};
}

Result<Outcome> showConflict(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const Dossier& dossier = device.session->dossier();
    const std::string path = arguments.option("chemin");
    for (json::value& conflict : showConflicts(dossier)) {
        auto& object = conflict.as_object();
        if (object["chemin"].as_string() != path)
            continue;
        object["dossier"] = dossier.id.str();
        return Outcome{std::move(object), {}};
    }
    return noConflictOn(path);
}

Result<Outcome> closeConflict(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const std::string path = arguments.option("chemin");
    const Conflict* conflict = device.session->dossier().conflictOn(path);
    if (conflict == nullptr)
        return noConflictOn(path);
    const std::string place = arguments.option("garder");
    std::size_t index = 0;
    const auto read = std::from_chars(place.data(), place.data() + place.size(), index);
    if (read.ec != std::errc() || read.ptr != place.data() + place.size() ||
        index >= conflict->candidates.size())
        return fail(Errc::invalidArgument, "--garder : place d’une des « valeurs », à partir de 0");
    const Value value = conflict->candidates[index].value;
    ESCALE_TRY(device.session->settle(path, value, arguments.option("raison")));
    return Outcome{{{"dossier", device.session->dossier().id.str()},
                    {"chemin", path},
                    {"valeur", toJson(value)}},
                   {}};
}

} // namespace escale::client::ctl
