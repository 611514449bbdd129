// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that follow from others: proposed, so that nothing is asked twice. A person may always
// answer otherwise.
#include "shared/rules/rules.h"
#include "shared/rules/visible.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {
namespace {

using Pairs = std::array<std::pair<std::string_view, std::string_view>, 3>;

/// What a couple is, as its link (notice 51423#05, page 2, cases B2 à B4).
constexpr Pairs kLinks{{{"marie", "conjoint"}, {"pacse", "pacs"}, {"concubin", "concubin"}}};

/// The first codemandeur who is named is the other one of the couple, unless somebody else is.
std::string proposedLink(const Dossier& dossier, std::string_view path) {
    const auto ids = dossier.items("codemandeurs");
    if (ids.empty() || path != "codemandeurs[" + ids.front() + "].lien")
        return {};
    const std::string& mine = textOf(dossier.answer("demandeur.situation_familiale"));
    const auto* link = std::find_if(kLinks.begin(), kLinks.end(),
                                    [&](const auto& pair) { return pair.first == mine; });
    const bool taken = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        const Value other = dossier.answer("codemandeurs[" + id + "].lien");
        return link != kLinks.end() && textOf(other) == link->second;
    });
    return link == kLinks.end() || taken ? std::string() : std::string(link->second);
}

/// Reasons that the page before has already told: no home, a separation (cases F7 and F44).
std::string proposedReasons(const Dossier& dossier) {
    constexpr std::array<std::string_view, 4> kNoHome{"sans_abri", "hebergement", "hotel", "squat"};
    const std::string& home = textOf(dossier.answer("logement_actuel.categorie"));
    std::string reasons;
    if (std::find(kNoHome.begin(), kNoHome.end(), home) != kNoHome.end())
        reasons = "sans_logement";
    if (dossier.answer("situation.divorce") == Value(true))
        reasons += reasons.empty() ? "separation" : ",separation";
    return reasons;
}

} // namespace

std::int64_t householdSize(const Dossier& dossier, const Date& today) {
    std::size_t others = 0;
    for (const char* collection : {"codemandeurs", "personnes_a_charge"})
        if (isCollectionAsked(dossier, *catalogue().findCollection(collection), today))
            others += dossier.items(collection).size();
    return 1 + static_cast<std::int64_t>(others);
}

std::string proposedAnswer(const Dossier& dossier, std::string_view path, const Date& today) {
    const bool homeless = textOf(dossier.answer("logement_actuel.categorie")) == "sans_abri";
    if (path == "logement_recherche.personnes" || (path == "logement_actuel.personnes" && homeless))
        return std::to_string(householdSize(dossier, today));
    if (path == "motifs")
        return proposedReasons(dossier);
    return proposedLink(dossier, path);
}

} // namespace escale
