// SPDX-License-Identifier: GPL-3.0-or-later
// The check page in words: every question that is asked, what is missing, what can come later.
#pragma once

#include "client/viewmodels/note_gains.h"
#include "client/viewmodels/recap_model.h"
#include "shared/dossier/dossier.h"
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"

#include <vector>

namespace escale {

/// One row for each question of `visible`, in the present language; several for a very long answer.
QList<RecapModel::Row> recapRows(const std::vector<Question>& visible, const Dossier& dossier);

/// "Votre nom : <b>Benarous</b>" as StyledText: everything typed is escaped. Of a row of recapRows.
QString recapSentence(const RecapModel::Row& row);

/// [{label, questionId, item, path}]: what registering waits for. The confirmation, which comes
/// after this page, is left out.
QVariantList recapMissing(const std::vector<Question>& visible, const Dossier& dossier,
                          const std::vector<Missing>& missing);

/// A doubt as RecapModel.doubt: its question, and what each of the answers says, three at the most.
QVariantMap doubtInWords(const Doubt& doubt, const std::vector<Question>& visible,
                         const Dossier& dossier);

/// Everything of the check page: recapRows, then what is missing, then what was answered « je ne
/// sais pas », or « je n’en ai pas » where registering needs it, with why it matters.
void fillRecap(RecapModel& recap, const std::vector<Question>& visible, const Dossier& dossier,
               const std::vector<Missing>& missing, const Date& today);

/// Only a document is missing: the demande can be confirmed, the document brought later.
bool canBeConfirmed(const std::vector<Missing>& missing);

} // namespace escale
