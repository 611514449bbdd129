// SPDX-License-Identifier: GPL-3.0-or-later
// Reading shared/data/pieces.json.
#include "shared/base/json.h"
#include "shared/pieces/piece_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace escale::pieces {
namespace {

constexpr std::string_view kFormat = "escale-pieces/1";

Error malformed(const std::string& where, const std::string& what) {
    return fail(Errc::malformed, "pieces.json, " + where + " : " + what);
}

template <class T>
using Word = std::pair<std::string_view, T>;

constexpr std::array<Word<Group>, 3> kGroups{{{"enregistrement", Group::registration},
                                              {"obligatoire", Group::mandatory},
                                              {"complementaire", Group::complementary}}};
constexpr std::array<Word<Owner>, 6> kOwners{{{"foyer", Owner::household},
                                              {"demandeur", Owner::demandeur},
                                              {"codemandeurs", Owner::codemandeur},
                                              {"adultes", Owner::adult},
                                              {"personnes_a_charge", Owner::dependant},
                                              {"enfants", Owner::children}}};

template <class T, std::size_t N>
const T* wordIn(const std::array<Word<T>, N>& words, std::string_view word) {
    for (const auto& [name, value] : words)
        if (name == word)
            return &value;
    return nullptr;
}

/// The same condition about the demandeur: paths that start with "." are theirs.
json::value aboutDemandeur(const json::value& value) {
    if (value.is_string() && value.get_string().starts_with("."))
        return json::string("demandeur" + std::string(value.get_string()));
    if (value.is_array()) {
        json::array all;
        for (const json::value& one : value.get_array())
            all.push_back(aboutDemandeur(one));
        return all;
    }
    if (value.is_object()) {
        json::object all;
        for (const auto& [key, one] : value.get_object())
            all[key] = aboutDemandeur(one);
        return all;
    }
    return value;
}

Result<void> onlyKnows(const json::object& object, std::initializer_list<std::string_view> known,
                       const std::string& where) {
    for (const auto& [key, value] : object)
        if (std::find(known.begin(), known.end(), std::string_view(key)) == known.end())
            return malformed(where, "membre inconnu « " + std::string(key) + " »");
    return {};
}

} // namespace

class RulesReader {
public:
    explicit RulesReader(const Catalogue& catalogue)
        : m_catalogue(catalogue) {}

    Result<Rules> read(const json::object& whole) {
        ESCALE_TRY(onlyKnows(whole, {"format", "sources", "documents", "besoins"}, "le fichier"));
        if (jsonStringOr(whole, "format") != kFormat)
            return fail(Errc::unsupportedVersion, "pieces.json : format inconnu");
        ESCALE_TRY_ASSIGN(sources, jsonObject(whole, "sources"));
        for (const auto& [name, title] : *sources)
            m_rules.m_sources[std::string(name)] =
                title.is_string() ? std::string(title.get_string()) : std::string();
        ESCALE_TRY_ASSIGN(documents, jsonObject(whole, "documents"));
        for (const auto& [type, value] : *documents)
            ESCALE_TRY(readDocument(std::string(type), value));
        ESCALE_TRY_ASSIGN(needs, jsonArray(whole, "besoins"));
        for (const json::value& value : *needs) {
            if (!value.is_object())
                return malformed("besoins", "un objet est attendu");
            ESCALE_TRY(readRule(value.get_object()));
        }
        return std::move(m_rules);
    }

private:
    Result<void> readDocument(const std::string& type, const json::value& value) {
        if (m_catalogue.findCode("piece", type) == nullptr || !value.is_object())
            return malformed(type, "type de pièce inconnu");
        const json::object& object = value.get_object();
        ESCALE_TRY(onlyKnows(object, {"ou", "faces", "exemplaires", "commun"}, type));
        Document document;
        ESCALE_TRY_ASSIGN(where, jsonString(object, "ou"));
        document.where = std::move(where);
        document.sides = static_cast<int>(jsonIntOr(object, "faces", 1));
        document.copies = static_cast<int>(jsonIntOr(object, "exemplaires", 1));
        if (object.contains("commun")) {
            ESCALE_TRY_ASSIGN(shared, jsonBool(object, "commun"));
            document.shared = shared;
        }
        if (document.sides < 1 || document.sides > 2 || document.copies < 1)
            return malformed(type, "faces ou exemplaires hors des bornes");
        m_rules.m_documents[type] = std::move(document);
        return {};
    }

    Result<std::string> readSource(const json::object& object, const std::string& where) const {
        ESCALE_TRY_ASSIGN(source, jsonString(object, "source"));
        const auto colon = source.find(": ");
        if (colon == std::string::npos || !m_rules.m_sources.contains(source.substr(0, colon)))
            return malformed(where, "source inconnue « " + source + " »");
        return source;
    }

