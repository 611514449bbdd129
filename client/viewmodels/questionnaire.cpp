// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/questionnaire.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/question_page.h"

#include <algorithm>
#include <cstdlib>

namespace escale {

namespace {

// Only to check the town of an item that does not exist yet.
constexpr const char* kFutureTown = "localisations[00000000-0000-7000-8000-000000000000].commune";

/// The same refusal, with how many are missing where the page knows it.
QString withCount(const QString& key, const QuestionFace& face, const QString& typed) {
    int wanted = 0;
    for (const int size : face.groups)
        wanted += size;
    const bool counted =
        face.saisie == QLatin1String("chiffres") || face.saisie == QLatin1String("code");
    if (!counted || wanted == typed.size() || !key.startsWith(QLatin1String("erreur.texte.")))
        return key;
    const auto missing = wanted - typed.size();
    return QStringLiteral("erreur.%1.%2:%3")
        .arg(face.saisie, missing > 0 ? "court" : "long")
        .arg(std::abs(missing));
}

} // namespace

Questionnaire::Questionnaire(QuestionViewModel& page, client::DossierSession* session)
    : m_page(page)
    , m_session(session) {}

void Questionnaire::reload() {
    m_visible = visibleQuestions(m_session->dossier(), m_session->today());
}

void Questionnaire::show(const Question& question) {
    const auto& dossier = m_session->dossier();
    m_asked = question;
    if (m_asked.id == m_left.id && m_asked.item == m_left.item)
        m_left = {};
    m_step = ListStep::list;
    m_proposed = {};
    if (holdsTowns(m_asked) && dossier.items(m_asked.collection).empty())
        return search();
    auto face = faceOf(m_asked, dossier);
    auto draft = m_typed.take(draftKey());
    if (draft == QuestionDraft())
        draft = draftOf(m_asked, dossier);
    if (draft == QuestionDraft())
        draft = m_proposed = proposedOn(m_asked, face, dossier, m_session->today());
    m_page.show(std::move(face), std::move(draft), m_session->today());
}

void Questionnaire::search() {
    m_step = ListStep::search;
    m_page.show(faceOf(m_asked, m_session->dossier(), m_step), m_typed.take(draftKey()),
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
    if (m_step == ListStep::list)
        return true;
    const auto& draft = m_page.draft();
    const std::string town =
        (draft.selected.isEmpty() ? draft.typed.trimmed() : draft.selected.first()).toStdString();
    if (town.empty())
        return true; // other towns are there already
    if (refuses({{kFutureTown, town}}))
        return false;
    if (hasTown(town)) {
        m_page.setErrorKey(QStringLiteral("erreur.commune.deja"));
        return false;
    }
    if (isFull())
        return false;
    const auto opened = write({});
    if (!opened)
        return written(opened);
    const auto rank = rankAfterAll(m_session->dossier(), m_asked.collection);
    const auto added =
        m_session->addItem(m_asked.collection, {{"commune", town}, {"rang", std::to_string(rank)}});
    return written(added ? Result<void>() : Result<void>(added.error()));
}

/// `town` is a code, or the only name that parseTyped accepts.
bool Questionnaire::hasTown(const std::string& town) const {
    const auto& dossier = m_session->dossier();
    const auto path = parsePath(kFutureTown).value();
    const auto value =
        parseTyped(*catalogue().find(path), town, m_session->today(), catalogue()).value();
    const auto ids = dossier.items(m_asked.collection);
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return dossier.answer(m_asked.collection + '[' + id + "].commune") == value;
    });
}

bool Questionnaire::refuses(const std::vector<client::TypedAnswer>& answers) {
    const auto refused = m_session->check(answers);
    if (refused.empty())
        return false;
    m_page.setErrorKey(withCount(QString::fromStdString(refused.front().messageKey), m_page.face(),
                                 m_page.draft().typed));
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
    // What nobody has agreed to is no answer yet.
    const bool onlyProposed = draft != QuestionDraft() && draft == m_proposed;
    if (!onlyProposed && !keep())
        m_typed.insert(draftKey(), draft);
}

QHash<QString, QuestionDraft> Questionnaire::unkept(bool shown) const {
    const auto& dossier = m_session->dossier();
    const QString ours = QString::fromStdString(dossier.id.str() + '/');
    QHash<QString, QuestionDraft> all;
    for (auto at = m_typed.begin(); at != m_typed.end(); ++at)
        if (at.key().startsWith(ours))
            all.insert(at.key(), at.value());
    const bool list = m_asked.holdsItems() && !searches();
    if (shown && !list && m_page.draft() != emptyOrAnswered())
        all.insert(draftKey(), m_page.draft());
    return all;
}

/// What the page holds when nothing was typed in it.
QuestionDraft Questionnaire::emptyOrAnswered() const {
    auto draft = searches() ? QuestionDraft() : draftOf(m_asked, m_session->dossier());
    draft.fields.resize(m_page.face().fields.size());
    return draft;
}

/// The list takes no more: the page says so.
bool Questionnaire::isFull() {
    const auto& list = *catalogue().findCollection(m_asked.collection);
    const auto count = m_session->dossier().items(m_asked.collection).size();
    if (list.maxItems == 0 || count < std::size_t(list.maxItems))
        return false;
    const char* what = holdsTowns(m_asked) ? "erreur.communes.trop:%1" : "erreur.personnes.trop:%1";
    m_page.setErrorKey(QString::fromLatin1(what).arg(list.maxItems));
    return true;
}

std::string Questionnaire::addItem() {
    m_failure.clear();
    if (isFull())
        return {};
    if (holdsTowns(m_asked)) {
        search();
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

void Questionnaire::raiseItem(const std::string& item) {
    const auto path = parsePath(item);
    if (!path || path->collection != m_asked.collection)
        return;
    std::vector<client::TypedAnswer> ranks;
    int rank = 0;
    for (const auto& id : raised(m_session->dossier(), path->collection, path->item.str()))
        ranks.push_back({path->collection + '[' + id + "].rang", std::to_string(++rank)});
    written(m_session->answerAll(ranks));
}

QString Questionnaire::draftKey() const {
    const char* searched = searches() ? "[]" : "";
    return QString::fromStdString(m_session->dossier().id.str() + '/' + m_asked.id + '/' +
                                  m_asked.item + searched);
}

void Questionnaire::leave() {
    m_visible.clear();
    m_before.clear();
    m_asked = {};
    m_proposed = {};
    m_step = ListStep::list;
    m_left = {};
    m_failure.clear();
    m_page.clear();
}

void Questionnaire::clear() {
    leave();
    m_typed.clear();
}

} // namespace escale
