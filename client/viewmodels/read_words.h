// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a document, in the present language.
#pragma once

#include "client/viewmodels/read_piece.h"

#include <QVariantMap>

namespace escale {

/// {code, kind, title, hint, label, value, caption, rows: [{label, value}], choices: [{value, text,
/// second, icon}], cards}: see PieceProposals::ask. `year`: of dayChoices(). `type`: of the pièce.
QVariantMap askInWords(const ReadAsk& ask, const ReadPiece& piece, const Date& today, int year);

} // namespace escale
