// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier as an interfaceNuu 02.01, and back. Pure functions; the catalogue says which element
// stands for which field (FieldSpec::sneElement, CodeEntry::sneCode).
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"
#include "shared/nuu/xml.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::sne {

/// How a demande ends (R441-2-8): codes of the interface 02.01.
struct Radiation {
    std::string motif;     // "RADABA"
    std::string sousMotif; // "IRRSEJ" or "IRRRES", for RADIRR
    std::string day;       // ISO
};

struct MapSettings {
    std::string guichet;     // numGuichet, 5 characters
    std::string typeFichier; // "CRE", "MOD"…
    std::string numUnique;   // for all but CRE
    std::int64_t nowMs = 0;  // of dateFichier, and of the rules of visibility
    std::string version{}; // "02.00" or "02.01" (kInterfaceVersion, or that of the copy, if empty)
    Radiation radiation{}; // for RAD
};

/// Only what the form asks this person is sent: an answer whose question is no longer asked stays
/// with us. A field in conflict has its base value, or is left out when there was none. Elements
/// stand in the order of the published sample (README). A demande that came from the register
/// (import.h) goes back with what our fields do not say; its guichet, type and date are those it
/// came with where `settings` says nothing.
XmlElement toInterfaceNuu(const Dossier& dossier, const Catalogue& catalogue,
                          const MapSettings& settings);

/// Just enough to look for doublons: the identity of the demandeur.
XmlElement toSearch(const XmlElement& interfaceNuu);

/// One field as the XML has it. Items of a collection are named by their place: "localisations[0]".
struct Reading {
    std::string path;
    Value value;
    bool operator==(const Reading&) const = default;
};

/// Every field of the catalogue that the XML tells, in the order of the form.
std::vector<Reading> readDemande(const XmlElement& interfaceNuu, const Catalogue& catalogue);

/// True when both tell the same fields, the same guichet and the same date of creation; numbers,
/// headers and elements that we do not know are not compared.
bool sameDemande(const XmlElement& a, const XmlElement& b, const Catalogue& catalogue);

} // namespace escale::sne
