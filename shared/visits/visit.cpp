// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/visits/visit.h"

#include "shared/base/json.h"
#include "shared/dossier/communes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace escale {

namespace data {
extern const std::string_view visites;
}

namespace {

constexpr int kLongestMinutes = 600;

struct Lists {
    std::map<std::string, std::vector<VisitChoice>, std::less<>> byName;
    std::vector<std::string> names;
    std::vector<int> minutes;
};

/// The data are built in and tested: a fault in them is ours, and stops the program at once.
Lists readLists() {
    const json::value whole = parseJson(data::visites).value();
    Lists lists;
    for (const auto& [name, entries] : whole.at("listes").as_object()) {
        lists.names.emplace_back(name);
        auto& choices = lists.byName[std::string(name)];
        for (const json::value& entry : entries.as_array())
            choices.push_back({std::string(entry.at("code").as_string()),
                               std::string(entry.at("picto").as_string())});
    }
    for (const json::value& minutes : whole.at("minutes").as_array())
        lists.minutes.push_back(static_cast<int>(minutes.as_int64()));
    return lists;
}

const Lists& lists() {
    static const Lists kLists = readLists();
    return kLists;
}

bool isOf(std::string_view list, const std::string& code) {
    const auto* choices = visitList(list);
    return choices != nullptr &&
           std::any_of(choices->begin(), choices->end(),
                       [&](const VisitChoice& choice) { return choice.code == code; });
}

Result<void> checkCodes(std::string_view list, const std::vector<std::string>& codes) {
    for (const std::string& code : codes) {
        if (!isOf(list, code))
            return fail(Errc::invalidArgument,
                        std::string(list) + " : « " + code + " » n’est pas de la liste");
    }
    return {};
}

json::array arrayOf(const std::vector<std::string>& codes) {
    return json::array(codes.begin(), codes.end());
}

Result<std::vector<std::string>> codesIn(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    std::vector<std::string> codes;
    for (const json::value& code : *array) {
        if (!code.is_string())
            return fail(Errc::malformed, "membre « " + std::string(member) + " »");
        codes.emplace_back(code.get_string());
    }
    return codes;
}

} // namespace

const std::vector<VisitChoice>* visitList(std::string_view name) {
    const auto found = lists().byName.find(name);
    return found == lists().byName.end() ? nullptr : &found->second;
}

const std::vector<std::string>& visitLists() {
    return lists().names;
}

const std::vector<int>& visitDurations() {
    return lists().minutes;
}

Result<void> checkVisit(const Visit& visit) {
    if (visit.asked.empty())
        return fail(Errc::invalidArgument, "venu_pour : il faut une réponse");
    ESCALE_TRY(checkCodes("venu_pour", visit.asked));
    ESCALE_TRY(checkCodes("explique", visit.explained));
    ESCALE_TRY(checkCodes("oriente", visit.sentTo));
    ESCALE_TRY(checkCodes("menage", visit.household));
    if (!visit.language.empty() && !isOf("langue_visite", visit.language))
        return fail(Errc::invalidArgument, "langue_visite : ce n’est pas de la liste");
    if (!visit.commune.empty() && findCommune(visit.commune) == nullptr)
        return fail(Errc::invalidArgument, "commune : « " + visit.commune + " » n’existe pas");
    if (visit.minutes < 0 || visit.minutes > kLongestMinutes)
        return fail(Errc::invalidArgument, "minutes : de 0 à 600");
    return {};
}

std::string encodeVisit(const Visit& visit) {
    return json::serialize(json::object{{"id", visit.id.str()},
                                        {"le", visit.atMs},
                                        {"venu_pour", arrayOf(visit.asked)},
                                        {"explique", arrayOf(visit.explained)},
                                        {"oriente", arrayOf(visit.sentTo)},
                                        {"menage", arrayOf(visit.household)},
                                        {"commune", visit.commune},
                                        {"langue", visit.language},
                                        {"minutes", visit.minutes}});
}

Result<Visit> decodeVisit(std::string_view text) {
    ESCALE_TRY_ASSIGN(value, parseJson(text));
    if (!value.is_object())
        return fail(Errc::malformed, "une visite est un objet");
    const json::object& object = value.get_object();
    Visit visit;
    ESCALE_TRY_ASSIGN(id, jsonString(object, "id"));
    ESCALE_TRY_ASSIGN(parsed, parseId<VisitId>(id));
    visit.id = parsed;
    ESCALE_TRY_ASSIGN(atMs, jsonInt(object, "le"));
    visit.atMs = atMs;
    for (const auto& [member, codes] :
         {std::pair{"venu_pour", &visit.asked}, std::pair{"explique", &visit.explained},
          std::pair{"oriente", &visit.sentTo}, std::pair{"menage", &visit.household}}) {
        ESCALE_TRY_ASSIGN(read, codesIn(object, member));
        *codes = std::move(read);
    }
    visit.commune = jsonStringOr(object, "commune");
    visit.language = jsonStringOr(object, "langue");
    visit.minutes = static_cast<int>(jsonIntOr(object, "minutes", 0));
    return visit;
}

} // namespace escale
