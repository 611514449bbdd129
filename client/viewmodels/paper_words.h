// SPDX-License-Identifier: GPL-3.0-or-later
// The papers to take away, in words: the récapitulatif, the pièces to bring, the receipt, and the
// attestation once there is a number.
#pragma once

#include "client/viewmodels/receipt_view_model.h"
#include "shared/attestation/attestation.h"
#include "shared/base/date.h"
#include "shared/dossier/dossier.h"
#include "shared/papers/paper.h"

#include <QString>

#include <optional>

namespace escale {

enum class PaperKind { recap, pieces, recu, attestation };

/// "recap", "pieces", "recu", "attestation"; nothing for another word.
std::optional<PaperKind> paperKindOf(const QString& word);

/// What the papers say, in no language.
struct PaperFacts {
    const Dossier& dossier;
    Date today;
    ReceiptViewModel::Facts receipt;
    QString phone; // of the site, may be empty
    AttestationFacts site = knownFacts();
};

/// In `language`, with the French beside it when it is another one. No word of it depends on the
/// language of the pages. The attestation is in French, as the law gives it, and asks for a
/// numéro unique.
papers::Paper paperOf(PaperKind kind, const PaperFacts& facts, const QString& language);

} // namespace escale
