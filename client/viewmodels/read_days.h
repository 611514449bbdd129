// SPDX-License-Identifier: GPL-3.0-or-later
// The day of a document, asked for in one or two touches: a month, or a year then its month. What a
// touch does not say is taken in favour of the person: the last day of the month.
#pragma once

#include "client/viewmodels/read_piece.h"

#include <QStringList>

namespace escale {

/// What can be touched: "2026-08" (a month), "2026" (a year), "annee:2024" (its month comes next),
/// "avant" (older than all of them), "passe" (no longer good). `year`: months of that year; 0: the
/// first touch. `ask`: of kind issued or expires.
QStringList dayChoices(const ReadAsk& ask, const Date& today, int year);

/// The day that is kept for a choice; empty for "annee:…" and for what is no choice.
Date dayChosen(const ReadAsk& ask, const QString& choice, const Date& today);

} // namespace escale
