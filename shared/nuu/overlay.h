// SPDX-License-Identifier: GPL-3.0-or-later
// What changed in a dossier since its demande came from the register, written into that demande.
// Inside of the mapper.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"
#include "shared/nuu/xml.h"

#include <string>
#include <vector>

namespace escale::sne {

/// `origin` with the answers that are no longer those it says, and the items that came or went;
/// everything else stays as it was, known or not. Both trees have the marks of their items;
/// `fresh` is the demande made from the answers alone, `asked` what the form asks now.
XmlElement overlay(XmlElement origin, const XmlElement& fresh, const Dossier& dossier,
                   const Catalogue& catalogue, const std::vector<std::string>& asked,
                   const Date& today);

} // namespace escale::sne
