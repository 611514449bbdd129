// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/controls.h"

#include "server/sne/ecole/code_lists.h"

#include <algorithm>

namespace escale::sne::ecole {
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

class Controls {
public:
    Controls(const XmlElement& root, const Date& today)
        : m_root(root)
        , m_today(today) {}

    std::vector<NuuAnomaly> run() {
        const XmlElement* demande = m_root.at(kDemandePath);
        if (m_root.name != "interfaceNuu" || m_root.ns != kNuuNamespace || !demande) {
            add("ECO_0001", "Le fichier n’est pas une demande de logement.");
            return m_found;
        }
        file(*demande);
        persons(*demande);
        current(*demande);
        wished(*demande);
        everywhere(m_root);
        return m_found;
    }

private:
    void add(std::string code, std::string label) {
        NuuAnomaly anomaly{std::move(code), std::move(label)};
        if (std::ranges::find(m_found, anomaly) == m_found.end())
            m_found.push_back(std::move(anomaly));
    }
    void require(bool holds, const char* code, std::string label) {
        if (!holds)
            add(code, std::move(label));
    }

    void file(const XmlElement& demande) {
        const std::string version = m_root.attribute("versionInterface");
        require(version == "02.00" || version == "02.01", "ECO_0002",
                "La version de l’interface n’est pas connue.");
        const std::string type = typeFichierOf(m_root);
        require(type == "CRE" || type == "MOD", "ECO_0003",
                "Le type de fichier doit être CRE ou MOD.");
        require(isTimestamp(m_root.textAt("entete/dateFichier")), "ECO_0004",
                "La date du fichier manque ou n’est pas lisible.");
        require(isGuichet(demande.textAt("numGuichet")), "ECO_0005",
                "Le numéro du guichet manque ou n’est pas lisible.");
        const auto created = parseIsoDate(demande.textAt("dateCreationDemande"));
        require(created && *created <= m_today, "ECO_0006",
                "La date de création de la demande manque ou est dans le futur.");
        require(type != "MOD" || isNumeroUnique(demande.textAt("numUnique")), "ECO_0007",
                "Une modification doit porter le numéro unique.");
        require(type != "CRE" || demande.textAt("numUnique").empty(), "ECO_0008",
                "Une création ne porte pas de numéro unique.");
    }

    void identity(const XmlElement& person, const std::string& who) {
        require(!person.codeAt("civilite").empty(), "ECO_0010", "La civilité manque : " + who);
        require(!person.textAt("nom").empty(), "ECO_0011", "Le nom manque : " + who);
        require(!person.textAt("prenom").empty(), "ECO_0012", "Le prénom manque : " + who);
        const auto birth = parseIsoDate(person.textAt("dateNaissance"));
        require(birth && *birth <= m_today, "ECO_0013",
                "La date de naissance manque ou est dans le futur : " + who);
        require(!person.codeAt("nationalite").empty(), "ECO_0014",
                "La nationalité manque : " + who);
    }

    void persons(const XmlElement& demande) {
        const XmlElement* demandeur = demande.at("personnePhysique/demandeur");
        if (!demandeur) {
            add("ECO_0009", "Le demandeur manque.");
            return;
        }
        identity(*demandeur, "demandeur");
        const bool phone = std::ranges::any_of(demandeur->children, [](const XmlElement& child) {
            return child.name.starts_with("tel") && !trimXml(child.text).empty();
        });
        require(phone, "ECO_0015", "Un numéro de téléphone est obligatoire.");
        address(*demandeur);
        if (const XmlElement* list = demande.at("personnePhysique/listeCotitulaire")) {
            for (const XmlElement& cotitulaire : list->children)
                identity(cotitulaire, "codemandeur");
        }
    }

    void address(const XmlElement& demandeur) {
        const XmlElement* postal = demandeur.child("adressePostale");
        if (!postal) {
            add("ECO_0016", "L’adresse manque.");
            return;
        }
        if (postal->textAt("etranger") == "true")
            return;
        const std::string postcode = postal->textAt("codePostal");
        require(postcode.size() == 5 && digitsOnly(postcode), "ECO_0017",
                "Le code postal de l’adresse manque ou n’est pas lisible.");
        require(postal->child("commune") != nullptr, "ECO_0018", "La commune de l’adresse manque.");
    }

    void current(const XmlElement& demande) {
        const XmlElement* home = demande.at("personnePhysique/logementActuel");
        const XmlElement* kinds = home ? home->child("listeModeleLogement") : nullptr;
        require(kinds && !kinds->children.empty(), "ECO_0020",
                "La situation de logement actuelle manque.");
        const std::string people = home ? home->textAt("nombreHabitant") : std::string();
        require(!people.empty() && digitsOnly(people), "ECO_0021",
                "Le nombre de personnes dans le logement actuel manque.");
    }

    void wished(const XmlElement& demande) {
        const XmlElement* wish = demande.child("logementRecherche");
        if (!wish) {
            add("ECO_0030", "Le logement recherché manque.");
            return;
        }
        const std::string wider = wish->textAt("demandeElargie");
        require(wider == "true" || wider == "false", "ECO_0031",
                "Il faut dire si la recherche s’étend aux communes voisines.");
        require(wish->at("listeTypeLogement/typeLogement") != nullptr, "ECO_0032",
                "Au moins un type de logement est obligatoire.");
        const XmlElement* places = wish->child("listeLocalisationSouhaite");
        require(places && !places->children.empty(), "ECO_0033",
                "Au moins une commune souhaitée est obligatoire.");
        if (!places)
            return;
        for (const XmlElement& place : places->children)
            require(place.child("commune") != nullptr, "ECO_0034",
                    "Une localisation souhaitée n’a pas de commune.");
    }

    /// Codes, dates and communes, wherever they stand.
    void everywhere(const XmlElement& element) {
        if (element.name == "commune") {
            require(isInseeCode(element.attribute("code")), "ECO_0040",
                    "Le code INSEE d’une commune n’est pas connu.");
        } else if (const auto codes = codesOf(element.name)) {
            const std::string code = element.attribute("code");
            require(std::ranges::find(*codes, code) != codes->end(), "ECO_0041",
                    "Code inconnu : " + element.name);
        } else if (element.name.starts_with("date") && element.name != "dateFichier") {
            require(parseIsoDate(trimXml(element.text)).has_value(), "ECO_0042",
                    "Date illisible : " + element.name);
        }
        for (const XmlElement& child : element.children)
            everywhere(child);
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

} // namespace escale::sne::ecole
