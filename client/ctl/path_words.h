// SPDX-License-Identifier: GPL-3.0-or-later
// What people write for a field: "demandeur.nom=DIALLO", "localisations[1].commune=95585".
#pragma once

#include "client/dossier/dossier_session.h"

#include <string>
#include <vector>

namespace escale::client::ctl {

/// Full paths for each "chemin=valeur". In brackets: an identifier; a number N, the Nth item in
/// order, or a new one when N is one more than there are; or a word that starts with "+", a new
/// item for each distinct word. Errc::invalidArgument or unknownField, naming the path.
Result<std::vector<TypedAnswer>> resolveAssignments(const std::vector<std::string>& assignments,
                                                    const Dossier& dossier,
                                                    const Catalogue& catalogue, const Clock& clock,
                                                    Random& random);

} // namespace escale::client::ctl
