// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/controls.h"

#include "shared/nuu/code_lists.h"

#include <algorithm>
#include <span>

namespace escale::sne {
namespace {

bool digitsOnly(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-11-22T10:31:05.120+01:00"; the fraction may be absent.
bool isTimestamp(std::string_view text) {
    if (text.size() < 25 || !parseIsoDate(text.substr(0, 10)) || text[10] != 'T')
        return false;
    const std::string_view offset = text.substr(text.size() - 6);
    return (offset[0] == '+' || offset[0] == '-') && offset[3] == ':' &&
           digitsOnly(offset.substr(1, 2)) && digitsOnly(offset.substr(4, 2)) &&
           digitsOnly(text.substr(11, 2)) && text[13] == ':' && digitsOnly(text.substr(14, 2));
}

bool isGuichet(std::string_view text) {
    return text.size() == 5 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
           });
}

constexpr std::string_view kFirst[] = {"CRE", "CRS"};
constexpr std::string_view kLater[] = {"MOD", "REN", "RAD", "SUP"};

bool isOneOf(std::span<const std::string_view> list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

class Controls {
public:
    Controls(const XmlElement& root, const Date& today)
        : m_root(root)
        , m_today(today) {}

    std::vector<NuuAnomaly> run() {
        const XmlElement* demande = m_root.at(kDemandePath);
        if (m_root.name != "interfaceNuu" || m_root.ns != kNuuNamespace || !demande) {
            require(false, "ECO_0001", {});
            return m_found;
        }
        file(*demande);
        const std::string type = typeFichierOf(m_root);
        if (type == "RAD") {
            radiation(*demande);
        } else if (type != "SUP") {
            persons(*demande);
            current(*demande);
            wished(*demande);
        }
        everywhere(*demande, {});
        return m_found;
    }

private:
    void require(bool holds, std::string_view code, std::string path, std::string_view what = {}) {
        if (holds)
            return;
        NuuAnomaly found = anomaly(code, what, std::move(path));
        if (std::ranges::find(m_found, found) == m_found.end())
            m_found.push_back(std::move(found));
    }

    void file(const XmlElement& demande) {
        const std::string version = m_root.attribute("versionInterface");
        require(version == "02.00" || version == "02.01", "ECO_0002", {});
        const std::string type = typeFichierOf(m_root);
        require(isOneOf(kFirst, type) || isOneOf(kLater, type), "ECO_0003", {});
        require(isTimestamp(m_root.textAt("entete/dateFichier")), "ECO_0004", {});
        require(isGuichet(demande.textAt("numGuichet")), "ECO_0005", "numGuichet");
        const auto created = parseIsoDate(demande.textAt("dateCreationDemande"));
        require(created && *created <= m_today, "ECO_0006", "dateCreationDemande");
        require(!isOneOf(kLater, type) || isNumeroUnique(demande.textAt("numUnique")), "ECO_0007",
                "numUnique");
        require(!isOneOf(kFirst, type) || demande.textAt("numUnique").empty(), "ECO_0008",
                "numUnique");
    }

    void radiation(const XmlElement& demande) {
        const std::string motif = demande.codeAt("radiation/motifRadiation");
        require(!motif.empty(), "ECO_0060", "radiation/motifRadiation");
        require(motif != "RADIRR" || !demande.codeAt("radiation/sousMotifIrrecevabilite").empty(),
                "ECO_0061", "radiation/sousMotifIrrecevabilite");
        const auto day = parseIsoDate(demande.textAt("radiation/dateRadiation"));
        require(day && *day <= m_today, "ECO_0062", "radiation/dateRadiation");
    }

    void identity(const XmlElement& person, const std::string& path, std::string_view who) {
        require(!person.codeAt("civilite").empty(), "ECO_0010", path + "/civilite", who);
        require(!person.textAt("nom").empty(), "ECO_0011", path + "/nom", who);
        require(!person.textAt("prenom").empty(), "ECO_0012", path + "/prenom", who);
        const auto birth = parseIsoDate(person.textAt("dateNaissance"));
        require(birth && *birth <= m_today, "ECO_0013", path + "/dateNaissance", who);
        require(!person.codeAt("nationalite").empty(), "ECO_0014", path + "/nationalite", who);
    }

    void persons(const XmlElement& demande) {
        const std::string path = "personnePhysique/demandeur";
        const XmlElement* demandeur = demande.at(path);
        require(demandeur != nullptr, "ECO_0009", path);
        if (!demandeur)
            return;
        identity(*demandeur, path, "demandeur");
        const bool phone = std::ranges::any_of(demandeur->children, [](const XmlElement& child) {
            return child.name.starts_with("tel") && !trimXml(child.text).empty();
        });
        require(phone, "ECO_0015", path + "/telPortable");
        address(*demandeur, path + "/adressePostale");
        const XmlElement* list = demande.at("personnePhysique/listeCotitulaire");
        for (std::size_t i = 0; list && i < list->children.size(); ++i)
            identity(list->children[i], "personnePhysique/listeCotitulaire/cotitulaire",
                     "codemandeur");
    }

    void address(const XmlElement& demandeur, const std::string& path) {
        const XmlElement* postal = demandeur.child("adressePostale");
        require(postal != nullptr, "ECO_0016", path);
        if (!postal || postal->textAt("etranger") == "true")
            return;
        const std::string postcode = postal->textAt("codePostal");
        require(postcode.size() == 5 && digitsOnly(postcode), "ECO_0017", path + "/codePostal");
        require(postal->child("commune") != nullptr, "ECO_0018", path + "/commune");
    }

    void current(const XmlElement& demande) {
        const std::string path = "personnePhysique/logementActuel";
        const XmlElement* home = demande.at(path);
        const XmlElement* kinds = home ? home->child("listeModeleLogement") : nullptr;
        require(kinds && !kinds->children.empty(), "ECO_0020", path + "/listeModeleLogement");
        const std::string people = home ? home->textAt("nombreHabitant") : std::string();
        require(!people.empty() && digitsOnly(people), "ECO_0021", path + "/nombreHabitant");
    }

    void wished(const XmlElement& demande) {
        const std::string path = "logementRecherche";
        const XmlElement* wish = demande.child(path);
        require(wish != nullptr, "ECO_0030", path);
        if (!wish)
            return;
        const std::string wider = wish->textAt("demandeElargie");
        require(wider == "true" || wider == "false", "ECO_0031", path + "/demandeElargie");
        require(wish->at("listeTypeLogement/typeLogement") != nullptr, "ECO_0032",
                path + "/listeTypeLogement");
        const XmlElement* places = wish->child("listeLocalisationSouhaite");
        require(places && !places->children.empty(), "ECO_0033",
                path + "/listeLocalisationSouhaite");
        for (std::size_t i = 0; places && i < places->children.size(); ++i)
            require(places->children[i].child("commune") != nullptr, "ECO_0034",
                    path + "/listeLocalisationSouhaite/localisationSouhaite");
    }

    /// Codes, dates and communes, wherever they stand.
    void everywhere(const XmlElement& element, const std::string& path) {
        if (element.name == "commune") {
            require(isInseeCode(element.attribute("code")), "ECO_0040", path);
        } else if (const auto codes = codesOf(element.name)) {
            const std::string code = element.attribute("code");
            require(std::ranges::find(*codes, code) != codes->end(), "ECO_0041", path,
                    element.name);
        } else if (element.name.starts_with("date")) {
            require(parseIsoDate(trimXml(element.text)).has_value(), "ECO_0042", path,
                    element.name);
        }
        for (const XmlElement& child : element.children)
            everywhere(child, path.empty() ? child.name : path + '/' + child.name);
    }

    const XmlElement& m_root;
    const Date& m_today;
    std::vector<NuuAnomaly> m_found;
};

} // namespace

std::vector<NuuAnomaly> controlDemande(const XmlElement& interfaceNuu, const Date& today) {
    return Controls(interfaceNuu, today).run();
}

std::string typeFichierOf(const XmlElement& interfaceNuu) {
    return interfaceNuu.textAt("entete/typeFichier");
}

} // namespace escale::sne
