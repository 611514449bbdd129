// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/case_file.h"

#include "shared/base/json.h"
#include "shared/cotation/case_commune.h"
#include "shared/cotation/case_facts.h"

namespace escale::cotation {
namespace {

constexpr std::string_view kFormat = "cotation-cases/1";

Case readCase(const json::value& value, std::size_t position, const Bareme& bareme) {
    Case read;
    read.id = "cas n° " + std::to_string(position);
    const json::object* object = value.if_object();
    if (!object) {
        read.refusal = "un objet est attendu";
        return read;
    }
    read.id = jsonStringOr(*object, "id", read.id);
    const auto date = parseIsoDate(jsonStringOr(*object, "date_calcul"));
    if (!date) {
        read.refusal = "date_calcul : une date AAAA-MM-JJ qui existe est attendue";
        return read;
    }
    read.date = *date;
    const NamedCommune asked = communeNamed(jsonStringOr(*object, "commune_demandee"), bareme);
    read.asked = asked.commune;
    if (!asked.found || bareme.communeName(asked.commune.insee()).empty())
        read.warnings.emplace_back("commune_demandee : elle n’est pas du territoire du barème");
    const json::value* facts = object->if_contains("faits");
    if (!facts || !facts->is_object()) {
        read.refusal = "faits : un objet est attendu";
        return read;
    }
    const json::value* pieces = object->if_contains("pieces");
    const Commune first =
        communeNamed(jsonStringOr(*object, "commune_premier_choix"), bareme).commune;
    CaseFacts reader(bareme, read.date, read.warnings);
    read.facts = reader.read(facts->get_object(),
                             pieces && pieces->is_array() ? pieces->get_array() : json::array());
    read.facts.firstChoice = first;
    return read;
}

Result<RankCase> readRank(const json::value& value) {
    const json::object* object = value.if_object();
    if (!object)
        return fail(Errc::malformed, "rangs : des objets sont attendus");
    RankCase rank;
    rank.id = jsonStringOr(*object, "id");
    ESCALE_TRY_ASSIGN(mine, jsonInt(*object, "ma_note"));
    ESCALE_TRY_ASSIGN(notes, jsonArray(*object, "notes_cellule"));
    rank.mine = static_cast<int>(mine);
    for (const json::value& note : *notes) {
        if (!note.is_int64())
            return fail(Errc::malformed, "rangs : une note est un nombre entier");
        rank.notes.push_back(static_cast<int>(note.get_int64()));
    }
    return rank;
}

} // namespace

Result<CaseFile> readCases(std::string_view text, const Bareme& bareme) {
    ESCALE_TRY_ASSIGN(value, parseJson(text));
    const json::object* root = value.if_object();
    if (!root || jsonStringOr(*root, "schema") != kFormat)
        return fail(Errc::malformed,
                    "un fichier « schema »: « " + std::string(kFormat) + " » est attendu");
    ESCALE_TRY_ASSIGN(cases, jsonArray(*root, "cas"));
    CaseFile file;
    for (const json::value& item : *cases)
        file.cases.push_back(readCase(item, file.cases.size() + 1, bareme));
    if (const json::value* ranks = root->if_contains("rangs"); ranks && ranks->is_array())
        for (const json::value& item : ranks->get_array()) {
            ESCALE_TRY_ASSIGN(rank, readRank(item));
            file.ranks.push_back(std::move(rank));
        }
    return file;
}

} // namespace escale::cotation
