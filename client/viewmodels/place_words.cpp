// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/place_words.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "shared/position/pack.h"

#include <algorithm>

namespace escale {

namespace {

using Shown = PlaceViewModel::Shown;

QString rankInWords(int rank) {
    return Preferences::text(rank == 1 ? "place.rang.premier" : "place.rang").arg(rank);
}

/// "t3", as the catalogue names what people chose.
QString homeInWords(const std::string& typology) {
    const QString code =
        typology == "C" ? QStringLiteral("chambre") : QString::fromStdString(typology).toLower();
    return Preferences::text("code.type_logement." + code);
}

} // namespace

QString intervalInWords(const position::Place& place) {
    return Preferences::text("place.entre").arg(rankInWords(place.from), rankInWords(place.to));
}

Places::Places(const client::HeldPacks* packs, const DemandeNote& scored)
    : m_scored(scored) {
    if (packs)
        m_pack = packs->of(scored.bareme->siren());
    m_typology = typology();
}

/// Of several homes, the first that the commune itself shows; else the first that the EPCI does.
std::string Places::typology() const {
    const auto& wanted = m_scored.sought.typologies;
    const auto& cells = m_pack.distribution.cells;
    for (const std::string& town : {m_scored.sought.town.insee(), std::string()})
        for (const std::string& one : wanted)
            if (cells.contains({town, one}))
                return one;
    return wanted.empty() ? std::string() : wanted.front();
}

Places::Lack Places::lack() const {
    const auto& bareme = *m_scored.bareme;
    if (!bareme.partial().empty())
        return Lack::partial;
    if (m_pack.state != client::HeldPack::State::held)
        return m_pack.state == client::HeldPack::State::none ? Lack::pack : Lack::trust;
    if (m_pack.distribution.bareme != bareme.id() ||
        m_pack.distribution.baremeVersion != bareme.version())
        return Lack::rules;
    return m_typology.empty() ? Lack::home : Lack::nothing;
}

position::Place Places::at(int note, cotation::Commune town) const {
    if (lack() != Lack::nothing || !m_scored.note.exclusion.empty())
        return {};
    return position::placeOf(m_pack.distribution, town.insee(), m_typology, note);
}

QString Places::wouldBe(int note) const {
    const auto place = at(note);
    return place.known ? Preferences::text("place.serait").arg(intervalInWords(place)) : QString();
}

void Places::fill(Shown& shown, const position::Place& place) const {
    const auto& pack = m_pack.distribution;
    shown.known = true;
    shown.from = place.from;
    shown.to = place.to;
    shown.total = place.of;
    shown.sentence = Preferences::text("place.est_entre");
    shown.figure = intervalInWords(place);
    const bool several = m_scored.sought.typologies.size() > 1;
    shown.honesty =
        several ? Preferences::counted("place.sur.logement", place.of).arg(homeInWords(m_typology))
                : Preferences::counted("place.sur", place.of);
    const int age = position::ageInDays(pack.date, m_scored.today);
    shown.stale = age > position::kStaleAfterDays;
    shown.invented = pack.invented;
    shown.day = dateInWords(pack.date);
    shown.asOf = Preferences::text(shown.stale ? "place.au.ancien" : "place.au").arg(shown.day);
    if (shown.invented)
        shown.cautions.append(Preferences::text("place.invente"));
    if (shown.stale)
        shown.cautions.append(Preferences::counted("place.ancien", age));
    if (place.wholeEpci)
        shown.cautions.append(Preferences::text("place.epci"));
}

Shown Places::shown() const {
    static constexpr const char* kWhy[] = {"place.manque.demandes",  "place.manque.chiffres",
                                           "place.manque.confiance", "place.manque.regles",
                                           "place.manque.partiel",   "place.manque.logement"};
    Shown shown;
    const auto place = at(m_scored.note.totalRetenu);
    if (place.known) {
        fill(shown, place);
        return shown;
    }
    shown.sentence = Preferences::text("place.votre");
    shown.figure = Preferences::text("place.inconnue");
    shown.honesty = Preferences::text(kWhy[static_cast<std::size_t>(lack())]);
    return shown;
}

} // namespace escale
