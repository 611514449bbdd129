// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/territory.h"

#include "shared/base/json.h"

namespace escale::data {
extern const std::string_view kTerritoireRoissy;
}

namespace escale::cotation {

namespace {

constexpr std::int64_t kMaxWaitMonths = 600;

} // namespace

Result<Territory> loadTerritory(std::string_view text) {
    ESCALE_TRY_ASSIGN(json, parseJson(text));
    const auto* object = json.if_object();
    if (!object || jsonStringOr(*object, "format") != "escale-territoire/1")
        return fail(Errc::malformed, "format escale-territoire/1 attendu");
    Territory territory;
    ESCALE_TRY_ASSIGN(name, jsonString(*object, "nom"));
    ESCALE_TRY_ASSIGN(siren, jsonString(*object, "siren"));
    ESCALE_TRY_ASSIGN(months, jsonInt(*object, "attente_mois"));
    ESCALE_TRY_ASSIGN(year, jsonInt(*object, "attente_annee"));
    ESCALE_TRY_ASSIGN(source, jsonString(*object, "source"));
    if (months < 1 || months > kMaxWaitMonths || year < 2000 || year > 2200)
        return fail(Errc::malformed, "attente_mois ou attente_annee hors limites");
    territory.name = std::move(name);
    territory.siren = std::move(siren);
    territory.waitMonths = static_cast<int>(months);
    territory.waitYear = static_cast<int>(year);
    territory.source = std::move(source);
    return territory;
}

const Territory& roissyTerritory() {
    static const Territory kTerritory = loadTerritory(data::kTerritoireRoissy).value();
    return kTerritory;
}

} // namespace escale::cotation
