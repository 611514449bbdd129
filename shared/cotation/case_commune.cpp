// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/case_commune.h"

#include "shared/dossier/communes.h"
#include "shared/dossier/text.h"

#include <functional>

namespace escale::cotation {
namespace {

/// A code of its own for a name that no commune has: INSEE gives none that starts with Z.
Commune nobodys(const std::string& folded) {
    constexpr std::int64_t kLast = 36LL * 36 * 36 * 36;
    const auto hash = static_cast<std::int64_t>(std::hash<std::string>{}(folded) % kLast);
    return Commune::fromPacked(35 * kLast + hash);
}

} // namespace

NamedCommune communeNamed(std::string_view text, const Bareme& bareme) {
    if (text.empty())
        return {};
    if (const Commune code(text); !code.empty() && text.find_first_of("0123456789") < text.size())
        return {code, true};
    const std::string folded = foldName(text);
    for (const std::string& insee : bareme.communes())
        if (foldName(bareme.communeName(insee)) == folded)
            return {Commune(insee), true};
    if (const auto elsewhere = escale::communesNamed(text); !elsewhere.empty())
        return {Commune(elsewhere.front()->insee), true};
    return {nobodys(folded), false};
}

} // namespace escale::cotation
