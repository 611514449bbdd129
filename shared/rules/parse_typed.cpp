// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/text.h"
#include "shared/rules/parse_text.h"
#include "shared/rules/rules.h"

#include <algorithm>

namespace escale {
namespace {

Error refused(const char* key) {
    return fail(Errc::invalidArgument, key);
}

Result<Value> toValue(Result<std::string> text) {
    if (!text)
        return text.error();
    return Value(std::move(*text));
}

Result<Value> toValue(Result<std::int64_t> number) {
    if (!number)
        return number.error();
    return Value(*number);
}

Result<Value> parseDate(const FieldSpec& field, std::string_view typed, const Date& today) {
    const auto date = parseTypedDate(typed, today);
    if (!date)
        return refused("erreur.date");
    if (field.past && *date > today)
        return refused("erreur.date.future");
    return Value(date->iso());
}

Result<Value> parseYesNo(std::string_view typed) {
    if (typed == "oui")
        return Value(true);
    if (typed == "non")
        return Value(false);
    return refused("erreur.oui_non");
}

Value parseSet(std::string_view typed) {
    TextList codes = parseParts(typed);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

/// A text of fixed length is a number that people write in groups: "1110 1241 …".
Value parsePlain(const FieldSpec& field, const std::string& typed) {
    if (field.min == 0 || field.min != field.max)
        return typed;
    if (field.luhn)
        return parseGroups(typed);
    std::string compact;
    for (const char c : typed)
        if (c != ' ')
            compact += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return compact;
}

Result<Value> parseByType(const FieldSpec& field, const std::string& typed, const Date& today) {
    switch (field.type) {
    case FieldType::integer:
        return toValue(parseNumber(typed));
    case FieldType::amount:
        return toValue(parseAmount(typed));
    case FieldType::date:
        return parseDate(field, typed, today);
    case FieldType::boolean:
        return parseYesNo(typed);
    case FieldType::codes:
        return parseSet(typed);
    case FieldType::list:
        return Value(TextList(parseParts(typed)));
    case FieldType::phone:
        return toValue(parsePhone(typed));
    case FieldType::nir:
        return toValue(parseNir(typed));
    case FieldType::commune:
        return toValue(parseCommune(typed));
    case FieldType::postcode:
        return toValue(parsePostcode(typed));
    case FieldType::text:
        return parsePlain(field, typed);
    case FieldType::longText:
    case FieldType::code:
    case FieldType::email:
        break;
    }
    return Value(typed);
}

} // namespace

Result<Value> parseTyped(const FieldSpec& field, std::string_view typed, const Date& today,
                         const Catalogue& catalogue) {
    const std::string text = trimmed(typed);
    Value value;
    if (text == "ne_sait_pas") {
        value = Marker::doNotKnow;
    } else if (text == "n_en_a_pas") {
        value = Marker::none;
    } else if (!text.empty()) {
        ESCALE_TRY_ASSIGN(parsed, parseByType(field, text, today));
        value = std::move(parsed);
    }
    ESCALE_TRY(checkValue(field, value, catalogue));
    return value;
}

} // namespace escale
