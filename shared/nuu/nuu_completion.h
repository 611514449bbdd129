// SPDX-License-Identifier: GPL-3.0-or-later
// What an interfaceNuu says that no single answer gives: names, years, sums, reasons. Inside of the
// mapper.
#pragma once

#include "shared/base/date.h"
#include "shared/dossier/dossier.h"
#include "shared/nuu/xml.h"

#include <string>
#include <vector>

namespace escale::sne {

/// The value that nobody disputes: that of before, for a field in conflict.
Value undisputed(const Dossier& dossier, const std::string& path);

/// `asked` without the present address when letters go elsewhere: the interface has one address.
std::vector<std::string> toldFields(std::vector<std::string> asked);

/// Completes `demande` (a demandeLogement) already written from the fields `asked`. `received`: day
/// from which years are counted.
void complete(XmlElement& demande, const Dossier& dossier, const std::vector<std::string>& asked,
              const Date& received);

} // namespace escale::sne
