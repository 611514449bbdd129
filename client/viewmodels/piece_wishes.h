// SPDX-License-Identifier: GPL-3.0-or-later
// The pièces to bring, from the answers.
#pragma once

#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale {

struct WishedPiece {
    std::string type;  // code of the list "piece"
    std::string picto; // name of a pictogram
    bool kept = false; // the dossier has it
};

/// What the answers to the fields `visible` (full paths) call for, then what was given besides;
/// each type once, in the order of the list "piece". The proof of identity is always there (CCH
/// R441-2-3); the others are those that the catalogue names for each field ("pieces"), and an
/// answer that says no calls for nothing.
std::vector<WishedPiece> wishedPieces(const Dossier& dossier,
                                      const std::vector<std::string>& visible);

} // namespace escale
