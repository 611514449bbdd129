// SPDX-License-Identifier: GPL-3.0-or-later
// Blocking controls. The SNE's own list (CTRL_DEM_00nn) is not public: these are what the notice
// and the interface say in plain words, under codes of our own.
#include "shared/dossier/text.h"
#include "shared/rules/rules.h"
#include "shared/rules/visible.h"

#include <algorithm>
#include <set>

namespace escale {
namespace {

constexpr int kMinimumAge = 16; // emancipation: Code civil, art. 413-2
constexpr int kMaximumAge = 120;

struct Controls {
    const Dossier& dossier;
    const Catalogue& catalogue;
    const Date& today;
    std::vector<Anomaly> found;

    void add(const char* code, const char* label, const std::string& path) {
        found.push_back({code, label, path});
    }
    /// Only what the interface carries: the rest cannot be missing there.
    void presence();
    void form();
    void ages();
    void towns();
    void numeroUnique();
};

void Controls::presence() {
    for (const Asked& asked : askedFields(dossier, catalogue, today))
        if (!asked.field->sneElement.empty() && isEmpty(dossier.answer(asked.path)) &&
            asked.field->mandatory.evaluate(dossier, today, asked.item) == Truth::yes)
            add("ESC_0001", "Une réponse nécessaire à l’enregistrement manque.", asked.path);
    if (dossier.items("localisations").empty())
        add("ESC_0002", "Aucune commune n’est demandée.", "localisations");
}

void Controls::form() {
    for (const Asked& asked : askedFields(dossier, catalogue, today)) {
        const Value value = dossier.answer(asked.path);
        if (!checkValue(*asked.field, value, catalogue))
            add("ESC_0003", "Une réponse n’a pas la forme attendue.", asked.path);
        else if (asked.field->past && dateOf(value) > today)
            add("ESC_0004", "Une date est dans le futur.", asked.path);
    }
}

void Controls::ages() {
    const Date birth = dateOf(dossier.answer("demandeur.naissance"));
    if (birth.empty() || birth > today)
        return;
    const int age = fullYears(birth, today);
    if (age < kMinimumAge)
        add("ESC_0005", "Le demandeur a moins de 16 ans.", "demandeur.naissance");
    if (age > kMaximumAge)
        add("ESC_0006", "Le demandeur a plus de 120 ans.", "demandeur.naissance");
}

/// Île-de-France is one territory; elsewhere a demande is for one département (notice 51423#05).
std::string territoryOf(const std::string& insee) {
    static const std::set<std::string> kIleDeFrance{"75", "77", "78", "91", "92", "93", "94", "95"};
    std::string departement = insee.substr(0, insee.starts_with("97") ? 3 : 2);
    return kIleDeFrance.contains(departement) ? "ile-de-france" : departement;
}

void Controls::towns() {
    const auto ids = dossier.items("localisations");
    std::set<std::string> seen;
    std::set<std::string> territories;
    for (const std::string& id : ids) {
        const std::string path = "localisations[" + id + "].commune";
        const std::string insee = textOf(dossier.answer(path));
        if (insee.empty())
            continue;
        if (!seen.insert(insee).second)
            add("ESC_0007", "La même commune est demandée deux fois.", path);
        if (territories.insert(territoryOf(insee)).second && territories.size() > 1)
            add("ESC_0008", "Une demande vaut pour un seul département, ou pour l’Île-de-France.",
                path);
    }
    const CollectionSpec* towns = catalogue.findCollection("localisations");
    if (towns && ids.size() > static_cast<std::size_t>(towns->maxItems))
        add("ESC_0009", "Trop de communes sont demandées.", "localisations");
}

/// Eighteen capitals and digits. Nothing more is documented: a number is never "corrected".
void Controls::numeroUnique() {
    const std::string path = "demande.numero_unique";
    const std::string number = textOf(dossier.answer(path));
    const bool plain = std::all_of(number.begin(), number.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    });
    if (!number.empty() && !plain)
        add("ESC_0011", "Le numéro unique n’a que des capitales et des chiffres.", path);
}

} // namespace

std::vector<Anomaly> blockingControls(const Dossier& dossier, const Catalogue& catalogue,
                                      const Date& today) {
    Controls controls{dossier, catalogue, today, {}};
    controls.presence();
    controls.form();
    controls.ages();
    controls.towns();
    controls.numeroUnique();
    return std::move(controls.found);
}

} // namespace escale
