// SPDX-License-Identifier: GPL-3.0-or-later
// « À vérifier avec vous »: answers that do not go together, one question at a time, right after
// the answer that brought it, or before the check page. Never a refusal.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/viewmodels/recap_model.h"
#include "shared/rules/questions.h"

#include <vector>

namespace escale {

class DoubtPage {
public:
    /// `session` may be null (nothing is then called but clear()). Both outlive it.
    DoubtPage(RecapModel& recap, client::DossierSession* session);

    /// Puts the first doubt that is open on the page (recap.doubt): those about an answer of
    /// `left`, or any of them when it is null. False: there is none.
    bool look(const std::vector<Question>& visible, const Question* left);
    /// The doubt came before the check page, not after an answer.
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// « C’est juste »: kept in the dossier, one edit.
    Result<void> confirm();
    /// The language has changed, or the answers: same doubt, other words.
    void refresh(const std::vector<Question>& visible);
    void clear();

private:
    RecapModel& m_recap;
    client::DossierSession* m_session;
    Doubt m_doubt; // no reason: none
    bool m_atEnd = false;
};

} // namespace escale
