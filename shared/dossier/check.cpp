// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/check.h"

#include "shared/dossier/text.h"

#include <algorithm>

namespace escale {
namespace {

constexpr std::int64_t kMaxNumber = 10'000'000;
constexpr std::size_t kMaxEmailBytes = 254; // RFC 5321, §4.5.3.1
/// The offices of La Poste have more SIRET than the usual key allows.
constexpr std::string_view kLaPoste = "356000000";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

Error refused(std::string key) {
    return fail(Errc::invalidArgument, std::move(key));
}

/// Digits of a fixed number, then their key.
Result<void> checkDigits(const FieldSpec& field, const std::string& text) {
    if (!allDigits(text))
        return refused("erreur.chiffres.signes");
    const auto length = static_cast<std::int64_t>(text.size());
    if (length < field.min)
        return refused("erreur.chiffres.court:" + std::to_string(field.min - length));
    if (length > field.max)
        return refused("erreur.chiffres.long:" + std::to_string(length - field.max));
    if (!hasLuhnKey(text))
        return refused("erreur.chiffres.cle");
    return {};
}

Result<void> checkText(const FieldSpec& field, const std::string& text) {
    if (text.size() > kMaxTextBytes)
        return fail(Errc::tooLarge, "erreur.texte.trop_long");
    const auto points = decodeUtf8(text);
    if (!points)
        return refused("erreur.texte.signes");
    const bool lines = field.type == FieldType::longText;
    const auto isForbidden = [lines](char32_t c) { return isControl(c) && !(lines && c == '\n'); };
    if (std::any_of(points->begin(), points->end(), isForbidden))
        return refused("erreur.texte.signes");
    if (trimmed(text) != text)
        return refused("erreur.texte.signes");
    if (field.luhn)
        return checkDigits(field, text);
    const auto length = static_cast<std::int64_t>(points->size());
    if (length < std::max<std::int64_t>(field.min, 1))
        return refused("erreur.texte.court");
    if (field.max > 0 && length > field.max)
        return refused("erreur.texte.long:" + std::to_string(field.max));
    if (field.personName && !isPersonName(text))
        return refused("erreur.nom");
    return {};
}

Result<void> checkNumber(const FieldSpec& field, std::int64_t number) {
    if (number < field.min)
        return refused("erreur.nombre.petit:" + std::to_string(field.min));
    const std::int64_t max = field.max > 0 ? field.max : kMaxNumber;
    if (number > max)
        return refused("erreur.nombre.grand:" + std::to_string(max));
    return {};
}

Result<void> checkCodes(const FieldSpec& field, const TextList& codes, const Catalogue& catalogue) {
    if (codes.empty())
        return refused("erreur.choix");
    if (std::adjacent_find(codes.begin(), codes.end(), std::greater_equal<>()) != codes.end())
        return refused("erreur.choix"); // sorted, without doubles
    for (const std::string& code : codes)
        if (!catalogue.findCode(field.codeList, code))
            return refused("erreur.choix");
    return {};
}

Result<void> checkList(const TextList& list) {
    if (list.size() > kMaxListEntries)
        return fail(Errc::tooLarge, "erreur.liste.longue");
    for (const std::string& text : list) {
        const auto points = decodeUtf8(text);
        if (text.size() > kMaxListTextBytes || !points ||
            std::any_of(points->begin(), points->end(), isControl))
            return refused("erreur.texte.signes");
    }
    return {};
}

Result<void> checkPhone(const std::string& phone) {
    if (isPhone(phone))
        return {};
    return refused("erreur.telephone");
}

Result<void> require(bool holds, const char* key) {
    if (holds)
        return {};
    return refused(key);
}

/// Types whose values are texts.
Result<void> checkTyped(const FieldSpec& field, const std::string& text,
                        const Catalogue& catalogue) {
    switch (field.type) {
    case FieldType::text:
    case FieldType::longText:
        return checkText(field, text);
    case FieldType::date:
        return require(parseIsoDate(text).has_value(), "erreur.date");
    case FieldType::code:
        return require(catalogue.findCode(field.codeList, text) != nullptr, "erreur.choix");
    case FieldType::phone:
        return checkPhone(text);
    case FieldType::email:
        return require(isEmail(text), "erreur.courriel");
    case FieldType::nir:
        return require(isValidNir(text), "erreur.nir.cle");
    case FieldType::commune:
        return require(isCommuneCode(text), "erreur.commune.inconnue");
    case FieldType::postcode:
        return require(text.size() == 5 && allDigits(text), "erreur.code_postal");
    default:
        return refused("erreur.type");
    }
}

Result<void> checkMarker(const FieldSpec& field, Marker marker) {
    const bool allowed = marker == Marker::doNotKnow ? field.allowDoNotKnow : field.allowNone;
    return require(allowed, "erreur.reponse");
}

} // namespace

bool isValidNir(std::string_view nir) {
    if (nir.size() != 15)
        return false;
    std::string digits(nir);
    const std::string_view departement = nir.substr(5, 2);
    if (departement == "2A")
        digits.replace(5, 2, "19");
    else if (departement == "2B")
        digits.replace(5, 2, "18");
    if (!allDigits(digits) || digits[0] == '0')
        return false;
    const std::int64_t number = std::stoll(digits.substr(0, 13));
    return std::stoll(digits.substr(13)) == 97 - number % 97;
}

bool hasLuhnKey(std::string_view digits) {
    if (digits.empty() || !allDigits(digits))
        return false;
    int sum = 0;
    int plain = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int doubled = i % 2 == 1 ? 2 * digit : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
        plain += digit;
    }
    return sum % 10 == 0 || (digits.starts_with(kLaPoste) && digits.size() == 14 && plain % 5 == 0);
}

