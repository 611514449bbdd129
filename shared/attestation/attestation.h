// SPDX-License-Identifier: GPL-3.0-or-later
// The attestation d’enregistrement of CCH R441-2-4: what each of its points a to i says of one
// demande. In French, as the law gives it.
#pragma once

#include "shared/dossier/dossier.h"
#include "shared/papers/paper.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

/// What the site says of its territory (attestation.json of a data directory).
struct AttestationFacts {
    std::string guichetName;
    std::string guichetAddress;
    /// Social landlords, by INSEE code of a commune.
    std::map<std::string, std::vector<std::string>, std::less<>> bailleurs;
    struct Commission {
        int delayMonths = 0; // délai anormalement long set by the préfet; 0: not known here
        std::string address;
    };
    /// By département ("95", "2A", "974").
    std::map<std::string, Commission, std::less<>> commissions;
};

/// The delays that published plans give (95 and 77: 36 months; 42: 15), without addresses.
AttestationFacts knownFacts();

/// Adds what `json` says to what is known; its members: "guichet": {"nom", "adresse"}, "bailleurs":
/// {INSEE: [name]}, "commissions": {département: {"delai_mois", "adresse"}}. Errc::malformed.
Result<AttestationFacts> readFacts(std::string_view json, AttestationFacts known);

/// `dossier` has its numéro unique and its day of reception.
papers::Paper attestationOf(const Dossier& dossier, const AttestationFacts& facts);

/// "95", "2A", "974" of an INSEE code.
std::string departementOf(std::string_view insee);

} // namespace escale