    Result<Accepted> readAccepted(const json::value& value, const std::string& where) const {
        if (!value.is_object())
            return malformed(where, "une pièce est un objet");
        const json::object& object = value.get_object();
        ESCALE_TRY(onlyKnows(object, {"type", "mois", "revenus", "en_cours", "source"}, where));
        Accepted accepted;
        ESCALE_TRY_ASSIGN(type, jsonString(object, "type"));
        accepted.type = std::move(type);
        if (!m_rules.m_documents.contains(accepted.type))
            return malformed(where, "pièce inconnue « " + accepted.type + " »");
        Freshness& fresh = accepted.freshness;
        fresh.months = static_cast<int>(jsonIntOr(object, "mois", 0));
        fresh.incomeYear = static_cast<int>(jsonIntOr(object, "revenus", 0));
        fresh.inDate = object.contains("en_cours");
        const int given = int(fresh.months != 0) + int(fresh.incomeYear != 0) + int(fresh.inDate);
        if (given > 1 || fresh.months < 0 || fresh.incomeYear > 0)
            return malformed(where, "une seule fraîcheur à la fois");
        if (given == 1) {
            ESCALE_TRY_ASSIGN(source, readSource(object, where));
            fresh.source = std::move(source);
        }
        return accepted;
    }

    Result<Condition> readCondition(const json::object& object, const char* member, bool otherwise,
                                    const Rule& rule, bool ofDemandeur) const {
        const json::value* value = object.if_contains(member);
        if (value == nullptr)
            return Condition(otherwise);
        auto parsed = Condition::parse(ofDemandeur ? aboutDemandeur(*value) : *value);
        if (!parsed)
            return malformed(rule.code, parsed.error().detail);
        return checked(std::move(*parsed), rule);
    }

    /// A rule about adults is read twice: about the demandeur, and about an item.
    Result<void> readConditions(const json::object& object, Rule& rule) const {
        ESCALE_TRY_ASSIGN(item, readCondition(object, "si", true, rule, false));
        rule.whenItem = std::move(item);
        rule.when = rule.whenItem;
        if (rule.owner == Owner::adult) {
            ESCALE_TRY_ASSIGN(when, readCondition(object, "si", true, rule, true));
            rule.when = std::move(when);
        }
        ESCALE_TRY_ASSIGN(sharedWith, readCondition(object, "avec", false, rule, false));
        rule.sharedWith = std::move(sharedWith);
        return {};
    }

    /// Every path that it reads is a field of the catalogue.
    Result<Condition> checked(Condition condition, const Rule& rule) const {
        for (const std::string& path : condition.reads())
            if (!path.ends_with("[]") && !path.starts_with(".") &&
                m_catalogue.find(path) == nullptr)
                return malformed(rule.code, "champ inconnu « " + path + " »");
        return condition;
    }

    Result<void> readRule(const json::object& object) {
        Rule rule;
        ESCALE_TRY_ASSIGN(code, jsonString(object, "code"));
        rule.code = std::move(code);
        ESCALE_TRY(onlyKnows(object, {"code", "groupe", "pour", "si", "avec", "pieces", "source"},
                             rule.code));
        if (!m_codes.insert(rule.code).second)
            return malformed(rule.code, "deux fois");
        const auto* group = wordIn(kGroups, jsonStringOr(object, "groupe"));
        const auto* owner = wordIn(kOwners, jsonStringOr(object, "pour"));
        if (group == nullptr || owner == nullptr)
            return malformed(rule.code, "groupe ou personne inconnue");
        rule.group = *group;
        rule.owner = *owner;
        ESCALE_TRY(readConditions(object, rule));
        ESCALE_TRY_ASSIGN(accepted, jsonArray(object, "pieces"));
        for (const json::value& value : *accepted) {
            ESCALE_TRY_ASSIGN(one, readAccepted(value, rule.code));
            rule.accepted.push_back(std::move(one));
        }
        if (rule.accepted.empty())
            return malformed(rule.code, "aucune pièce");
        ESCALE_TRY_ASSIGN(source, readSource(object, rule.code));
        rule.source = std::move(source);
        m_rules.m_rules.push_back(std::move(rule));
        return {};
    }

    const Catalogue& m_catalogue;
    Rules m_rules;
    std::set<std::string> m_codes;
};

Result<Rules> Rules::load(std::string_view text, const Catalogue& catalogue) {
    ESCALE_TRY_ASSIGN(whole, parseJson(text));
    if (!whole.is_object())
        return malformed("le fichier", "un objet est attendu");
    return RulesReader(catalogue).read(whole.get_object());
}

} // namespace escale::pieces
