// SPDX-License-Identifier: GPL-3.0-or-later
// The questions asked for the present answers, the one on the page, and how it is kept: one edit
// when the page is left.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/viewmodels/question_lists.h"
#include "client/viewmodels/question_view_model.h"
#include "shared/rules/questions.h"

#include <QHash>

#include <string>
#include <vector>

namespace escale {

class Questionnaire {
public:
    /// `session` may be null (nothing is then called but clear()). Both outlive it.
    Questionnaire(QuestionViewModel& page, client::DossierSession* session);

    /// Reads again which questions are asked.
    void reload();
    [[nodiscard]] const std::vector<Question>& visible() const { return m_visible; }
    [[nodiscard]] const Question& asked() const { return m_asked; }
    /// The question after the one asked, or before it; nullptr at the end, or when it is no more.
    /// After detour() or turnAside(), the page that was left.
    [[nodiscard]] const Question* next() const;
    [[nodiscard]] const Question* previous() const;
    [[nodiscard]] const Question* find(const std::string& id, const std::string& item) const;
    [[nodiscard]] const Question* firstOf(const std::string& item) const;
    /// The questions of now are those before the answer that comes.
    void remember() { m_before = m_visible; }
    /// After a change made from the check page: `next` was not asked at remember(), or is about
    /// the same list, and waits for an answer.
    [[nodiscard]] bool wasOpened(const Question& next) const;

    /// Puts the question on the page, with what was typed there and did not fit, or its answer.
    void show(const Question& question);
    /// True while an item of the list is looked for (a town): the page after it, or before it, is
    /// the list itself.
    [[nodiscard]] bool searches() const { return m_step == ListStep::search; }
    /// From a list of persons, « Changer » of the person who asks: name and birth, then the list.
    void detour();
    /// The next question shown is looked at alone: the page after it, or before it, is this one.
    void turnAside();
    /// Keeps the page's answer; false when it does not fit (the page says why) or could not be
    /// written (failure()). The dossier is created at the first answer.
    bool keep();
    /// Leaving backwards: what fits is kept, what does not is there again on return.
    void keepTyped();
    /// What was typed in the dossier that is open and is no answer, by page; that of the page that
    /// is asked too when it is `shown`.
    [[nodiscard]] QHash<QString, QuestionDraft> unkept(bool shown) const;
    [[nodiscard]] bool hasTyped() const { return !unkept(false).isEmpty(); }
    /// To be there again when that page is shown.
    void putBack(const QString& key, const QuestionDraft& draft) { m_typed.insert(key, draft); }
    /// Names the page that is asked.
    [[nodiscard]] QString draftKey() const;
    /// A new item of the list on the page; its path, empty when it could not be added. For towns:
    /// opens the page that looks for one.
    std::string addItem();
    void removeItem(const std::string& item);
    /// One place earlier in the order of preference, in one edit.
    void raiseItem(const std::string& item);
    /// Name of what went wrong in the last call that writes (errcName); empty: nothing.
    [[nodiscard]] const QString& failure() const { return m_failure; }
    /// The person leaves these pages; what they typed and does not fit waits for their return.
    void leave();
    /// Nothing is left of anybody.
    void clear();

private:
    bool keepTown();
    bool hasTown(const std::string& insee) const;
    bool isFull();
    void search();
    bool refuses(const std::vector<client::TypedAnswer>& answers);
    bool written(const Result<void>& result);
    Result<void> write(const std::vector<client::TypedAnswer>& answers);
    [[nodiscard]] QuestionDraft emptyOrAnswered() const;

    QuestionViewModel& m_page;
    client::DossierSession* m_session;
    std::vector<Question> m_visible;
    Question m_asked;
    ListStep m_step = ListStep::list;
    std::vector<Question> m_before;        // remember()
    Question m_left;                       // to come back to; no id: none
    bool m_aside = false;                  // turnAside(), not detour()
    QuestionDraft m_proposed;              // put on the page by itself
    QHash<QString, QuestionDraft> m_typed; // what was typed and does not fit, by page
    QString m_failure;
};

} // namespace escale
