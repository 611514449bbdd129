// SPDX-License-Identifier: GPL-3.0-or-later
// What one reads in, and writes around, an interfaceNuu or a listeDoublons.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/nuu/xml.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::sne {

inline constexpr std::string_view kNuuNamespace = "http://nuu.application.i2/";
inline constexpr std::string_view kInterfaceVersion = "02.01";
inline constexpr std::string_view kDemandePath = "demande/demandeLogement";

/// A blocking control that did not hold: an opaque pair, kept as it came.
struct NuuAnomaly {
    std::string code;
    std::string label;
    std::string path{}; // element concerned, below demandeLogement; never on the wire
    bool operator==(const NuuAnomaly&) const = default;
};

/// Enough to recognise a person.
struct Person {
    std::string nom; // at birth where known
    std::string prenom;
    std::string naissance; // ISO
    bool operator==(const Person&) const = default;
};

struct Doublon {
    std::string numUnique;
    Person person;
    bool operator==(const Doublon&) const = default;
};

/// 18 characters: territory, month and year of deposit, sequence, guichet. No key: nothing to
/// correct.
bool isNumeroUnique(std::string_view text);

/// An interfaceNuu with its entete and an empty demandeLogement.
XmlElement newInterfaceNuu(std::string_view typeFichier, std::string_view dateFichier);
/// The demandeLogement of an interfaceNuu; std::logic_error when it was not made by the above.
XmlElement& demandeOf(XmlElement& interfaceNuu);

/// "" when absent.
std::string numUniqueOf(const XmlElement& interfaceNuu);
std::vector<NuuAnomaly> anomaliesOf(const XmlElement& interfaceNuu);
void addAnomalies(XmlElement& demandeLogement, const std::vector<NuuAnomaly>& anomalies);

/// The demandeur; nomPatronymique wins over nom.
Person demandeurOf(const XmlElement& interfaceNuu);
/// Without accents, capitals, hyphens and apostrophes as spaces; for names.
std::string normalisedName(std::string_view name);
/// Same birth, and same names once normalised. False when one of the three is empty.
bool samePerson(const Person& a, const Person& b);

XmlElement newListeDoublons(const std::vector<Doublon>& doublons);
/// Every element below that holds a numUnique.
std::vector<Doublon> doublonsOf(const XmlElement& listeDoublons);

} // namespace escale::sne
