// SPDX-License-Identifier: GPL-3.0-or-later
// One message of each version and type that the tests of 2D-Doc use. Invented people.
#pragma once

#include <string>
#include <vector>

namespace escale::test {

struct Sample {
    const char* name;
    std::string text; // without US nor signature
};

/// Authority FR00, certificate T001, signed on 2026-01-01 (2519).
inline std::vector<Sample> samples() {
    const std::string address = "20\x1D"
                                "21BAT A\x1D"
                                "22145 AVENUE DES SPECIMENS\x1D"
                                "23\x1D"
                                "2469002"
                                "25LYON\x1D"
                                "26FR";
    const std::string notice = "432,5\x1D"
                               "442527726568184"
                               "452024"
                               "46MARTIN EXEMPLE\x1D"
                               "4A31072025"
                               "4Y12 RUE DES SPECIMENS/75000 PARIS\x1D"
                               "4113614\x1D"
                               "473011740353432"
                               "4V-1542\x1D";
    return {
        {"v01 domicile", "DC01FR00T0012519251900"
                         "10MME/SPECIMEN/NATACHA\x1D" +
                             address},
        {"v02 facture", "DC02FR00T0012519251901"
                        "11MME\x1D"
                        "12NATACHA\x1D"
                        "13SPECIMEN\x1D"
                        "22145 AVENUE DES SPECIMENS\x1D"
                        "2469002"
                        "26FR"
                        "18F20250042\x1D"},
        {"v03 avis", "DC03FR00T001FFFF25190401"
                     "403011740353432"
                     "4113614\x1D"
                     "432\x1D"
                     "10M/EXEMPLE/KARIM\x1D"},
        {"v03 identite", "DC03FR00T001092D25190701"
                         "60NATACHA\x1D"
                         "62SPECIMEN\x1D"
                         "65P "
                         "6607CD12304\x1D"
                         "67FR"
                         "68F"
                         "6917071988"
                         "6CFR"},
        {"v04 domicile", "DC04FR00T001251925190001FR"
                         "10M/EXEMPLE/KARIM\x1D" +
                             address + "\x1D"},
        {"v04 facture", "DC04FR00T001251925190101FR"
                        "10MME/SPECIMEN/NATACHA\x1D"
                        "22145 AVENUE DES SPECIMENS\x1D"
                        "2469002"
                        "25LYON\x1D"
                        "26FR"
                        "18F20250042\x1D"},
        {"v04 avis", "DC04FR00T001FFFF25192801FR" + notice},
        {"v04 bande", "DC04FR00T001092D25190801FR"
                      "6FIDFRASPECIMEN<<<<<<<<<<<<<<<<<<<<<<<07CD123045673NATACHA<<MARIE8807178F5"},
        {"v04 autre", "DC04FR00T00125192519Z901FR"
                      "01SANS NOM\x1D"
                      "Z1QUELQUE CHOSE\x1D"},
    };
}

} // namespace escale::test
