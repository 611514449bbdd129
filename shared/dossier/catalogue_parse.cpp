// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/catalogue_parse.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {
namespace {

template <class Enum, std::size_t N>
using Words = std::array<std::pair<std::string_view, Enum>, N>;

constexpr Words<FieldType, 14> kTypes{{
    {"texte", FieldType::text},
    {"texte_long", FieldType::longText},
    {"entier", FieldType::integer},
    {"montant", FieldType::amount},
    {"date", FieldType::date},
    {"booleen", FieldType::boolean},
    {"code", FieldType::code},
    {"codes", FieldType::codes},
    {"liste", FieldType::list},
    {"telephone", FieldType::phone},
    {"courriel", FieldType::email},
    {"nir", FieldType::nir},
    {"commune", FieldType::commune},
    {"code_postal", FieldType::postcode},
}};
constexpr Words<Sensitivity, 3> kSensitivities{{
    {"ordinaire", Sensitivity::ordinary},
    {"personnelle", Sensitivity::personal},
    {"secrete", Sensitivity::secret},
}};
constexpr Words<ConflictPolicy, 4> kPolicies{{
    {"arrivee", ConflictPolicy::arrival},
    {"autorite", ConflictPolicy::authority},
    {"union", ConflictPolicy::unionSet},
    {"sans_enjeu", ConflictPolicy::harmless},
}};
constexpr std::array<std::string_view, 7> kParts{"vous",    "famille",   "logement", "argent",
                                                 "souhait", "documents", "depot"};
constexpr std::array<std::string_view, 21> kFieldMembers{
    "id",         "type",    "liste",       "case",
    "partie",     "visible", "obligatoire", "sensibilite",
    "politique",  "sne",     "pieces",      "ne_sait_pas",
    "n_en_a_pas", "min",     "max",         "nom_de_personne",
    "passe",      "source",  "note",        "cle",
    "sne_code"};

Error malformed(std::string_view id, std::string_view what) {
    return fail(Errc::malformed, "catalogue, « " + std::string(id) + " » : " + std::string(what));
}

template <class Enum, std::size_t N>
Result<Enum> wordOf(const Words<Enum, N>& words, std::string_view word, std::string_view id) {
    for (const auto& [known, value] : words)
        if (known == word)
            return value;
    return malformed(id, "mot inconnu : " + std::string(word));
}

template <std::size_t N>
Result<void> onlyMembers(const json::object& object, const std::array<std::string_view, N>& known,
                         std::string_view id) {
    for (const auto& member : object)
        if (std::find(known.begin(), known.end(), std::string_view(member.key())) == known.end())
            return malformed(id, "membre inconnu : " + std::string(member.key()));
    return {};
}

Result<Condition> conditionOr(const json::object& object, std::string_view member, bool otherwise,
                              std::string_view id) {
    const json::value* value = object.if_contains(member);
    if (!value)
        return Condition(otherwise);
    auto condition = Condition::parse(*value);
    if (!condition)
        return malformed(id, condition.error().detail);
    return condition;
}

bool flag(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

Result<void> readWords(const json::object& object, FieldSpec& field) {
    ESCALE_TRY_ASSIGN(type, wordOf(kTypes, jsonStringOr(object, "type"), field.id));
    field.type = type;
    ESCALE_TRY_ASSIGN(
        sensitivity,
        wordOf(kSensitivities, jsonStringOr(object, "sensibilite", "personnelle"), field.id));
    field.sensitivity = sensitivity;
    ESCALE_TRY_ASSIGN(policy,
                      wordOf(kPolicies, jsonStringOr(object, "politique", "arrivee"), field.id));
    field.policy = policy;
    if (std::find(kParts.begin(), kParts.end(), field.part) == kParts.end())
        return malformed(field.id, "partie inconnue");
    const bool coded = field.type == FieldType::code || field.type == FieldType::codes;
    if (coded == field.codeList.empty())
        return malformed(field.id, "une liste va avec un code, et avec lui seul");
    if (field.policy == ConflictPolicy::unionSet && field.type != FieldType::codes)
        return malformed(field.id, "l’union ne vaut que pour des codes");
    return {};
}

Result<void> readPieces(const json::object& object, FieldSpec& field) {
    const json::value* pieces = object.if_contains("pieces");
    if (!pieces)
        return {};
    const auto* array = pieces->if_array();
    if (!array)
        return malformed(field.id, "pieces");
    for (const json::value& piece : *array) {
        if (!piece.is_string())
            return malformed(field.id, "pieces");
        field.pieces.emplace_back(piece.get_string());
    }
    return {};
}

Result<void> checkId(const std::string& id) {
    std::string bare = id;
    const auto brackets = bare.find("[]");
    if (brackets != std::string::npos)
        bare.erase(brackets, 2);
    const auto path = parsePath(bare);
    if (!path || !path->item.empty())
        return malformed(id, "nom de champ");
    return {};
}

} // namespace

Result<FieldSpec> parseField(const json::value& entry) {
    const auto* object = entry.if_object();
    if (!object)
        return malformed("champs", "objet attendu");
    FieldSpec field;
    field.id = jsonStringOr(*object, "id");
    ESCALE_TRY(checkId(field.id));
    ESCALE_TRY(onlyMembers(*object, kFieldMembers, field.id));
    field.codeList = jsonStringOr(*object, "liste");
    field.box = jsonStringOr(*object, "case");
    field.part = jsonStringOr(*object, "partie");
    field.sneElement = jsonStringOr(*object, "sne");
    field.source = jsonStringOr(*object, "source");
    field.min = jsonIntOr(*object, "min", 0);
    field.max = jsonIntOr(*object, "max", 0);
    field.allowDoNotKnow = flag(*object, "ne_sait_pas");
    field.allowNone = flag(*object, "n_en_a_pas");
    field.personName = flag(*object, "nom_de_personne");
    field.past = flag(*object, "passe");
    field.sneCode = jsonStringOr(*object, "sne_code");
    const std::string key = jsonStringOr(*object, "cle");
    field.luhn = key == "luhn";
    if (!key.empty() && (!field.luhn || field.type != FieldType::text))
        return malformed(field.id, "clé inconnue, ou pas un texte");
    ESCALE_TRY(readWords(*object, field));
    ESCALE_TRY(readPieces(*object, field));
    ESCALE_TRY_ASSIGN(visible, conditionOr(*object, "visible", true, field.id));
    field.visible = std::move(visible);
    ESCALE_TRY_ASSIGN(mandatory, conditionOr(*object, "obligatoire", false, field.id));
    field.mandatory = std::move(mandatory);
    if (field.source.empty())
        return malformed(field.id, "source absente");
    return field;
}

Result<CollectionSpec> parseCollection(const json::value& entry) {
    constexpr std::array<std::string_view, 4> kMembers{"nom", "max", "visible", "source"};
    const auto* object = entry.if_object();
    if (!object)
        return malformed("collections", "objet attendu");
    CollectionSpec collection;
    collection.name = jsonStringOr(*object, "nom");
    ESCALE_TRY(checkId(collection.name));
    ESCALE_TRY(onlyMembers(*object, kMembers, collection.name));
    collection.maxItems = static_cast<int>(jsonIntOr(*object, "max", 0));
    if (collection.maxItems < 1)
        return malformed(collection.name, "nombre d’éléments");
    collection.labelKey = "collection." + collection.name;
    ESCALE_TRY_ASSIGN(visible, conditionOr(*object, "visible", true, collection.name));
    collection.visible = std::move(visible);
    return collection;
}

Result<std::vector<CodeEntry>> parseCodeList(std::string_view name, const json::value& entries) {
    constexpr std::array<std::string_view, 4> kMembers{"code", "picto", "sne", "case"};
    const auto* array = entries.if_array();
    if (!array || array->empty())
        return malformed(name, "liste attendue");
    std::vector<CodeEntry> list;
    for (const json::value& element : *array) {
        const auto* object = element.if_object();
        if (!object)
            return malformed(name, "objet attendu");
        ESCALE_TRY(onlyMembers(*object, kMembers, name));
        CodeEntry entry;
        entry.code = jsonStringOr(*object, "code");
        ESCALE_TRY(checkId(entry.code));
        entry.labelKey = "code." + std::string(name) + '.' + entry.code;
        entry.picto = jsonStringOr(*object, "picto");
        entry.sneCode = jsonStringOr(*object, "sne");
        entry.box = jsonStringOr(*object, "case");
        const bool twice = std::any_of(list.begin(), list.end(), [&](const CodeEntry& known) {
            return known.code == entry.code;
        });
        if (twice)
            return malformed(name, "code en double : " + entry.code);
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace escale
