// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/read_code.h"

namespace escale {

deuxddoc::DocumentFacts factsOfCode(const deuxddoc::Message& message) {
    deuxddoc::DocumentFacts facts = deuxddoc::factsOf(message);
    const deuxddoc::Field* recovery = message.field("4A");
    if (!facts.issued && recovery && recovery->wellFormed && !recovery->cut)
        facts.issued = deuxddoc::dayOf(recovery->value);
    return facts;
}

} // namespace escale
