// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/parse_text.h"

#include "shared/dossier/check.h"
#include "shared/dossier/communes.h"
#include "shared/dossier/text.h"

#include <algorithm>
#include <charconv>

namespace escale {
namespace {

constexpr std::size_t kPhoneDigits = 10;
constexpr std::size_t kNirCharacters = 15;

Error refused(std::string key) {
    return fail(Errc::invalidArgument, std::move(key));
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// `typed` without spaces of any kind and without the ASCII characters of `dropped`.
std::string without(std::string_view typed, std::u32string_view dropped) {
    constexpr std::u32string_view kSpaces = U" \t\u00A0\u202F\u2009";
    std::string kept;
    for (const char32_t c : decodeUtf8(typed).value_or(std::u32string(1, U'?'))) {
        if (kSpaces.find(c) != std::u32string_view::npos ||
            dropped.find(c) != std::u32string_view::npos)
            continue;
        kept += c < 0x80 ? static_cast<char>(c) : '?';
    }
    return kept;
}

Error wrongLength(const char* what, std::size_t length, std::size_t wanted) {
    const bool tooShort = length < wanted;
    return refused(std::string("erreur.") + what + (tooShort ? ".court:" : ".long:") +
                   std::to_string(tooShort ? wanted - length : length - wanted));
}

Result<std::int64_t> parseDigits(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!allDigits(digits) || error != std::errc{} || end != digits.data() + digits.size())
        return refused("erreur.nombre");
    return number;
}

} // namespace

Result<std::string> parsePhone(std::string_view typed) {
    std::string digits = without(typed, U".-/()_");
    if (digits.starts_with("00"))
        digits.replace(0, 2, "+");
    if (digits.starts_with("+33")) {
        digits.erase(0, 3);
        if (!digits.starts_with('0'))
            digits.insert(0, 1, '0');
    }
    if (digits.starts_with('+')) {
        if (!isPhone(digits))
            return refused("erreur.telephone");
        return digits;
    }
    if (!allDigits(digits))
        return refused("erreur.telephone.signes");
    if (digits.size() != kPhoneDigits)
        return wrongLength("telephone", digits.size(), kPhoneDigits);
    if (!isPhone(digits))
        return refused("erreur.telephone.debut");
    return digits;
}

Result<std::string> parseNir(std::string_view typed) {
    std::string nir = without(typed, U".-");
    std::transform(nir.begin(), nir.end(), nir.begin(), [](char c) {
        return c == 'a' ? 'A' : c == 'b' ? 'B' : c;
    });
    const auto isSign = [](char c) { return isDigit(c) || c == 'A' || c == 'B'; };
    if (!std::all_of(nir.begin(), nir.end(), isSign))
        return refused("erreur.nir.signes");
    if (nir.size() != kNirCharacters)
        return wrongLength("nir", nir.size(), kNirCharacters);
    if (!isValidNir(nir))
        return refused("erreur.nir.cle");
    return nir;
}

Result<std::int64_t> parseAmount(std::string_view typed) {
    std::string text = without(typed, U"\u20AC");
    const auto comma = text.find(',');
    std::string cents = comma == std::string::npos ? "" : text.substr(comma + 1);
    std::string euros = text.substr(0, comma);
    for (auto dot = euros.rfind('.'); dot != std::string::npos; dot = euros.rfind('.')) {
        const std::string after = euros.substr(dot + 1);
        if (after.size() == 3) {
            euros.erase(dot, 1);
        } else if (cents.empty() && comma == std::string::npos && after.size() <= 2) {
            cents = after;
            euros.erase(dot);
        } else {
            return refused("erreur.nombre");
        }
    }
    if (cents.size() > 2 || !(cents.empty() || allDigits(cents)))
        return refused("erreur.nombre");
    return parseDigits(euros);
}

Result<std::int64_t> parseNumber(std::string_view typed) {
    return parseDigits(without(typed, {}));
}

std::string parseGroups(std::string_view typed) {
    return without(typed, U".-");
}

Result<std::string> parsePostcode(std::string_view typed) {
    std::string digits = without(typed, {});
    if (digits.size() != 5 || !allDigits(digits))
        return refused("erreur.code_postal");
    return digits;
}

Result<std::string> parseCommune(std::string_view typed) {
    if (isCommuneCode(typed))
        return std::string(typed);
    const auto named = communesNamed(typed);
    if (named.empty())
        return refused("erreur.commune.inconnue");
    if (named.size() > 1)
        return refused("erreur.commune.plusieurs");
    return named.front()->insee;
}

std::vector<std::string> parseParts(std::string_view typed) {
    std::vector<std::string> parts;
    while (!typed.empty()) {
        const auto comma = std::min(typed.find(','), typed.size());
        std::string part = trimmed(typed.substr(0, comma));
        if (!part.empty())
            parts.push_back(std::move(part));
        typed.remove_prefix(std::min(comma + 1, typed.size()));
    }
    return parts;
}

} // namespace escale
