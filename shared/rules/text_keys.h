// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of a text that the catalogue and the rules can show: a translation is complete when it
// has them all.
#pragma once

#include <string>
#include <vector>

namespace escale {

/// Sorted, without doubles: partie.*, question.*, aide.*, recap.*, code.*, collection.*,
/// glossaire.*, doute.*, manque.*, erreur.*. Keys of errors come without their number
/// ("erreur.telephone.court"): the translation has %1 where it stands.
std::vector<std::string> allTextKeys();

} // namespace escale
