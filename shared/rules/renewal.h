// SPDX-License-Identifier: GPL-3.0-or-later
// Renewing a demande that is known: it lives a year (CCH R441-2-7), and says again what may have
// changed. Three questions when nothing has: still wanted, what changed, the income of the year
// that has become the one before last.
#pragma once

#include "shared/rules/questions.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace escale {

/// A demande may be renewed one month before its year ends (notice 51423#05, page 1; CCH R441-2-7
/// has the notice sent at that moment).
inline constexpr int kRenewalAfterMonths = 11;

/// A demande that nobody renews ends (CCH R441-2-8 e) a month after its year (CDC2015 §6).
inline constexpr int kEndedAfterMonths = 13;
/// Until then it may still be renewed, with its number and its seniority.
inline constexpr int kBackUntilMonths = 18;

/// Code of the task that says that the SNE ended the demande: this, the motif, ":" and the day, ISO
/// ("radiation:RADREN:2027-12-22").
inline constexpr std::string_view kTaskEnded = "radiation:";
bool isEnded(const Dossier& dossier);
/// Day from which its present year runs: of the last renewal signed, else of the deposit; empty
/// before.
Date yearStart(const Dossier& dossier);

/// Confirmed, registered, eleven months or more after its deposit or its last renewal, and not
/// being renewed already.
bool mayRenew(const Dossier& dossier, const Date& today);
/// A renewal was begun, and is not signed yet.
bool isRenewing(const Dossier& dossier);

/// Year from which those of the incomes are counted: of the last renewal, else of the deposit, else
/// this one.
int incomeBaseYear(const Dossier& dossier, const Date& today);

/// What to write when a renewal begins, paths with their values. The income of last year is that of
/// the year before last now: it stands there, and is not asked anew.
std::vector<std::pair<std::string, Value>> renewalStart(const Dossier& dossier, const Date& today);
/// What to write when the person signs it.
std::vector<std::pair<std::string, Value>> renewalSigned(const Dossier& dossier);

/// `page` is to be shown: always, but while a renewal goes on only where something may have
/// changed.
bool isAskedNow(const Question& page, const Dossier& dossier);
/// The first and the last of `visible` that are asked now; nullptr when there is none.
const Question* firstAsked(const std::vector<Question>& visible, const Dossier& dossier);
const Question* lastAsked(const std::vector<Question>& visible, const Dossier& dossier);

} // namespace escale
