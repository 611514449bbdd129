// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/judgement.h"

namespace escale {
namespace {

std::string baseOfPiece(const std::string& piece) {
    return "pieces[" + piece + "].";
}

} // namespace

TextList judgedFacts(const Dossier& dossier, const std::string& piece) {
    const std::string base = baseOfPiece(piece);
    TextList facts;
    for (const char* field : {"type", "pour", "emise_le", "expire_le"})
        facts.push_back(textOf(dossier.answer(base + field)));
    const Value pages = dossier.answer(base + "pages");
    if (const auto* names = std::get_if<TextList>(&pages))
        facts.insert(facts.end(), names->begin(), names->end());
    return facts;
}

std::optional<Judgement> judgementOf(const Dossier& dossier, const std::string& piece) {
    const std::string base = baseOfPiece(piece);
    const auto said = dossier.fields.find(base + "avis");
    if (said == dossier.fields.end())
        return std::nullopt;
    Judgement judgement{textOf(said->second.value), textOf(dossier.answer(base + "refus")),
                        said->second.origin};
    if (judgement.verdict.empty() ||
        dossier.answer(base + "avis_sur") != Value(judgedFacts(dossier, piece)))
        return std::nullopt;
    return judgement;
}

bool isJudgementField(const FieldPath& path) {
    return path.collection == "pieces" &&
           (path.field == "avis" || path.field == "refus" || path.field == "avis_sur");
}

} // namespace escale
