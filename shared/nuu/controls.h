// SPDX-License-Identifier: GPL-3.0-or-later
// Blocking controls on the XML. The SNE's list (CTRL_DEM_00nn) is not public: codes ECO_00nn, their
// sentences and the field that each asks to correct stand in shared/data/nuu/controles.json.
// Written apart from shared/rules on purpose: two readings of the same rules find each other's
// mistakes.
#pragma once

#include "shared/base/date.h"
#include "shared/nuu/interface_nuu.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::sne {

/// Empty when the demande may be registered (or ended) on `today`.
std::vector<NuuAnomaly> controlDemande(const XmlElement& interfaceNuu, const Date& today);

/// "CRE", "MOD"…; "" when absent.
std::string typeFichierOf(const XmlElement& interfaceNuu);

struct ControlText {
    std::string label; // French; %1 stands for what it is about
    std::string field; // answer to correct, may be empty
    std::string source;
};
/// By code.
const std::map<std::string, ControlText, std::less<>>& controlTexts();
/// The anomaly of that code, about `what`. Unknown code: its own name as label.
NuuAnomaly anomaly(std::string_view code, std::string_view what = {}, std::string path = {});
/// The answer to correct for that code, "" when it is not known.
std::string fieldToCorrect(std::string_view code);
/// The controls whose anomaly names a field: code → field.
std::map<std::string, std::string> anomalyFields();

} // namespace escale::sne