bool isCommuneCode(std::string_view code) {
    if (code.size() != 5 || !allDigits(code.substr(2)))
        return false;
    const std::string_view departement = code.substr(0, 2);
    return departement == "2A" || departement == "2B" ||
           (allDigits(departement) && departement != "00");
}

bool isPhone(std::string_view phone) {
    if (phone.starts_with('+'))
        return phone.size() >= 9 && phone.size() <= 16 && allDigits(phone.substr(1)) &&
               phone[1] != '0';
    return phone.size() == 10 && phone[0] == '0' && phone[1] != '0' && allDigits(phone);
}

bool isEmail(std::string_view email) {
    const auto at = email.find('@');
    if (at == std::string_view::npos || at == 0 || email.size() > kMaxEmailBytes)
        return false;
    const std::string_view domain = email.substr(at + 1);
    const auto dot = domain.rfind('.');
    const auto points = decodeUtf8(email);
    return domain.find('@') == std::string_view::npos && dot != std::string_view::npos &&
           dot != 0 && dot + 1 < domain.size() && points &&
           std::none_of(points->begin(), points->end(),
                        [](char32_t c) { return c == ' ' || c == 0xA0 || isControl(c); });
}

bool isPersonName(std::string_view name) {
    const auto points = decodeUtf8(name);
    if (!points || std::none_of(points->begin(), points->end(), isLetter))
        return false;
    constexpr std::u32string_view kAllowed = U" '-\u2019\u02BC\u2010\u2011\u00A0\u200C\u200D";
    return std::all_of(points->begin(), points->end(), [&](char32_t c) {
        return isLetter(c) || kAllowed.find(c) != std::u32string_view::npos;
    });
}

Result<void> checkValue(const FieldSpec& field, const Value& value, const Catalogue& catalogue) {
    if (isEmpty(value))
        return {};
    if (const auto* marker = std::get_if<Marker>(&value))
        return checkMarker(field, *marker);
    if (std::holds_alternative<bool>(value))
        return require(field.type == FieldType::boolean, "erreur.type");
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const bool fits = field.type == FieldType::integer || field.type == FieldType::amount;
        ESCALE_TRY(require(fits, "erreur.type"));
        return checkNumber(field, *number);
    }
    if (const auto* list = std::get_if<TextList>(&value)) {
        if (field.type == FieldType::codes)
            return checkCodes(field, *list, catalogue);
        ESCALE_TRY(require(field.type == FieldType::list, "erreur.type"));
        return checkList(*list);
    }
    return checkTyped(field, std::get<std::string>(value), catalogue);
}

} // namespace escale
