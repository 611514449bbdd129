// SPDX-License-Identifier: GPL-3.0-or-later
// Answers the questions that the pages ask, one after the other: with the answers prepared for a
// household, made up for the questions that it does not know.
#pragma once

#include "client/selftest/answers.h"
#include "client/selftest/walk.h"

#include <QSet>

namespace escale {

class FormFiller {
public:
    FormFiller(Walk& walk, std::map<QString, WalkAnswer> answers);

    /// From the first question to the check page. Stops on every page, and once for each kind of
    /// question on what the page says of an answer that does not fit.
    Result<void> fill();
    /// Questions met so far.
    [[nodiscard]] const QSet<QString>& met() const { return m_met; }

private:
    Result<void> settleDoubt();
    Result<void> answerPage();
    Result<void> people();
    Result<void> answer(const WalkAnswer& answer);
    Result<void> fillFields(const WalkAnswer& answer);
    Result<void> fillDate(const QStringList& date);
    Result<void> chooseTown(const WalkAnswer& answer);
    Result<void> showFault();
    Result<void> showShortNumber(const QString& digits);
    Result<void> showOtherLanguage();
    Result<void> givePhotos();
    Result<void> lookAtWhatLacks();
    Result<void> leave();
    Result<void> leaveAtOnce();
    Result<void> tryAnswers();
    Result<void> leftFrom(const QString& before);
    [[nodiscard]] QString place() const;
    [[nodiscard]] QuestionViewModel& question() const { return *m_walk.parcours.question(); }

    Walk& m_walk;
    Walker& m_walker;
    Parcours& m_parcours;
    std::map<QString, WalkAnswer> m_answers;
    QSet<QString> m_met;
    QSet<QString> m_faulted; // kinds of question whose fault was shown
};

} // namespace escale
