// SPDX-License-Identifier: GPL-3.0-or-later
// Answers the questions that the pages ask, one after the other, by touch.
#pragma once

#include "client/selftest/answers.h"
#include "client/selftest/walker.h"
#include "client/viewmodels/parcours.h"

namespace escale {

class FormFiller {
public:
    FormFiller(Walker& walker, Parcours& parcours, std::map<QString, WalkAnswer> answers);

    /// From the first question to the check page. Shows on the way a telephone number that is one
    /// digit short, and the page of the name in another language (`otherLanguage`). `suffix` ends
    /// the names of the steps. Errc::notFound for a question without an answer.
    Result<void> fill(const QString& language, const QString& otherLanguage, const QString& suffix);

private:
    Result<void> answerPage(const QString& suffix);
    Result<void> answer(const WalkAnswer& answer);
    Result<void> fillFields(const WalkAnswer& answer);
    Result<void> fillDate(const QStringList& date);
    Result<void> chooseTown(const WalkAnswer& answer);
    Result<void> showShortNumber(const QString& digits, const QString& suffix);
    Result<void> showLanguage(const QString& from, const QString& to, const QString& suffix);
    Result<void> givePhoto(const QString& suffix);
    Result<void> leave();
    [[nodiscard]] QString place() const;

    Walker& m_walker;
    Parcours& m_parcours;
    std::map<QString, WalkAnswer> m_answers;
};

} // namespace escale
