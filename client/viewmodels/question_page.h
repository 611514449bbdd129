// SPDX-License-Identifier: GPL-3.0-or-later
// Between a question of the catalogue and its page: what is shown, what was answered, what the
// person's input says. No state.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/viewmodels/question_face.h"
#include "client/viewmodels/question_lists.h"
#include "shared/rules/questions.h"

#include <vector>

namespace escale {

/// Of every page of the catalogue, in its order.
QStringList allQuestionIds();

/// "texte", "date"…, as QuestionViewModel::saisie says; a consent is a "oui_non".
QString saisieOf(Input input);

/// How many characters go together when the answer to `field` is shown: 3, 3, 3, 5 for a SIRET.
/// Empty when it is not a number written in groups.
QList<int> groupsOf(const FieldSpec& field);

QuestionFace faceOf(const Question& question, const Dossier& dossier,
                    ListStep step = ListStep::list);

/// What the dossier already answers to the page. Nothing for pages that hold items.
QuestionDraft draftOf(const Question& question, const Dossier& dossier);

/// The page filled with what follows from other answers (proposedAnswer), which `face` then says.
/// Empty when nothing follows, or the page has its answer.
QuestionDraft proposedOn(const Question& question, QuestionFace& face, const Dossier& dossier,
                         const Date& today);

/// What the page says, one answer for each of its fields, in the words of parseTyped. Empty for
/// pages that hold items.
std::vector<client::TypedAnswer> answersOf(const Question& question, const QuestionFace& face,
                                           const QuestionDraft& draft);

/// Key of what is missing for the page to be left: "erreur.reponse" when an answer that registering
/// needs is empty, "manque.localisation" for no town; empty when it may be left.
QString missingOn(const Question& question, const std::vector<client::TypedAnswer>& answers,
                  const QuestionDraft& draft, const Dossier& dossier, const Date& today);

/// Every field of the page has an answer (a marker is one); for pages that hold items, one item.
bool isAnswered(const Question& question, const Dossier& dossier);

} // namespace escale
