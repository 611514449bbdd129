// SPDX-License-Identifier: GPL-3.0-or-later
// What the register says of demandes it holds: decisions of a commission (DALO), demandes that
// ended. The names of these lists and of their elements are ours: none is public.
#pragma once

#include "shared/nuu/xml.h"

#include <string>
#include <vector>

namespace escale::sne {

struct NewDalo {
    std::string numUnique;
    std::string statut; // "ACTIF", "CADUC", "ACTREL", "NON"
    std::string day;    // ISO, of the decision
    bool operator==(const NewDalo&) const = default;
};

struct EndedDemande {
    std::string numUnique;
    std::string motif;     // "RADREN"…
    std::string sousMotif; // "" for most
    std::string day;       // ISO
    bool operator==(const EndedDemande&) const = default;
};

XmlElement newListeDalo(const std::vector<NewDalo>& rows);
/// Every element below that holds a numUnique.
std::vector<NewDalo> dalosOf(const XmlElement& listeDalo);
XmlElement newListeRadiations(const std::vector<EndedDemande>& rows);
std::vector<EndedDemande> endedOf(const XmlElement& listeRadiations);

/// An interfaceNuu that tells a decision under its number.
XmlElement newDaloDeclaration(const NewDalo& dalo, std::string_view guichet,
                              std::string_view dateFichier);

} // namespace escale::sne
