// SPDX-License-Identifier: GPL-3.0-or-later
// A quick visit at a permanence: somebody asked something and left with an answer. No name, no
// birth date, no free text: only codes. It feeds the yearly bilan of the reception service (plan
// partenarial de gestion de la demande, « bilan annuel du fonctionnement du SIAD »).
#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

using VisitId = Id<struct VisitTag>;

struct Visit {
    VisitId id;
    std::int64_t atMs = 0;              // when it was written down
    std::vector<std::string> asked;     // codes of the list "venu_pour"
    std::vector<std::string> explained; // "explique"
    std::vector<std::string> sentTo;    // "oriente"
    std::vector<std::string> household; // "menage"
    std::string commune;                // INSEE, of residence; empty: not said
    std::string language;               // "langue_visite"; empty: not said
    int minutes = 0;                    // 0: not said
    bool operator==(const Visit&) const = default;
};

struct VisitChoice {
    std::string code;
    std::string picto;
};

/// The entries of a list of shared/data/visites.json, in the order of the page; nullptr for another
/// name. Label: the translation key "visite.<list>.<code>".
const std::vector<VisitChoice>* visitList(std::string_view name);
/// Their names: "venu_pour", "explique", "oriente", "menage", "langue_visite".
const std::vector<std::string>& visitLists();
/// Minutes offered by the page of the duration.
const std::vector<int>& visitDurations();

/// Errc::invalidArgument naming what is not of its list; nothing asked is refused too.
Result<void> checkVisit(const Visit& visit);

/// JSON of one visit, for the store.
std::string encodeVisit(const Visit& visit);
/// Errc::malformed.
Result<Visit> decodeVisit(std::string_view text);

} // namespace escale
