// SPDX-License-Identifier: GPL-3.0-or-later
// cote --cas: the notes of a file of cases.
#include "client/ctl/bareme_file.h"
#include "client/ctl/commands.h"
#include "shared/cotation/case_file.h"
#include "shared/cotation/engine.h"
#include "shared/position/rank.h"

namespace escale::client::ctl {
namespace {

/// Every line that is declared or gives points; the others are worth nothing.
json::object pointsOf(const cotation::Note& note) {
    json::object points;
    for (const cotation::LineResult& line : note.lines)
        if (line.state >= cotation::State::declared)
            points[line.code] = {{"points", line.points}, {"statut", name(line.state)}};
    return points;
}

json::object scored(const cotation::Bareme& bareme, const cotation::Case& one) {
    json::object result{{"id", one.id}};
    if (one.refusal.empty()) {
        const cotation::Note note = evaluate(bareme, one.facts, one.asked, one.date);
        result["points"] = pointsOf(note);
        result["total_retenu"] = note.totalRetenu;
        result["total_valide"] = note.totalValide;
        result["total_potentiel"] = note.totalPotentiel;
        result["grille"] = note.grid;
        if (!note.gridKnown)
            result["grille_certaine"] = false;
        if (!note.exclusion.empty())
            result["exclusion"] = note.exclusion;
    } else {
        result["refus"] = one.refusal;
    }
    if (!one.warnings.empty())
        result["avertissements"] = json::array(one.warnings.begin(), one.warnings.end());
    return result;
}

json::object ranked(const cotation::RankCase& one) {
    const position::Rank rank = position::rankOf(one.notes, one.mine);
    json::object result{{"id", one.id},   {"rang", rank.rank},       {"ex_aequo", rank.ties},
                        {"sur", rank.of}, {"au_dessus", rank.above}, {"au_dessous", rank.below}};
    if (rank.of < position::kLeastShown)
        result["diffusion"] = "masquee_moins_de_" + std::to_string(position::kLeastShown);
    return result;
}

} // namespace

Result<Outcome> coteCases(const Arguments& arguments) {
    ESCALE_TRY_ASSIGN(bareme, baremeNamed(arguments.option("bareme")));
    ESCALE_TRY_ASSIGN(text, textFile(arguments.option("cas"), kMaxJsonBytes));
    ESCALE_TRY_ASSIGN(file, cotation::readCases(text, bareme));
    json::array results;
    std::string refused;
    for (const cotation::Case& one : file.cases) {
        results.push_back(scored(bareme, one));
        if (!one.refusal.empty())
            refused += (refused.empty() ? "" : "\n  ") + one.id + " : " + one.refusal;
    }
    json::object output{{"resultats", std::move(results)}};
    json::array ranks;
    for (const cotation::RankCase& one : file.ranks)
        ranks.push_back(ranked(one));
    if (!ranks.empty())
        output["rangs"] = std::move(ranks);
    Outcome outcome{std::move(output), {}};
    if (!refused.empty())
        outcome.error = fail(Errc::malformed, std::move(refused));
    return outcome;
}

} // namespace escale::client::ctl
