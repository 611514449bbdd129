// SPDX-License-Identifier: GPL-3.0-or-later
// The papers to take away, in words: the récapitulatif, the pièces to bring, the receipt.
#pragma once

#include "client/papers/paper.h"
#include "client/viewmodels/receipt_view_model.h"
#include "shared/base/date.h"
#include "shared/dossier/dossier.h"

#include <QString>

#include <optional>

namespace escale {

enum class PaperKind { recap, pieces, recu };

/// "recap", "pieces", "recu"; nothing for another word.
std::optional<PaperKind> paperKindOf(const QString& word);

/// What the papers say, in no language.
struct PaperFacts {
    const Dossier& dossier;
    Date today;
    ReceiptViewModel::Facts receipt;
    QString phone; // of the site, may be empty
};

/// In `language`, with the French beside it when it is another one. No word of it depends on the
/// language of the pages.
papers::Paper paperOf(PaperKind kind, const PaperFacts& facts, const QString& language);

} // namespace escale
