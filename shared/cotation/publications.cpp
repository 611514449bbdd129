// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/publications.h"

#include "shared/base/json.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/program.h"

#include <algorithm>
#include <array>

namespace escale::data {
extern const std::string_view kPublications;
}

namespace escale::cotation {
namespace {

constexpr std::array<std::string_view, 3> kStates{"publie", "partiel", "non_publie"};

Result<Publication> readOne(const json::value& value) {
    const json::object* object = value.if_object();
    if (!object)
        return fail(Errc::malformed, "un territoire est un objet");
    Publication one;
    ESCALE_TRY_ASSIGN(title, jsonString(*object, "nom"));
    ESCALE_TRY_ASSIGN(state, jsonString(*object, "etat"));
    ESCALE_TRY_ASSIGN(source, jsonString(*object, "source"));
    const auto* at = std::find(kStates.begin(), kStates.end(), state);
    if (at == kStates.end())
        return fail(Errc::malformed, title + " : etat inconnu");
    one.state = static_cast<Published>(at - kStates.begin());
    one.name = std::move(title);
    one.source = std::move(source);
    one.siren = jsonStringOr(*object, "siren");
    one.bareme = jsonStringOr(*object, "bareme");
    if ((one.state == Published::not_yet) != one.bareme.empty() ||
        (!one.bareme.empty() && builtinBareme(one.bareme).empty()))
        return fail(Errc::malformed, one.name + " : le barème ne va pas avec l’état");
    return one;
}

} // namespace

std::string_view name(Published state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::string Publication::sentence() const {
    switch (state) {
    case Published::whole:
        return name + " a publié ses points.";
    case Published::partly:
        return name + " n’a publié qu’une partie de ses points. Votre vraie note peut être plus "
                      "haute.";
    case Published::not_yet:
        return name + " n’a pas publié ses points. Demandez à un conseiller.";
    }
    return {};
}

Result<std::vector<Publication>> loadPublications(std::string_view text) {
    ESCALE_TRY_ASSIGN(value, parseJson(text));
    const json::object* root = value.if_object();
    if (!root || jsonStringOr(*root, "format") != "escale-publications/1")
        return fail(Errc::malformed, "format escale-publications/1 attendu");
    ESCALE_TRY_ASSIGN(list, jsonArray(*root, "territoires"));
    std::vector<Publication> all;
    for (const json::value& item : *list) {
        ESCALE_TRY_ASSIGN(one, readOne(item));
        all.push_back(std::move(one));
    }
    return all;
}

const std::vector<Publication>& publications() {
    static const std::vector<Publication> kAll = loadPublications(data::kPublications).value();
    return kAll;
}

const Publication* publicationOf(std::string_view siren) {
    const auto& all = publications();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Publication& one) {
        return !siren.empty() && one.siren == siren;
    });
    return at == all.end() ? nullptr : &*at;
}

const Bareme* baremeCovering(Commune commune) {
    static const std::vector<Bareme> kAll = [] {
        std::vector<Bareme> all;
        for (const std::string_view id : builtinBaremes())
            all.push_back(loadBareme(builtinBareme(id)).value());
        return all;
    }();
    for (const Bareme& bareme : kAll) {
        const auto& territory = bareme.program()->territory;
        if (std::binary_search(territory.begin(), territory.end(), commune.packed()))
            return &bareme;
    }
    return nullptr;
}

} // namespace escale::cotation
