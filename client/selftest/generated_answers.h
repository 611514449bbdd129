// SPDX-License-Identifier: GPL-3.0-or-later
// Answers made up from the kind of question alone, for those that no household has prepared: a new
// question of the catalogue is walked through at once.
#pragma once

#include "client/selftest/answers.h"
#include "client/viewmodels/question_view_model.h"

namespace escale {

/// To be tried in this order until the page is left. « oui » and the first choice come first: they
/// open the most pages.
QList<WalkAnswer> generatedAnswers(const QuestionViewModel& question);

/// An answer that the page should refuse, to see how it says so.
WalkAnswer wrongAnswer(const QuestionViewModel& question);

/// Gives the answer at once, without touching; replaces what was there. A button of the answer
/// leaves the page.
void giveAnswer(QuestionViewModel& question, const WalkAnswer& answer);

} // namespace escale
