// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/sne_mapper.h"

#include "shared/nuu/field_codec.h"
#include "shared/nuu/import.h"
#include "shared/nuu/interface_nuu.h"
#include "shared/nuu/nuu_completion.h"
#include "shared/nuu/nuu_order.h"
#include "shared/nuu/overlay.h"
#include "shared/nuu/wire_time.h"
#include "shared/rules/rules.h"

#include <algorithm>
#include <map>
#include <vector>

namespace escale::sne {
namespace {

/// The rest of `element` once the item's own path is taken off.
std::string_view belowItem(std::string_view element, std::string_view item) {
    return element.substr(std::min(element.size(), item.size() + 1));
}

/// Writes the fields of a dossier; items are found again by their ID.
class Writer {
public:
    Writer(const Dossier& dossier, const Catalogue& catalogue, XmlElement& demande)
        : m_dossier(dossier)
        , m_catalogue(catalogue)
        , m_demande(demande) {}

    void write(const std::string& text) {
        const auto path = parsePath(text);
        const FieldSpec* field = path ? m_catalogue.find(*path) : nullptr;
        if (!field || !isTold(*field))
            return;
        const Value value = undisputed(m_dossier, text);
        if (path->collection.empty()) {
            writeField(m_demande, field->sneElement, *field, value, m_catalogue);
            return;
        }
        const std::string_view item = itemElement(path->collection);
        if (!item.empty() && !isEmpty(value))
            writeField(itemOf(*path, item), belowItem(field->sneElement, item), *field, value,
                       m_catalogue);
    }

private:
    XmlElement& itemOf(const FieldPath& path, std::string_view element) {
        const auto slash = element.rfind('/');
        XmlElement& list = ensure(m_demande, element.substr(0, slash));
        const auto [at, isNew] = m_places.emplace(path.item.str(), list.children.size());
        if (isNew)
            list.add(std::string(element.substr(slash + 1)))
                .setAttribute(std::string(kItemMark), path.item.str());
        return list.children[at->second];
    }

    const Dossier& m_dossier;
    const Catalogue& m_catalogue;
    XmlElement& m_demande;
    std::map<std::string, std::size_t> m_places; // of an item in its list
};

void readItems(const XmlElement& demande, const FieldSpec& field, const std::string& collection,
               const Catalogue& catalogue, std::vector<Reading>& out) {
    const std::string_view item = itemElement(collection);
    const auto slash = item.rfind('/');
    const XmlElement* list = item.empty() ? nullptr : demande.at(item.substr(0, slash));
    for (std::size_t i = 0; list && i < list->children.size(); ++i) {
        Value value =
            readField(list->children[i], belowItem(field.sneElement, item), field, catalogue);
        const std::string rest = field.id.substr(collection.size() + 2);
        if (!isEmpty(value))
            out.push_back({collection + '[' + std::to_string(i) + ']' + rest, std::move(value)});
    }
}

/// The header of a demande that came from the register: what this sending says, else what came.
XmlElement withHeader(XmlElement root, const MapSettings& settings) {
    if (!settings.typeFichier.empty()) {
        ensure(root, "entete/typeFichier").text = settings.typeFichier;
        ensure(root, "entete/dateFichier").text = parisTimestamp(settings.nowMs);
    }
    if (!settings.guichet.empty())
        ensure(demandeOf(root), "numGuichet").text = settings.guichet;
    const bool first = settings.typeFichier == "CRE" || settings.typeFichier == "CRS";
    std::erase_if(demandeOf(root).children, [&](const XmlElement& child) {
        return child.name == "listeAnomalie" || (first && child.name == "numUnique");
    });
    return root;
}

void addRadiation(XmlElement& demande, const Radiation& radiation) {
    if (radiation.motif.empty())
        return;
    XmlElement& block = ensure(demande, "radiation");
    block.children.clear();
    block.addCode("motifRadiation", radiation.motif);
    if (!radiation.sousMotif.empty())
        block.addCode("sousMotifIrrecevabilite", radiation.sousMotif);
    block.add("dateRadiation", radiation.day);
}

std::string* versionOf(XmlElement& root) {
    const auto found = std::ranges::find(root.attributes, "versionInterface", &XmlAttribute::name);
    return found == root.attributes.end()
               ? &root.setAttribute("versionInterface", {}).attributes.back().value
               : &found->value;
}

} // namespace

XmlElement toInterfaceNuu(const Dossier& dossier, const Catalogue& catalogue,
                          const MapSettings& settings) {
    XmlElement root = newInterfaceNuu(settings.typeFichier, parisTimestamp(settings.nowMs));
    XmlElement& demande = demandeOf(root);
    const Date today = parisDate(settings.nowMs);
    const auto received = parseIsoDate(dossier.receivedOn);
    demande.add("numGuichet", settings.guichet);
    demande.add("dateCreationDemande", received ? received->iso() : today.iso());
    const auto asked = toldFields(visibleFields(dossier, catalogue, today));
    Writer writer(dossier, catalogue, demande);
    for (const std::string& path : asked)
        writer.write(path);
    complete(demande, dossier, asked, received ? *received : today);
    if (const auto origin = originOf(dossier))
        root = withHeader(overlay(*origin, root, dossier, catalogue, asked, today), settings);
    if (!settings.version.empty())
        *versionOf(root) = settings.version;
    if (!settings.numUnique.empty())
        ensure(demandeOf(root), "numUnique").text = settings.numUnique;
    addRadiation(demandeOf(root), settings.radiation);
    removeMarks(root);
    orderElements(root);
    return root;
}

XmlElement toSearch(const XmlElement& interfaceNuu) {
    XmlElement search = newInterfaceNuu({}, interfaceNuu.textAt("entete/dateFichier"));
    XmlElement& demandeur = ensure(demandeOf(search), "personnePhysique/demandeur");
    const std::string path = std::string(kDemandePath) + "/personnePhysique/demandeur/";
    for (const char* name : {"nom", "nomPatronymique", "prenom", "dateNaissance"}) {
        const std::string value = interfaceNuu.textAt(path + name);
        if (!value.empty())
            demandeur.add(name, value);
    }
    return search;
}

std::vector<Reading> readDemande(const XmlElement& interfaceNuu, const Catalogue& catalogue) {
    std::vector<Reading> readings;
    const XmlElement* demande = interfaceNuu.at(kDemandePath);
    if (!demande)
        return readings;
    for (const FieldSpec& field : catalogue.fields()) {
        if (!isTold(field))
            continue;
        const auto bracket = field.id.find("[]");
        if (bracket != std::string::npos) {
            readItems(*demande, field, field.id.substr(0, bracket), catalogue, readings);
            continue;
        }
        Value value = readField(*demande, field.sneElement, field, catalogue);
        if (!isEmpty(value))
            readings.push_back({field.id, std::move(value)});
    }
    return readings;
}

bool sameDemande(const XmlElement& a, const XmlElement& b, const Catalogue& catalogue) {
    const std::string base(kDemandePath);
    return a.textAt(base + "/numGuichet") == b.textAt(base + "/numGuichet") &&
           a.textAt(base + "/dateCreationDemande") == b.textAt(base + "/dateCreationDemande") &&
           readDemande(a, catalogue) == readDemande(b, catalogue);
}

} // namespace escale::sne
