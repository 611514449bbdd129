// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/code_lists.h"

#include <algorithm>
#include <array>

namespace escale::sne {
namespace {

using Codes = std::span<const std::string_view>;

constexpr std::string_view kCivilite[] = {"1", "2", "3"};
constexpr std::string_view kNationalite[] = {"1", "2", "3"};
constexpr std::string_view kSituation[] = {"C", "M", "D", "S", "P", "U", "V"};
constexpr std::string_view kLienDemandeur[] = {"M", "P", "C", "L"};
constexpr std::string_view kSexe[] = {"M", "F"};
constexpr std::string_view kLienParente[] = {"P", "E", "A"};
constexpr std::string_view kCoParentalite[] = {"G", "D"};
constexpr std::string_view kCategorie[] = {"A", "M", "I"};
constexpr std::string_view kTypeLogement[] = {"C", "T1", "T2", "T3", "T4", "T5", "T6P"};
constexpr std::string_view kContrat[] = {"CDI", "CDD", "ART", "CHO", "APP", "ETU", "RET", "AUT"};
constexpr std::string_view kRessource[] = {"SAL", "RET",  "CHO",  "PAR",  "PINV",
                                           "AF",  "AAH",  "AEEH", "AJPP", "RSA",
                                           "AMV", "PAJE", "BE",   "AUT",  "PAV"};
constexpr std::string_view kModele[] = {"HLM",  "LP",     "RS",  "RHVS", "RE",   "SLHT",
                                        "SH",   "CDEFCM", "CPE", "CP",   "LTG",  "FONC",
                                        "POCC", "CAMCAR", "HOT", "SD",   "SQUAT"};
constexpr std::string_view kMotif[] = {"01", "02", "03", "04", "05", "06", "07", "08",
                                       "09", "10", "11", "12", "13", "14", "15", "16",
                                       "17", "18", "19", "20", "21", "22", "23"};

constexpr std::string_view kMotifRadiation[] = {"RADATT", "RADABA", "RADIRR", "RADCON", "RADREN"};
constexpr std::string_view kSousMotif[] = {"IRRSEJ", "IRRRES"};
constexpr std::string_view kDalo[] = {"NON", "ACTIF", "CADUC", "ACTREL"};

struct List {
    std::string_view element;
    Codes codes;
};
constexpr std::array kLists{
    List{"civilite", kCivilite},
    List{"nationalite", kNationalite},
    List{"situationFamiliale", kSituation},
    List{"lienDemandeur", kLienDemandeur},
    List{"sexe", kSexe},
    List{"lienParente", kLienParente},
    List{"coParentalite", kCoParentalite},
    List{"categorieLogement", kCategorie},
    List{"typeLogement", kTypeLogement},
    List{"typeLogementActuel", kTypeLogement},
    List{"typeContratTravail", kContrat},
    List{"ressource", kRessource},
    List{"modeleLogement", kModele},
    List{"motif", kMotif},
    List{"motifRadiation", kMotifRadiation},
    List{"sousMotifIrrecevabilite", kSousMotif},
    List{"statutDalo", kDalo},
};

constexpr std::string_view kIleDeFrance[] = {"75", "77", "78", "91", "92", "93", "94", "95"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<Codes> codesOf(std::string_view element) {
    const auto found = std::ranges::find(kLists, element, &List::element);
    if (found == kLists.end())
        return std::nullopt;
    return found->codes;
}

bool isInseeCode(std::string_view code) {
    if (code.size() != 5 || !isDigit(code[0]) || !std::ranges::all_of(code.substr(2), isDigit))
        return false;
    const std::string_view department = code.substr(0, 2);
    if (department == "2A" || department == "2B")
        return true;
    return isDigit(code[1]) && department >= "01" && department <= "98" && department != "20" &&
           department != "96";
}

std::string territoryOf(std::string_view insee) {
    const std::string_view department = insee.substr(0, 2);
    if (std::ranges::find(kIleDeFrance, department) != std::end(kIleDeFrance))
        return "111";
    if (department >= "97" && department <= "98")
        return std::string(insee.substr(0, 3));
    return "0" + std::string(department);
}

} // namespace escale::sne
