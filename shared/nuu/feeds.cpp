// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/feeds.h"

#include "shared/nuu/interface_nuu.h"

namespace escale::sne {
namespace {

XmlElement newList(const char* name) {
    return {std::string(kNuuNamespace), name, {}, {}, {}};
}

/// Elements below that hold a numUnique, in document order.
void collect(const XmlElement& element, std::vector<const XmlElement*>& out) {
    if (!element.textAt("numUnique").empty()) {
        out.push_back(&element);
        return;
    }
    for (const XmlElement& child : element.children)
        collect(child, out);
}

} // namespace

XmlElement newListeDalo(const std::vector<NewDalo>& rows) {
    XmlElement list = newList("listeDalo");
    for (const NewDalo& row : rows) {
        XmlElement& item = list.add("nouveauDalo");
        item.add("numUnique", row.numUnique);
        item.addCode("statutDalo", row.statut);
        item.add("dateDalo", row.day);
    }
    return list;
}

std::vector<NewDalo> dalosOf(const XmlElement& listeDalo) {
    std::vector<const XmlElement*> found;
    collect(listeDalo, found);
    std::vector<NewDalo> rows;
    for (const XmlElement* row : found)
        rows.push_back(
            {row->textAt("numUnique"), row->codeAt("statutDalo"), row->textAt("dateDalo")});
    return rows;
}

XmlElement newListeRadiations(const std::vector<EndedDemande>& rows) {
    XmlElement list = newList("listeRadiations");
    for (const EndedDemande& row : rows) {
        XmlElement& item = list.add("demandeRadiee");
        item.add("numUnique", row.numUnique);
        item.addCode("motifRadiation", row.motif);
        if (!row.sousMotif.empty())
            item.addCode("sousMotifIrrecevabilite", row.sousMotif);
        item.add("dateRadiation", row.day);
    }
    return list;
}

std::vector<EndedDemande> endedOf(const XmlElement& listeRadiations) {
    std::vector<const XmlElement*> found;
    collect(listeRadiations, found);
    std::vector<EndedDemande> rows;
    for (const XmlElement* row : found)
        rows.push_back({row->textAt("numUnique"), row->codeAt("motifRadiation"),
                        row->codeAt("sousMotifIrrecevabilite"), row->textAt("dateRadiation")});
    return rows;
}

XmlElement newDaloDeclaration(const NewDalo& dalo, std::string_view guichet,
                              std::string_view dateFichier) {
    XmlElement root = newInterfaceNuu("MOD", dateFichier);
    XmlElement& demande = demandeOf(root);
    demande.add("numUnique", dalo.numUnique);
    demande.add("numGuichet", std::string(guichet));
    XmlElement& block = demande.add("dalo");
    block.addCode("statutDalo", dalo.statut);
    block.add("dateDalo", dalo.day);
    return root;
}

} // namespace escale::sne
