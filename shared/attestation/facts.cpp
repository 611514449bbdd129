// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/attestation/attestation.h"

#include "shared/base/json.h"

namespace escale {
namespace {

constexpr std::size_t kMaxFactsBytes = 1U << 20;
constexpr std::int64_t kMaxDelayMonths = 240;

Result<void> readBailleurs(const json::object& object, AttestationFacts& facts) {
    for (const auto& [insee, value] : object) {
        if (!value.is_array())
            return fail(Errc::malformed, "attestation.json : bailleurs");
        std::vector<std::string> names;
        for (const json::value& name : value.as_array()) {
            if (!name.is_string())
                return fail(Errc::malformed, "attestation.json : bailleurs");
            names.emplace_back(name.as_string());
        }
        facts.bailleurs[insee] = std::move(names);
    }
    return {};
}

Result<void> readCommissions(const json::object& object, AttestationFacts& facts) {
    for (const auto& [department, value] : object) {
        if (!value.is_object())
            return fail(Errc::malformed, "attestation.json : commissions");
        auto& commission = facts.commissions[department];
        const std::int64_t delay =
            jsonIntOr(value.as_object(), "delai_mois", commission.delayMonths);
        if (delay < 0 || delay > kMaxDelayMonths)
            return fail(Errc::malformed, "attestation.json : delai_mois");
        commission.delayMonths = static_cast<int>(delay);
        commission.address = jsonStringOr(value.as_object(), "adresse", commission.address);
    }
    return {};
}

} // namespace

AttestationFacts knownFacts() {
    AttestationFacts facts;
    facts.commissions["95"].delayMonths = 36; // PPGDID of Roissy Pays de France, 2023-2029
    facts.commissions["77"].delayMonths = 36;
    facts.commissions["42"].delayMonths = 15; // PPGDLSID of Saint-Étienne Métropole
    return facts;
}

Result<AttestationFacts> readFacts(std::string_view text, AttestationFacts known) {
    ESCALE_TRY_ASSIGN(parsed, parseJson(text, kMaxFactsBytes));
    const auto* object = parsed.if_object();
    if (!object)
        return fail(Errc::malformed, "attestation.json illisible");
    if (object->contains("guichet")) {
        ESCALE_TRY_ASSIGN(guichet, jsonObject(*object, "guichet"));
        known.guichetName = jsonStringOr(*guichet, "nom");
        known.guichetAddress = jsonStringOr(*guichet, "adresse");
    }
    if (object->contains("bailleurs")) {
        ESCALE_TRY_ASSIGN(bailleurs, jsonObject(*object, "bailleurs"));
        ESCALE_TRY(readBailleurs(*bailleurs, known));
    }
    if (object->contains("commissions")) {
        ESCALE_TRY_ASSIGN(commissions, jsonObject(*object, "commissions"));
        ESCALE_TRY(readCommissions(*commissions, known));
    }
    return known;
}

} // namespace escale
