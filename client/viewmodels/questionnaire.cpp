// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/questionnaire.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/question_page.h"

#include <algorithm>

namespace escale {

namespace {

// Only to check the town of an item that does not exist yet.
constexpr const char* kFutureTown = "localisations[00000000-0000-7000-8000-000000000000]";

using Place = std::vector<Question>::const_iterator;

Place placeOf(const std::vector<Question>& pages, const std::string& id, const std::string& item) {
    return std::find_if(pages.begin(), pages.end(),
                        [&](const Question& page) { return page.id == id && page.item == item; });
}

bool holdsTowns(const Question& question) {
    return question.holdsItems() && question.input == Input::commune;
}

} // namespace

Questionnaire::Questionnaire(QuestionViewModel& page, client::DossierSession* session)
    : m_page(page)
    , m_session(session) {}

void Questionnaire::reload() {
    m_visible = visibleQuestions(m_session->dossier(), m_session->today());
}

const Question* Questionnaire::next() const {
    auto at = placeOf(m_visible, m_asked.id, m_asked.item);
    if (at == m_visible.end() || ++at == m_visible.end())
        return nullptr;
    return &*at;
}

const Question* Questionnaire::previous() const {
    const auto at = placeOf(m_visible, m_asked.id, m_asked.item);
    return at == m_visible.end() || at == m_visible.begin() ? nullptr : &*std::prev(at);
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

bool Questionnaire::wasOpened(const Question& next, const std::vector<Question>& before) const {
    const bool isNew = placeOf(before, next.id, next.item) == before.end();
    const bool sameList = !next.collection.empty() && next.collection == m_asked.collection;
    return (isNew || sameList) && !isAnswered(next, m_session->dossier());
}

void Questionnaire::show(const Question& question) {
    const auto& dossier = m_session->dossier();
    m_asked = question;
    m_editedTown.clear();
    if (holdsTowns(m_asked))
        if (const auto towns = dossier.items(m_asked.collection); !towns.empty())
            m_editedTown = m_asked.collection + '[' + towns.front() + ']';
    const auto typed = m_typed.take(draftKey());
    m_page.show(faceOf(m_asked, dossier, m_editedTown),
                typed == QuestionDraft() ? draftOf(m_asked, dossier, m_editedTown) : typed,
                m_session->today());
}

bool Questionnaire::keep() {
    m_failure.clear();
    const auto answers = answersOf(m_asked, m_page.face(), m_page.draft());
    const QString missing =
        missingOn(m_asked, answers, m_page.draft(), m_session->dossier(), m_session->today());
    if (!missing.isEmpty()) {
        m_page.setErrorKey(missing);
        return false;
    }
    if (refuses(answers))
        return false;
    if (m_asked.holdsItems())
        return !holdsTowns(m_asked) || keepTown();
    return written(write(answers));
}

bool Questionnaire::keepTown() {
    const auto& draft = m_page.draft();
    const std::string town =
        (draft.selected.isEmpty() ? draft.typed.trimmed() : draft.selected.first()).toStdString();
    if (town.empty())
        return true; // other towns are there already
    const bool isNew = m_editedTown.empty();
    const std::string item = isNew ? std::string(kFutureTown) : m_editedTown;
    if (refuses({{item + ".commune", town}}))
        return false;
    if (!isNew)
        return written(write({{item + ".commune", town}}));
    const auto opened = write({});
    if (!opened)
        return written(opened);
    const auto rank = m_session->dossier().items(m_asked.collection).size() + 1;
    const auto added =
        m_session->addItem(m_asked.collection, {{"commune", town}, {"rang", std::to_string(rank)}});
    return written(added ? Result<void>() : Result<void>(added.error()));
}

bool Questionnaire::refuses(const std::vector<client::TypedAnswer>& answers) {
    const auto refused = m_session->check(answers);
    if (refused.empty())
        return false;
    m_page.setErrorKey(QString::fromStdString(refused.front().messageKey));
    return true;
}

bool Questionnaire::written(const Result<void>& result) {
    m_failure = result ? QString() : errorName(result.error());
    return result.has_value();
}

Result<void> Questionnaire::write(const std::vector<client::TypedAnswer>& answers) {
    if (m_session->isOpen())
        return m_session->answerAll(answers);
    const bool nothing = std::all_of(answers.begin(), answers.end(),
                                     [](const auto& answer) { return answer.text.empty(); });
    if (nothing && !m_asked.holdsItems())
        return {};
    ESCALE_TRY(m_session->create(answers));
    return {};
}

void Questionnaire::keepTyped() {
    const auto draft = m_page.draft();
    if (!keep())
        m_typed.insert(draftKey(), draft);
}

std::string Questionnaire::addItem() {
    m_failure.clear();
    if (holdsTowns(m_asked)) {
        if (!keep())
            return {};
        m_editedTown.clear();
        m_page.show(faceOf(m_asked, m_session->dossier()), {}, m_session->today());
        return {};
    }
    if (const auto opened = write({}); !written(opened))
        return {};
    const auto added = m_session->addItem(m_asked.collection);
    if (!written(added ? Result<void>() : Result<void>(added.error())))
        return {};
    reload();
    return m_asked.collection + '[' + added->str() + ']';
}

void Questionnaire::removeItem(const std::string& item) {
    const auto path = parsePath(item);
    if (!path)
        return;
    written(m_session->removeItem(path->collection, path->item));
    reload();
}

QString Questionnaire::draftKey() const {
    return QString::fromStdString(m_asked.id + '/' + m_asked.item);
}

void Questionnaire::clear() {
    m_visible.clear();
    m_asked = {};
    m_editedTown.clear();
    m_typed.clear();
    m_failure.clear();
    m_page.clear();
}

} // namespace escale
