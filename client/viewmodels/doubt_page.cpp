// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/doubt_page.h"

#include "client/viewmodels/recap_words.h"

#include <algorithm>

namespace escale {

namespace {

/// A doubted person is on every page that says who they are.
bool isAbout(const std::string& answer, const Question& question) {
    const bool person = answer.ends_with(']');
    if (question.holdsItems())
        return answer == question.collection;
    return std::any_of(question.fields.begin(), question.fields.end(), [&](const auto& field) {
        return field == answer || (person && field.starts_with(answer + '.'));
    });
}

bool isAbout(const Doubt& doubt, const Question& question) {
    return std::any_of(doubt.answers.begin(), doubt.answers.end(),
                       [&](const std::string& answer) { return isAbout(answer, question); });
}

} // namespace

DoubtPage::DoubtPage(RecapModel& recap, client::DossierSession* session)
    : m_recap(recap)
    , m_session(session) {}

bool DoubtPage::look(const std::vector<Question>& visible, const Question* left) {
    const auto open = openDoubts(m_session->dossier(), m_session->today());
    const auto first = std::find_if(open.begin(), open.end(), [&](const Doubt& doubt) {
        return left == nullptr || isAbout(doubt, *left);
    });
    if (first == open.end()) {
        m_doubt = {}; // what is on the page stays while it slides away
        return false;
    }
    m_doubt = *first;
    m_atEnd = left == nullptr;
    refresh(visible);
    return true;
}

Result<void> DoubtPage::confirm() {
    std::vector<Change> changes;
    for (auto& [path, value] : verifiedAnswers(m_doubt, m_session->dossier()))
        changes.push_back({path, std::move(value), 0});
    return m_session->apply(std::move(changes));
}

void DoubtPage::refresh(const std::vector<Question>& visible) {
    if (!m_doubt.reason.empty())
        m_recap.showDoubt(doubtInWords(m_doubt, visible, m_session->dossier()));
}

void DoubtPage::clear() {
    m_doubt = {};
    m_atEnd = false;
    m_recap.showDoubt({});
}

} // namespace escale
