// SPDX-License-Identifier: GPL-3.0-or-later
// The sections that hold no expression.
#include "shared/cotation/bareme_reader.h"

#include <algorithm>

namespace escale::cotation {

void BaremeReader::readTerritory() {
    const Section territory(m_root.object("territoire"), "territoire", m_report);
    territory.onlyKnows({"nom", "siren", "communes", "source"});
    static_cast<void>(territory.text("nom"));
    m_program->siren = territory.text("siren");
    checkSource(territory, "source");
    forEachSection(territory.array("communes"), "commune", "insee", m_report,
                   [&](const Section& section) {
                       const Commune commune(section.text("insee"));
                       if (commune.empty())
                           section.defect("insee", "un code Insee de cinq signes est attendu");
                       m_program->communes.push_back({commune, section.text("nom")});
                       m_program->territory.push_back(commune.packed());
                   });
    auto& packed = m_program->territory;
    std::sort(packed.begin(), packed.end());
    if (packed.empty())
        territory.defect("communes", "au moins une commune est attendue");
    if (std::adjacent_find(packed.begin(), packed.end()) != packed.end())
        territory.defect("communes", "une commune est nommée deux fois");
}

void BaremeReader::readDates() {
    const Section dates(m_root.object("dates"), "dates", m_report);
    dates.onlyKnows({"anniversaire_inclus", "jour_absent", "expiration_incluse",
                     "expiration_retire_valide", "source"});
    m_program->dates.expiryWithdraws = dates.booleanOr("expiration_retire_valide", true);
    m_program->dates.anniversaryIncluded = dates.boolean("anniversaire_inclus");
    m_program->dates.expiryIncluded = dates.boolean("expiration_incluse");
    const std::string missing = dates.text("jour_absent");
    m_program->dates.lastDayOfMonth = missing != "jour_suivant";
    if (missing != "jour_suivant" && missing != "dernier_jour_du_mois")
        dates.defect("jour_absent", "dernier_jour_du_mois ou jour_suivant est attendu");
    checkSource(dates, "source");
}

void BaremeReader::readParameters() {
    forEachMember("parametres", "parametre", [&](std::string_view code, const Section& section) {
        section.onlyKnows({"libelle", "unite", "valeurs"});
        Parameter parameter;
        parameter.code = code;
        parameter.label = section.text("libelle");
        parameter.unit = section.textOr("unite", "");
        readParameterValues(section, parameter);
        m_program->parameters.push_back(std::move(parameter));
    });
}

void BaremeReader::readParameterValues(const Section& section, Parameter& parameter) {
    forEachSection(
        section.array("valeurs"), section.where() + ", valeur", "", m_report,
        [&](const Section& row) {
            row.onlyKnows({"valeur", "valable_du", "publie_le", "verifie_le", "source"});
            ParameterValue value;
            if (const json::value* number = row.find("valeur"))
                value.value = fixedPoint(*number, row, "valeur");
            else
                row.defect("valeur", "un nombre est attendu");
            if (!row.has("valable_du"))
                row.defect("valable_du", "une date est attendue, ou null pour « depuis toujours »");
            value.validFrom = row.dateOrNull("valable_du");
            value.publishedOn = row.dateOrNull("publie_le");
            if (row.dateOrNull("verifie_le").empty())
                row.warn("verifie_le", "on ne sait pas quand cette valeur a été vérifiée");
            if (!value.publishedOn.empty() && value.publishedOn > value.validFrom)
                row.warn("publie_le", "publiée après sa date d’effet : d’anciennes notes peuvent "
                                      "être à refaire");
            checkSource(row, "source");
            if (!parameter.values.empty() && value.validFrom <= parameter.values.back().validFrom)
                row.defect("valable_du", "les valeurs vont de la plus ancienne à la plus récente");
            parameter.values.push_back(value);
        });
    if (parameter.values.empty())
        section.defect("valeurs", "au moins une valeur est attendue");
    else if (parameter.values.front().validFrom > m_program->validFrom)
        section.defect("valeurs", "aucune valeur le jour où le barème commence");
}

void BaremeReader::readPieces() {
    forEachMember("pieces", "piece", [&](std::string_view code, const Section& section) {
        section.onlyKnows({"libelle", "source"});
        checkSource(section, "source");
        m_program->pieces.push_back({std::string(code), section.text("libelle"), {}});
    });
}

void BaremeReader::readNotes() {
    forEachSection(m_root.array("lecture"), "lecture", "code", m_report,
                   [&](const Section& section) {
                       section.onlyKnows({"code", "choix", "raison"});
                       static_cast<void>(section.text("code"));
                       static_cast<void>(section.text("choix"));
                   });
    forEachSection(m_root.array("errata"), "errata", "lieu", m_report, [&](const Section& section) {
        section.onlyKnows({"lieu", "texte", "correction"});
        static_cast<void>(section.text("lieu"));
        static_cast<void>(section.text("correction"));
    });
}

void BaremeReader::readTotal() {
    const Section total(m_root.object("total"), "total", m_report);
    total.onlyKnows({"plafond", "plancher", "source"});
    m_program->totalCap = total.integerOr("plafond", 1, 100'000, -1);
    m_program->totalFloor = total.integerOr("plancher", -100'000, 0, 0);
    checkSource(total, "source");
}

} // namespace escale::cotation
