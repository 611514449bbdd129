// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/questions.h"

#include "shared/dossier/catalogue_templates.h"
#include "shared/rules/renewal.h"
#include "shared/rules/visible.h"

#include <algorithm>
#include <set>
#include <utility>

namespace escale {
namespace {

constexpr std::array<std::pair<std::string_view, Input>, 17> kInputs{{
    {"texte", Input::text},
    {"date", Input::date},
    {"choix", Input::choice},
    {"choix_multiples", Input::choices},
    {"oui_non", Input::yesNo},
    {"nombre", Input::number},
    {"montant", Input::amount},
    {"telephone", Input::phone},
    {"courriel", Input::email},
    {"nir", Input::nir},
    {"adresse", Input::address},
    {"commune", Input::commune},
    {"personnes", Input::people},
    {"piece", Input::piece},
    {"consentement", Input::consent},
    {"texte_long", Input::longText},
    {"chiffres", Input::digits},
}};
constexpr std::array<std::string_view, 9> kMembers{"id",    "partie", "champs", "saisie",   "picto",
                                                   "parle", "mots",   "annee",  "glossaire"};

Error malformed(const std::string& id, std::string_view what) {
    return fail(Errc::malformed, "page « " + id + " » : " + std::string(what));
}

Result<Input> inputFromName(const std::string& id, std::string_view name) {
    for (const auto& [known, input] : kInputs)
        if (known == name)
            return input;
    return malformed(id, "saisie inconnue");
}

Result<void> readFields(const json::object& object, const Catalogue& catalogue, Question& page) {
    ESCALE_TRY_ASSIGN(fields, jsonArray(object, "champs"));
    for (const json::value& field : *fields) {
        const std::string pattern(field.is_string() ? std::string_view(field.get_string())
                                                    : std::string_view());
        page.collection = collectionOf(pattern);
        if (pattern.ends_with("[]") && fields->size() == 1) {
            if (!catalogue.findCollection(page.collection))
                return malformed(page.id, "collection inconnue");
            return {};
        }
        const FieldSpec* known = catalogue.find(pattern);
        if (!known || known->part != page.part)
            return malformed(page.id, "champ inconnu ou d’une autre partie");
        page.fields.push_back(pattern);
    }
    return page.fields.empty() ? Result<void>(malformed(page.id, "sans champ")) : Result<void>();
}

/// "mots", "annee" and "glossaire", which may be left out.
Result<void> readWords(const json::object& object, Question& page) {
    page.words = jsonStringOr(object, "mots");
    page.year = static_cast<int>(jsonIntOr(object, "annee", 0));
    if (page.year < -5 || page.year > 0)
        return malformed(page.id, "annee : de -5 à 0");
    if (!object.contains("glossaire"))
        return {};
    ESCALE_TRY_ASSIGN(terms, jsonArray(object, "glossaire"));
    for (const json::value& term : *terms) {
        if (!term.is_string() || term.get_string().empty())
            return malformed(page.id, "glossaire : des mots");
        page.glossary.emplace_back(term.get_string());
    }
    return {};
}

Result<Question> readQuestion(const json::value& json, const Catalogue& catalogue) {
    const auto* object = json.if_object();
    if (!object)
        return malformed("", "objet attendu");
    Question page;
    ESCALE_TRY_ASSIGN(id, jsonString(*object, "id"));
    page.id = std::move(id);
    for (const auto& member : *object)
        if (std::find(kMembers.begin(), kMembers.end(), member.key()) == kMembers.end())
            return malformed(page.id, "membre inconnu");
    ESCALE_TRY(readWords(*object, page));
    ESCALE_TRY_ASSIGN(part, jsonString(*object, "partie"));
    page.part = std::move(part);
    if (partNumber(page.part) == 0)
        return malformed(page.id, "partie inconnue");
    ESCALE_TRY_ASSIGN(word, jsonString(*object, "saisie"));
    ESCALE_TRY_ASSIGN(input, inputFromName(page.id, word));
    page.input = input;
    ESCALE_TRY_ASSIGN(picto, jsonString(*object, "picto"));
    page.picto = std::move(picto);
    ESCALE_TRY_ASSIGN(spoken, jsonString(*object, "parle"));
    if (spoken != "libre" && spoken != "prive")
        return malformed(page.id, "parle : libre ou prive");
    page.priv = spoken == "prive";
    ESCALE_TRY(readFields(*object, catalogue, page));
    return page;
}

bool isItemPage(const Question& page) {
    return !page.collection.empty() && !page.fields.empty();
}

/// The page with full paths, without the fields that are not asked for.
Question narrowed(const Question& page, const std::string& item, const std::set<std::string>& asked,
                  int depositYear) {
    Question shown = page;
    shown.item = item;
    shown.year += page.year == 0 ? 0 : depositYear;
    shown.fields.clear();
    for (const std::string& pattern : page.fields) {
        const std::string path =
            item.empty() ? pattern : item + pattern.substr(pattern.find("[]") + 2);
        if (asked.contains(path))
            shown.fields.push_back(path);
    }
    return shown;
}

} // namespace

int partNumber(std::string_view part) {
    const auto it = std::find(kParts.begin(), kParts.end(), part);
    return it == kParts.end() ? 0 : static_cast<int>(it - kParts.begin()) + 1;
}

Result<std::vector<Question>> loadQuestions(std::string_view text, const Catalogue& catalogue) {
    ESCALE_TRY_ASSIGN(root, expandCatalogue(text));
    ESCALE_TRY_ASSIGN(array, jsonArray(root, "questions"));
    std::vector<Question> pages;
    std::set<std::string> ids;
    for (const json::value& element : *array) {
        ESCALE_TRY_ASSIGN(page, readQuestion(element, catalogue));
        if (!ids.insert(page.id).second)
            return malformed(page.id, "en double");
        pages.push_back(std::move(page));
    }
    return pages;
}

const std::vector<Question>& catalogueQuestions() {
    static const std::vector<Question> kPages =
        loadQuestions(catalogueSource(), catalogue()).value();
    return kPages;
}

std::vector<Question> visibleQuestions(const Dossier& dossier, const Date& today) {
    std::set<std::string> asked;
    for (Asked& one : askedFields(dossier, catalogue(), today))
        asked.insert(std::move(one.path));
    const auto& pages = catalogueQuestions();
    const int depositYear = incomeBaseYear(dossier, today);
    std::vector<Question> shown;
    const auto add = [&](const Question& page, const std::string& item) {
        Question one = narrowed(page, item, asked, depositYear);
        if (!one.fields.empty())
            shown.push_back(std::move(one));
    };
    for (auto page = pages.begin(); page != pages.end();) {
        auto end = std::next(page);
        if (page->holdsItems()) {
            if (isCollectionAsked(dossier, *catalogue().findCollection(page->collection), today))
                shown.push_back(*page);
        } else if (isItemPage(*page)) {
            end = std::find_if_not(page, pages.end(), [&](const Question& next) {
                return isItemPage(next) && next.collection == page->collection;
            });
            for (const std::string& id : dossier.items(page->collection))
                for (auto one = page; one != end; ++one)
                    add(*one, page->collection + '[' + id + ']');
        } else {
            add(*page, {});
        }
        page = end;
    }
    return shown;
}

const Question* questionFor(const std::vector<Question>& visible, std::string_view path) {
    const std::string_view collection = path.substr(0, path.find('['));
    const Question* holder = nullptr;
    for (const Question& page : visible) {
        if (std::find(page.fields.begin(), page.fields.end(), path) != page.fields.end())
            return &page;
        if (page.holdsItems() && page.collection == collection)
            holder = &page;
    }
    return holder;
}

} // namespace escale
