// SPDX-License-Identifier: GPL-3.0-or-later
// The pièces of a demande in words: which, for whom, where to find each, where it stands. The same
// for the list, the papers and the adviser; in the present language.
#pragma once

#include "shared/base/date.h"
#include "shared/dossier/dossier.h"
#include "shared/pieces/status.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace escale {

struct PieceFace {
    pieces::Status status;
    QString key;    // pieces::Need::key()
    QString picto;  // of the pièce that counts, else of the usual one
    QString label;  // "Avis d’impôt 2025"
    QString whose;  // "pour vous et Ana"
    QString advice; // "Les 3 derniers, de moins de 3 mois"
    QString state;  // pieces::stateName, or "absente": the person said that they do not have it
    QString stateLabel;
    QString fault;  // why it has to be given again; empty when nothing is wrong
    QString note;   // "Toujours demandé", "Un conseiller va regarder"
    int points = 0; // that it opens, or holds open

    [[nodiscard]] bool wanted() const { return pieces::isWanted(status.state); }
};

/// Every pièce that the answers call for. First what lacks (to register, then what opens most
/// points), then what is given; then, alone, what nobody called for.
QList<PieceFace> pieceFaces(const Dossier& dossier, const Date& today,
                            const pieces::PageStates& queue = {});

/// "Avis d’impôt 2025" for a need; the plain name of a type without one.
QString pieceLabel(const std::string& type, int incomeYear = 0);
QString pieceTypePicto(const std::string& type);
/// "Votre employeur le donne."
QString whereToFind(const std::string& type);
/// "Les deux côtés, encore valable".
QString pieceAdvice(const pieces::Accepted& accepted, int incomeYear);
/// What happens without it, in one or two sentences.
QString withoutIt(pieces::Group group);

/// Keys of the needs that the person said not to have (depot.pieces_absentes).
QStringList absentPieces(const Dossier& dossier);

} // namespace escale
