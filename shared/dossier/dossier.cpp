// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/dossier.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

namespace escale {
namespace {

constexpr std::array<std::pair<DossierStage, std::string_view>, 6> kStages{{
    {DossierStage::draft, "en_cours"},
    {DossierStage::deposited, "deposee"},
    {DossierStage::toDecide, "a_decider"},
    {DossierStage::toCorrect, "a_corriger"},
    {DossierStage::forwarding, "en_transmission"},
    {DossierStage::registered, "enregistree"},
}};

} // namespace

std::string_view stageName(DossierStage stage) {
    for (const auto& [known, name] : kStages)
        if (known == stage)
            return name;
    return kStages.front().second;
}

Result<DossierStage> stageFromName(std::string_view name) {
    for (const auto& [stage, known] : kStages)
        if (known == name)
            return stage;
    return fail(Errc::malformed, "étape inconnue");
}

bool Dossier::operator==(const Dossier& other) const {
    return id == other.id && revision == other.revision && fields == other.fields &&
           conflicts == other.conflicts && parallel == other.parallel && stage == other.stage &&
           numeroUnique == other.numeroUnique && receivedOn == other.receivedOn &&
           tasks == other.tasks && pieces == other.pieces && places == other.places;
}

Value Dossier::answer(const std::string& path) const {
    const auto field = fields.find(path);
    return field == fields.end() ? Value() : field->second.value;
}

std::vector<std::string> Dossier::items(const std::string& collection) const {
    const std::string prefix = collection + '[';
    std::set<std::string> present;
    std::set<std::string> removed;
    for (auto it = fields.lower_bound(prefix); it != fields.end(); ++it) {
        const auto& [path, state] = *it;
        if (!path.starts_with(prefix))
            break;
        const auto close = path.find(']');
        std::string item = path.substr(prefix.size(), close - prefix.size());
        if (close + 1 == path.size() && state.value == Value(false))
            removed.insert(std::move(item));
        else if (!isEmpty(state.value))
            present.insert(std::move(item));
    }
    std::vector<std::pair<std::int64_t, std::string>> ranked;
    for (const std::string& item : present) {
        if (removed.contains(item))
            continue;
        const Value rank = answer(prefix + item + "].rang");
        const auto* number = std::get_if<std::int64_t>(&rank);
        ranked.emplace_back(number ? *number : std::numeric_limits<std::int64_t>::max(), item);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> ids;
    ids.reserve(ranked.size());
    for (auto& [rank, item] : ranked)
        ids.push_back(std::move(item));
    return ids;
}

const Conflict* Dossier::conflictOn(const std::string& path) const {
    const auto it = std::find_if(conflicts.begin(), conflicts.end(),
                                 [&](const Conflict& conflict) { return conflict.path == path; });
    return it == conflicts.end() ? nullptr : &*it;
}

const DevicePlace* Dossier::placeOf(const DeviceId& device) const {
    const auto it = std::find_if(places.begin(), places.end(),
                                 [&](const DevicePlace& place) { return place.device == device; });
    return it == places.end() ? nullptr : &*it;
}

std::string referenceOf(const Dossier& dossier) {
    return textOf(dossier.answer("reference"));
}

} // namespace escale
