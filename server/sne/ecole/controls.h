// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in's own blocking controls, on the XML. The SNE's list (CTRL_DEM_00nn) is not public:
// codes ECO_00nn are ours, rules come from notice 51423#05 and from a client that worked.
#pragma once

#include "server/sne/interface_nuu.h"
#include "shared/base/date.h"

#include <vector>

namespace escale::sne::ecole {

/// Empty when the demande may be registered on `today`.
std::vector<NuuAnomaly> controlDemande(const XmlElement& interfaceNuu, const Date& today);

/// "CRE", "MOD"…; "" when absent.
std::string typeFichierOf(const XmlElement& interfaceNuu);

} // namespace escale::sne::ecole
