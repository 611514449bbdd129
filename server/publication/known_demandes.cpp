// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publication/known_demandes.h"

#include "shared/cotation/from_dossier.h"

#include <algorithm>

namespace escale::server {
namespace {

void add(const Dossier& dossier, const std::vector<std::string>& communes, const Date& today,
         std::vector<position::Demande>& all) {
    const cotation::Sought sought = cotation::soughtBy(dossier);
    if (std::find(communes.begin(), communes.end(), sought.town.insee()) == communes.end())
        return;
    const cotation::Facts facts = cotation::factsFromDossier(dossier, today);
    for (const std::string& typology : sought.typologies)
        all.push_back({facts, sought.town, typology});
}

} // namespace

Result<std::vector<position::Demande>> knownDemandes(Store& store, const cotation::Bareme& bareme,
                                                     const Date& today) {
    const auto communes = bareme.communes();
    std::vector<position::Demande> all;
    ESCALE_TRY(store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(summaries, session.dossiers().all());
        for (const DossierSummary& summary : summaries) {
            if (summary.stage == DossierStage::draft)
                continue;
            ESCALE_TRY_ASSIGN(row, session.dossiers().find(summary.id));
            if (row)
                add(row->dossier, communes, today, all);
        }
        return {};
    }));
    return all;
}

} // namespace escale::server
