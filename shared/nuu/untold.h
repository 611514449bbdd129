// SPDX-License-Identifier: GPL-3.0-or-later
// What the Cerfa *05 asks and the interface 02.01, as it is publicly known, cannot say: listed, and
// kept in the dossier.
#pragma once

#include "shared/base/date.h"
#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale::sne {

struct Untold {
    std::string path;
    /// "sans_element": no element known; "sans_code": its answer has no code there;
    /// "une_adresse": the interface has the address of the letters only; "implicite": said by what
    /// the demande lists; "ici": of Escale alone, nothing to tell.
    std::string reason;
    bool operator==(const Untold&) const = default;
};

/// Answers that are asked, are values, and do not go to the register as such. In the order of the
/// form.
std::vector<Untold> untoldAnswers(const Dossier& dossier, const Catalogue& catalogue,
                                  const Date& today);

} // namespace escale::sne
