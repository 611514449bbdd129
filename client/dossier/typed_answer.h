// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed, before it is an answer.
#pragma once

#include <string>

namespace escale::client {

/// What somebody typed for one field, still to be checked: "oui", "12/3/1982", "ne_sait_pas", "".
struct TypedAnswer {
    std::string path; // full path: "demandeur.nom", "localisations[UUID].commune"
    std::string text;
};

/// An answer that is refused: the path, and the key of the message for the person (messageFor).
struct RefusedAnswer {
    std::string path;
    std::string messageKey;
};

} // namespace escale::client
