// SPDX-License-Identifier: GPL-3.0-or-later
// Which question comes after which. The pages about one person come between two looks at the list.
#include "client/viewmodels/question_page.h"
#include "client/viewmodels/questionnaire.h"
#include "shared/rules/renewal.h"

#include <algorithm>
#include <array>

namespace escale {

namespace {

using Pages = std::vector<Question>;
using Place = Pages::const_iterator;

// Who one is, as the list of persons shows it.
constexpr std::array kWhoYouAre{"demandeur.nom", "demandeur.prenom", "demandeur.naissance"};

bool saysWhoYouAre(const Question& question) {
    return question.fields.size() == 1 && std::find(kWhoYouAre.begin(), kWhoYouAre.end(),
                                                    question.fields.front()) != kWhoYouAre.end();
}

Place placeOf(const Pages& pages, const std::string& id, const std::string& item) {
    return std::find_if(pages.begin(), pages.end(),
                        [&](const Question& page) { return page.id == id && page.item == item; });
}

bool isAbout(const Question& page, const std::string& collection) {
    return !page.item.empty() && page.collection == collection;
}

/// The list just before the pages of its items, `at` being one of them; nullptr when it stands
/// elsewhere.
const Question* listBefore(const Pages& pages, Place at) {
    const std::string& collection = at->collection;
    while (at != pages.begin() && isAbout(*at, collection))
        --at;
    return at->holdsItems() && at->collection == collection ? &*at : nullptr;
}

/// Registering waits for an answer to it.
bool lacks(const Question& page, const Dossier& dossier, const Date& today) {
    return std::any_of(page.fields.begin(), page.fields.end(), [&](const std::string& path) {
        const auto* field = catalogue().find(parsePath(path).value());
        return isEmpty(dossier.answer(path)) &&
               field->mandatory.evaluate(dossier, today, page.item) == Truth::yes;
    });
}

} // namespace

const Question* Questionnaire::next() const {
    auto at = placeOf(m_visible, m_asked.id, m_asked.item);
    if (at == m_visible.end())
        return m_left.id.empty() ? nullptr : find(m_left.id, m_left.item);
    if (const auto* left = m_aside ? find(m_left.id, m_left.item) : nullptr)
        return left;
    if (!m_left.id.empty() && !m_aside) {
        at = std::find_if(std::next(at), m_visible.end(), saysWhoYouAre);
        return at == m_visible.end() ? find(m_left.id, m_left.item) : &*at;
    }
    const auto here = at++;
    // « C’est complet »: on, unless something about one of them is missing.
    if (here->holdsItems())
        while (at != m_visible.end() && isAbout(*at, here->collection) &&
               !lacks(*at, m_session->dossier(), m_session->today()))
            ++at;
    else if (!here->item.empty() && (at == m_visible.end() || at->item != here->item))
        if (const auto* list = listBefore(m_visible, here))
            return list;
    at = std::find_if(at, m_visible.end(),
                      [&](const Question& page) { return isAskedNow(page, m_session->dossier()); });
    return at == m_visible.end() ? nullptr : &*at;
}

const Question* Questionnaire::previous() const {
    if (const auto* left = find(m_left.id, m_left.item))
        return left;
    const auto at = placeOf(m_visible, m_asked.id, m_asked.item);
    if (at == m_visible.end())
        return nullptr;
    auto before = at;
    do {
        if (before == m_visible.begin())
            return nullptr;
        --before;
    } while (!isAskedNow(*before, m_session->dossier()));
    const bool other = !before->item.empty() && before->item != m_asked.item;
    const auto* list = other ? listBefore(m_visible, before) : nullptr;
    return list ? list : &*before;
}

const Question* Questionnaire::find(const std::string& id, const std::string& item) const {
    const auto at = placeOf(m_visible, id, item);
    return at == m_visible.end() ? nullptr : &*at;
}

const Question* Questionnaire::firstOf(const std::string& item) const {
    const auto at = std::find_if(m_visible.begin(), m_visible.end(),
                                 [&](const Question& page) { return page.item == item; });
    return item.empty() || at == m_visible.end() ? nullptr : &*at;
}

bool Questionnaire::wasOpened(const Question& next) const {
    const bool isNew = placeOf(m_before, next.id, next.item) == m_before.end();
    const bool sameList = !next.collection.empty() && next.collection == m_asked.collection;
    return (isNew || sameList) && !isAnswered(next, m_session->dossier());
}

void Questionnaire::detour() {
    const auto at = std::find_if(m_visible.begin(), m_visible.end(), saysWhoYouAre);
    if (at == m_visible.end())
        return;
    m_left = m_asked;
    m_aside = false;
    show(Question(*at));
}

void Questionnaire::turnAside() {
    m_left = m_asked;
    m_aside = true;
}

} // namespace escale
