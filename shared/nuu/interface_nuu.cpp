// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/interface_nuu.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace escale::sne {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isCodeCharacter(char c) {
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

Person personIn(const XmlElement& element) {
    Person person{element.textAt("nomPatronymique"), element.textAt("prenom"),
                  element.textAt("dateNaissance")};
    if (person.nom.empty())
        person.nom = element.textAt("nom");
    return person;
}

void collectDoublons(const XmlElement& element, std::vector<Doublon>& out) {
    const std::string number = element.textAt("numUnique");
    if (!number.empty()) {
        const XmlElement* inside = element.findDeep("demandeur");
        out.push_back({number, personIn(inside ? *inside : element)});
        return;
    }
    for (const XmlElement& child : element.children)
        collectDoublons(child, out);
}

/// Letters of French civil status (Latin-1 and Œ, Ÿ, and their small forms) as plain capitals.
constexpr std::pair<std::string_view, std::string_view> kPlain[] = {
    {"À", "A"}, {"Á", "A"},  {"Â", "A"},  {"Ã", "A"}, {"Ä", "A"},  {"Å", "A"}, {"Æ", "AE"},
    {"Ç", "C"}, {"È", "E"},  {"É", "E"},  {"Ê", "E"}, {"Ë", "E"},  {"Ì", "I"}, {"Í", "I"},
    {"Î", "I"}, {"Ï", "I"},  {"Ñ", "N"},  {"Ò", "O"}, {"Ó", "O"},  {"Ô", "O"}, {"Õ", "O"},
    {"Ö", "O"}, {"Ø", "O"},  {"Ù", "U"},  {"Ú", "U"}, {"Û", "U"},  {"Ü", "U"}, {"Ý", "Y"},
    {"à", "A"}, {"á", "A"},  {"â", "A"},  {"ã", "A"}, {"ä", "A"},  {"å", "A"}, {"æ", "AE"},
    {"ç", "C"}, {"è", "E"},  {"é", "E"},  {"ê", "E"}, {"ë", "E"},  {"ì", "I"}, {"í", "I"},
    {"î", "I"}, {"ï", "I"},  {"ñ", "N"},  {"ò", "O"}, {"ó", "O"},  {"ô", "O"}, {"õ", "O"},
    {"ö", "O"}, {"ø", "O"},  {"ù", "U"},  {"ú", "U"}, {"û", "U"},  {"ü", "U"}, {"ý", "Y"},
    {"ÿ", "Y"}, {"Œ", "OE"}, {"œ", "OE"}, {"Ÿ", "Y"}, {"ß", "SS"}, {"’", " "}, {"š", "S"},
    {"Š", "S"}, {"ž", "Z"},  {"Ž", "Z"},  {"č", "C"}, {"Č", "C"},  {"ć", "C"}, {"Ć", "C"},
    {"ğ", "G"}, {"Ğ", "G"},  {"ş", "S"},  {"Ş", "S"}, {"ł", "L"},  {"Ł", "L"}, {"ı", "I"},
};

/// What stands for the character at the front of `text`, and how many bytes it takes.
std::pair<std::string, std::size_t> plain(std::string_view text) {
    const char c = text.front();
    if (c >= 'a' && c <= 'z')
        return {std::string(1, static_cast<char>(c - 'a' + 'A')), 1};
    if (c == '-' || c == '\'' || c == ' ' || c == '\t')
        return {" ", 1};
    if (static_cast<unsigned char>(c) < 0x80)
        return {std::string(1, c), 1};
    for (const auto& [accented, letters] : kPlain) {
        if (text.starts_with(accented))
            return {std::string(letters), accented.size()};
    }
    // Combining accents (U+0300 to U+036F) say nothing more; other letters stay.
    const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0U;
    if (c == '\xCC' || (c == '\xCD' && second < 0xB0))
        return {std::string(), std::min<std::size_t>(2, text.size())};
    return {std::string(1, c), 1};
}

} // namespace

