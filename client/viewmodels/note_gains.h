// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer or a document that is still missing would bring to the note.
#pragma once

#include "client/viewmodels/demande_note.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <string_view>

namespace escale {

/// Points that one pièce opens, or holds open: the note with it, minus the note without it. Points
/// that need another pièce too are not counted before that one is there.
class PieceGains {
public:
    PieceGains(const Dossier& dossier, const Date& today);
    /// 0 for a type that no line takes, or when no bareme covers the town.
    [[nodiscard]] int of(std::string_view type) const;
    /// Name of the type in the bareme; empty when no line takes it.
    [[nodiscard]] static std::string_view wordOf(std::string_view type);

private:
    std::optional<DemandeNote> m_scored;
};

struct NoteGains {
    struct Piece {
        QString label, picto; // in the present language
        int points = 0;
    };

    /// Points that the answer to a question may give, by its id; only questions that some line of
    /// the bareme waits for.
    QHash<QString, int> questions;
    /// Documents that would make points count at once, the largest gain first.
    QList<Piece> pieces;
};

/// For the first town that `dossier` asks for; empty when no bareme of this program covers it.
NoteGains gainsFor(const Dossier& dossier, const Date& today);

} // namespace escale
