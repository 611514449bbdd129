// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/catalogue_templates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace escale {
namespace {

constexpr std::array<std::string_view, 6> kUseMembers{"modele",  "de",   "sne",
                                                      "visible", "mots", "prefixe"};

Error malformed(std::string_view what, std::string_view name) {
    return fail(Errc::malformed, "modèle « " + std::string(name) + " » : " + std::string(what));
}

/// One use of a template: who it is about, and what changes with it.
struct Use {
    std::string of;     // "demandeur", "codemandeurs[]"
    std::string sne;    // elements before those of the template; empty: the SNE is not told
    std::string prefix; // of the ids of its pages
    std::string words;  // end of the names of their sets of texts
    const json::value* visible = nullptr;

    [[nodiscard]] bool isOfItem() const { return of.ends_with("[]"); }
};

/// {"selon": {"demandeur": X}} is X for the demandeur, and nothing for the others.
std::optional<json::value> chosen(const json::value& value, const Use& use) {
    const auto* object = value.if_object();
    const auto* choices = object ? object->if_contains("selon") : nullptr;
    if (!choices || !choices->is_object())
        return value;
    const auto* mine = choices->get_object().if_contains(use.of);
    return mine ? std::optional(*mine) : std::nullopt;
}

/// Paths of the same person (".travail.situation") outside a collection are full paths.
json::value withPaths(json::value value, const Use& use) {
    if (use.isOfItem())
        return value;
    if (auto* text = value.if_string(); text && text->starts_with('.'))
        return json::value(use.of + std::string(std::string_view(*text)));
    if (auto* array = value.if_array())
        for (json::value& element : *array)
            element = withPaths(std::move(element), use);
    if (auto* object = value.if_object())
        for (auto& member : *object)
            member.value() = withPaths(std::move(member.value()), use);
    return value;
}

std::string textIn(const json::value& value) {
    const auto* text = value.if_string();
    return text ? std::string(std::string_view(*text)) : std::string();
}

void restrict(json::object& field, const json::value* more) {
    if (!more)
        return;
    json::value* own = field.if_contains("visible");
    if (!own)
        field["visible"] = *more;
    else
        *own = json::object{{"all", json::array{*more, *own}}};
}

json::value fieldOf(const json::object& entry, const Use& use) {
    json::object field;
    for (const auto& [name, given] : entry) {
        auto value = chosen(given, use);
        if (!value || (name == "sne" && use.sne.empty()))
            continue;
        if (name == "id")
            field[name] = use.of + '.' + textIn(*value);
        else if (name == "sne")
            field[name] = use.sne + '/' + textIn(*value);
        else if (name == "visible" || name == "obligatoire")
            field[name] = withPaths(std::move(*value), use);
        else
            field[name] = std::move(*value);
    }
    restrict(field, use.visible);
    return field;
}

json::value pageOf(const json::object& entry, const Use& use) {
    json::object page = entry;
    const std::string id = jsonStringOr(entry, "id");
    const std::string words = jsonStringOr(entry, "mots", id) + use.words;
    page["id"] = use.prefix + id;
    if (words != use.prefix + id)
        page["mots"] = words;
    if (json::value* fields = page.if_contains("champs"); fields && fields->is_array())
        for (json::value& field : fields->get_array())
            field = use.of + '.' + textIn(field);
    return page;
}

Result<Use> readUse(const json::object& object, const std::string& name) {
    for (const auto& member : object)
        if (std::find(kUseMembers.begin(), kUseMembers.end(), member.key()) == kUseMembers.end())
            return malformed("membre inconnu", name);
    Use use{jsonStringOr(object, "de"), jsonStringOr(object, "sne"),
            jsonStringOr(object, "prefixe"), jsonStringOr(object, "mots"),
            object.if_contains("visible")};
    if (use.of.empty())
        return malformed("de qui ?", name);
    return use;
}

/// The entries of `list` ("champs" or "questions"), templates replaced.
Result<json::array> expanded(const json::array& list, std::string_view kind,
                             const json::object& templates) {
    json::array out;
    for (const json::value& entry : list) {
        const auto* object = entry.if_object();
        const std::string name = object ? jsonStringOr(*object, "modele") : std::string();
        if (name.empty()) {
            out.push_back(entry);
            continue;
        }
        ESCALE_TRY_ASSIGN(use, readUse(*object, name));
        const auto* model = templates.if_contains(name);
        if (!model || !model->is_object())
            return malformed("inconnu", name);
        ESCALE_TRY_ASSIGN(parts, jsonArray(model->get_object(), kind));
        for (const json::value& part : *parts) {
            if (!part.is_object())
                return malformed("objet attendu", name);
            out.push_back(kind == "champs" ? fieldOf(part.get_object(), use)
                                           : pageOf(part.get_object(), use));
        }
    }
    return out;
}

} // namespace

Result<json::object> expandCatalogue(std::string_view text) {
    ESCALE_TRY_ASSIGN(json, parseJson(text));
    auto* root = json.if_object();
    if (!root)
        return fail(Errc::malformed, "catalogue : objet attendu");
    json::object templates;
    if (root->contains("modeles")) {
        ESCALE_TRY_ASSIGN(given, jsonObject(*root, "modeles"));
        templates = *given;
        root->erase("modeles");
    }
    for (const char* kind : {"champs", "questions"}) {
        const auto* list = root->if_contains(kind);
        if (!list || !list->is_array())
            continue;
        ESCALE_TRY_ASSIGN(entries, expanded(list->get_array(), kind, templates));
        (*root)[kind] = std::move(entries);
    }
    return std::move(*root);
}

} // namespace escale
