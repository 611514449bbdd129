// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/income.h"

#include "shared/dossier/catalogue.h"
#include "shared/rules/rules.h"

namespace escale::cotation {
namespace {

bool isNatures(const FieldSpec& field) {
    return field.id.ends_with(".ressources.natures");
}

bool isReceived(const FieldSpec& field) {
    return field.type == FieldType::amount && field.id.find(".ressources.") != std::string::npos;
}

} // namespace

std::optional<std::int64_t> monthlyIncome(const Dossier& dossier, const Date& today) {
    std::int64_t total = 0;
    for (const std::string& path : visibleFields(dossier, catalogue(), today)) {
        const auto parsed = parsePath(path);
        const FieldSpec* field = parsed ? catalogue().find(*parsed) : nullptr;
        if (!field)
            continue;
        const Value value = dossier.answer(path);
        if (isNatures(*field) && (isEmpty(value) || value == Value(Marker::doNotKnow)))
            return std::nullopt;
        if (!isReceived(*field))
            continue;
        const auto* amount = std::get_if<std::int64_t>(&value);
        if (!amount)
            return std::nullopt;
        total += *amount;
    }
    return total;
}

} // namespace escale::cotation
