// SPDX-License-Identifier: GPL-3.0-or-later
// The check page in words: every question that is asked, and what is still missing.
#pragma once

#include "client/viewmodels/recap_model.h"
#include "shared/dossier/dossier.h"
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"

#include <vector>

namespace escale {

/// One row for each question of `visible`, in the present language.
QList<RecapModel::Row> recapRows(const std::vector<Question>& visible, const Dossier& dossier);

/// [{label, questionId, item}]: what registering waits for. The confirmation, which comes after
/// this page, is left out.
QVariantList recapMissing(const std::vector<Question>& visible,
                          const std::vector<Missing>& missing);

/// Only a document is missing: the demande can be confirmed, the document brought later.
bool canBeConfirmed(const std::vector<Missing>& missing);

} // namespace escale
