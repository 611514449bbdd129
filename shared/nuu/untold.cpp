// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/untold.h"

#include "shared/nuu/field_codec.h"
#include "shared/nuu/nuu_completion.h"
#include "shared/rules/rules.h"

#include <algorithm>
#include <array>

namespace escale::sne {
namespace {

/// The mapper writes them in the header.
constexpr std::array<std::string_view, 2> kHeader{"demande.nature", "demande.numero_unique"};
/// The lists of the demande say them.
constexpr std::array<std::string_view, 5> kImplied{"foyer.conjoint", "foyer.personnes_a_charge",
                                                   "foyer.autres_enfants", "naissances.attendues",
                                                   "demandeur.postale.differente"};
/// Facts that go as the reason that covers them.
constexpr std::array<std::string_view, 5> kAsReason{
    "logement_actuel.non_decent", "logement_actuel.indigne", "situation.expulsion",
    "situation.violences", "situation.divorce"};
constexpr std::array<std::string_view, 6> kOurs{
    "reference", "depot.", "pieces[", "accompagnements[", "verifications[", "aidant.present"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view id) {
    return std::ranges::find(list, id) != list.end();
}

bool isOurs(std::string_view path) {
    return path.ends_with(".rang") || std::ranges::any_of(kOurs, [&](std::string_view start) {
               return path.starts_with(start);
           });
}

/// True when one code at least has no equivalent there.
bool lacksCode(const FieldSpec& field, const Value& value, const Catalogue& catalogue) {
    const auto lacks = [&](const std::string& code) {
        const CodeEntry* entry = catalogue.findCode(field.codeList, code);
        return !entry || entry->sneCode.empty();
    };
    if (const auto* codes = std::get_if<TextList>(&value))
        return std::ranges::any_of(*codes, lacks);
    return field.type == FieldType::code && lacks(textOf(value));
}

std::string reasonOf(const FieldSpec& field, const std::string& path, const Value& value,
                     const Catalogue& catalogue) {
    if (isOurs(path))
        return "ici";
    if (has(kImplied, field.id) || field.id.ends_with("ressources.natures"))
        return "implicite";
    if (has(kHeader, field.id) || (has(kAsReason, field.id) && value == Value(true)))
        return {};
    if (field.sneElement.empty() && !field.sneCode.empty())
        return {}; // of a dependant: goes in a sum
    if (!isTold(field))
        return "sans_element";
    return lacksCode(field, value, catalogue) ? "sans_code" : std::string();
}

} // namespace

std::vector<Untold> untoldAnswers(const Dossier& dossier, const Catalogue& catalogue,
                                  const Date& today) {
    std::vector<Untold> untold;
    const auto asked = visibleFields(dossier, catalogue, today);
    const auto told = toldFields(asked);
    for (const std::string& path : asked) {
        const auto parsed = parsePath(path);
        const FieldSpec* field = parsed ? catalogue.find(*parsed) : nullptr;
        const Value value = dossier.answer(path);
        if (!field || isEmpty(value) || std::holds_alternative<Marker>(value))
            continue;
        std::string reason = std::ranges::find(told, path) == told.end()
                                 ? "une_adresse"
                                 : reasonOf(*field, path, value, catalogue);
        if (!reason.empty())
            untold.push_back({path, std::move(reason)});
    }
    return untold;
}

} // namespace escale::sne
