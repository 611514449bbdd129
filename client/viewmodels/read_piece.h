// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of one document say together, and what it leaves to ask the person. Nothing that
// was read is an answer: each is a question, asked once.
#pragma once

#include "client/viewmodels/page_reader.h"
#include "shared/dossier/dossier.h"
#include "shared/pieces/freshness.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace escale {

/// A document that is kept, with what was read on its pages.
struct ReadPiece {
    PieceId id;
    std::vector<std::shared_ptr<const PageReading>> pages;
    QStringList answered; // codes of the asks that are done with
    QStringList refused;  // those among them that the person said no to

    [[nodiscard]] bool finished() const;
    [[nodiscard]] const PageReading* withCode() const; // the first page that has one; or nullptr
    /// The proposal to show for a subject, of a code before those of the text; the latest of
    /// several days. Nothing: it was not read.
    struct Found {
        std::string value;
        QImage place;
        bool fromCode = false;
    };
    [[nodiscard]] std::optional<Found> find(reading::Subject subject) const;
    /// The document that it looks like, a code of the list "piece"; "" when nothing tells.
    [[nodiscard]] std::string kind() const;
    /// What a code that is not altered says, completed by the printed text.
    [[nodiscard]] deuxddoc::DocumentFacts facts() const;
};

/// One thing to ask about what was read.
struct ReadAsk {
    enum class Kind {
        type,    // is it another document than the one that was wanted?
        code,    // what became of the 2D-Doc: nothing is asked
        confirm, // nobody answered yet: is this right?
        differ,  // the answer and the paper do not say the same: which is right?
        owner,   // the name of somebody else: is it the right document?
        issued,  // of which month, or year, is it?
        expires, // until when is it good?
    };
    Kind kind = Kind::confirm;
    QString code;     // names it within its document
    QString field;    // what it is about, a key of the words: "revenu", "naissance", "nom"…
    int year = 0;     // of an income
    std::string read; // "13614", "2025-07-07", "BENAROU LINA", a type of pièce
    std::string typed;
    QImage place;          // where it was read; null: nowhere
    bool fromCode = false; // of a code: `verified` tells whether its author vouches for it
    bool verified = false;
    bool doubted = false; // of a code: the text of its page seems to say something else
    /// What a yes keeps; of a day that is asked for: its field.
    std::vector<std::pair<std::string, Value>> changes;
    pieces::Freshness rule; // of a day: why it is needed
};

/// The first thing that is still to be asked; nothing when all is done with. `visible`: fields that
/// are asked for (DossierSession::visibleFields).
std::optional<ReadAsk> nextAsk(const ReadPiece& piece, const Dossier& dossier,
                               const std::vector<std::string>& visible, const Date& today);

/// Words of `typed` that are nearly those of `read`, written as in `read`; the others stay.
std::string nameAsRead(const std::string& typed, const std::string& read);

} // namespace escale