bool isNumeroUnique(std::string_view text) {
    if (text.size() != 18 || !std::ranges::all_of(text.substr(0, 3), isCodeCharacter) ||
        !std::ranges::all_of(text.substr(3, 10), isDigit) ||
        !std::ranges::all_of(text.substr(13), isCodeCharacter))
        return false;
    const int month = (text[3] - '0') * 10 + (text[4] - '0');
    return month >= 1 && month <= 12;
}

XmlElement newInterfaceNuu(std::string_view typeFichier, std::string_view dateFichier) {
    XmlElement root{std::string(kNuuNamespace), "interfaceNuu", {}, {}, {}};
    root.setAttribute("versionInterface", std::string(kInterfaceVersion));
    XmlElement& entete = root.add("entete");
    if (!typeFichier.empty())
        entete.add("typeFichier", std::string(typeFichier));
    entete.add("dateFichier", std::string(dateFichier));
    root.add("demande").add("demandeLogement");
    return root;
}

XmlElement& demandeOf(XmlElement& interfaceNuu) {
    XmlElement* demande = interfaceNuu.child("demande");
    XmlElement* inside = demande ? demande->child("demandeLogement") : nullptr;
    if (!inside)
        throw std::logic_error("interfaceNuu without demandeLogement");
    return *inside;
}

std::string numUniqueOf(const XmlElement& interfaceNuu) {
    return interfaceNuu.textAt(std::string(kDemandePath) + "/numUnique");
}

std::vector<NuuAnomaly> anomaliesOf(const XmlElement& interfaceNuu) {
    std::vector<NuuAnomaly> anomalies;
    const XmlElement* list = interfaceNuu.at(std::string(kDemandePath) + "/listeAnomalie");
    if (!list)
        return anomalies;
    for (const XmlElement& anomaly : list->children) {
        std::string label = anomaly.children.empty() ? anomaly.text : anomaly.children.front().text;
        anomalies.push_back({anomaly.attribute("code"), std::string(trimXml(label)), {}});
    }
    return anomalies;
}

void addAnomalies(XmlElement& demandeLogement, const std::vector<NuuAnomaly>& anomalies) {
    XmlElement& list = demandeLogement.add("listeAnomalie");
    for (const NuuAnomaly& anomaly : anomalies)
        list.addCode("anomalie", anomaly.code).add("libelle", anomaly.label);
}

Person demandeurOf(const XmlElement& interfaceNuu) {
    const XmlElement* demandeur =
        interfaceNuu.at(std::string(kDemandePath) + "/personnePhysique/demandeur");
    return demandeur ? personIn(*demandeur) : Person();
}

std::string normalisedName(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const auto [letters, length] = plain(name);
        name.remove_prefix(length);
        if (letters == " " && (out.empty() || out.back() == ' '))
            continue;
        out += letters;
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

bool samePerson(const Person& a, const Person& b) {
    const std::string nom = normalisedName(a.nom);
    const std::string prenom = normalisedName(a.prenom);
    return !nom.empty() && !prenom.empty() && !a.naissance.empty() && a.naissance == b.naissance &&
           nom == normalisedName(b.nom) && prenom == normalisedName(b.prenom);
}

XmlElement newListeDoublons(const std::vector<Doublon>& doublons) {
    XmlElement list{std::string(kNuuNamespace), "listeDoublons", {}, {}, {}};
    for (const Doublon& doublon : doublons) {
        XmlElement& item = list.add("doublon");
        item.add("numUnique", doublon.numUnique);
        item.add("nom", doublon.person.nom);
        item.add("prenom", doublon.person.prenom);
        item.add("dateNaissance", doublon.person.naissance);
    }
    return list;
}

std::vector<Doublon> doublonsOf(const XmlElement& listeDoublons) {
    std::vector<Doublon> doublons;
    collectDoublons(listeDoublons, doublons);
    return doublons;
}

} // namespace escale::sne
