// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/bench_floor.h"

#include <algorithm>

namespace escale::client::ctl {
namespace {

using cotation::Declaration;
using cotation::Facts;
using cotation::Home;
using cotation::PieceState;
using cotation::Role;

enum PieceIndex : std::size_t {
    bail,
    livret,
    identite,
    contrat,
    rapport,
    hebergement,
    quittance,
    ressources,
    expulsion,
    attestationAse,
    adaptation,
    invalidite,
    imposition,
    chomage,
    arrete,
    labellisation,
    plainte,
    divorce
};

constexpr std::array<const char*, 5> kTicks{"viol", "prostitution", "traite", "caleol",
                                            "operation_publique"};

void countPersons(const Facts& facts, const Date& today, FloorRow& row) {
    int tenths = 10;
    for (const cotation::Person& person : facts.persons) {
        const int age = fullYears(person.birth, today);
        const bool dependant =
            person.role == Role::enfantACharge || person.role == Role::autreACharge;
        const bool couple = person.role == Role::demandeur || person.role == Role::conjoint;
        ++row.persons;
        row.child = row.child || person.role == Role::enfantACharge;
        row.spouse = row.spouse || person.role == Role::conjoint;
        row.minor = row.minor || (dependant && age < 18);
        row.from60 = row.from60 || (couple && age >= 60);
        row.from65 = row.from65 || (couple && age >= 65);
        if (person.role == Role::demandeur) {
            row.under21 = age < 21;
            row.under30 = age < 30;
        } else {
            tenths += dependant && age < 14 ? 3 : 5;
        }
    }
    row.unitTenths = static_cast<std::int16_t>(tenths);
}

std::uint8_t stateOf(const cotation::Piece& piece, const Date& today) {
    const bool given = piece.state == PieceState::present || piece.state == PieceState::validated;
    const bool late = given && !piece.expiresOn.empty() && piece.expiresOn < today;
    return static_cast<std::uint8_t>(late ? PieceState::expired : piece.state);
}

} // namespace

const std::array<const char*, 18> kFloorPieces{"bail_ou_propriete",
                                               "livret_famille",
                                               "piece_identite",
                                               "contrat_travail",
                                               "rapport_social",
                                               "attestation_hebergement",
                                               "quittance",
                                               "justificatif_ressources",
                                               "jugement_expulsion",
                                               "attestation_ase",
                                               "justificatif_adaptation",
                                               "carte_invalidite",
                                               "avis_imposition",
                                               "justificatif_chomage",
                                               "arrete_habitat",
                                               "labellisation",
                                               "plainte",
                                               "jugement_divorce"};

FloorRow floorRow(const Facts& facts, cotation::Commune asked, const Date& today,
                  const std::vector<std::int64_t>& epci) {
    const auto inside = [&](cotation::Commune commune) {
        return std::binary_search(epci.begin(), epci.end(), commune.packed());
    };
    FloorRow row;
    countPersons(facts, today, row);
    row.years = static_cast<std::int16_t>(fullYears(facts.depositedOn, today));
    row.home = static_cast<std::uint8_t>(facts.home);
    row.homeEpci = inside(facts.homeCommune);
    row.homeAsked = facts.homeCommune == asked;
    for (const cotation::WorkPlace& work : facts.work) {
        row.workEpci = row.workEpci || inside(work.commune);
        row.workAsked = row.workAsked || work.commune == asked;
    }
    row.surfaceDm2 = static_cast<std::int32_t>(facts.surfaceDm2.value_or(-1));
    row.rooms = static_cast<std::int16_t>(facts.rooms.value_or(-1));
    row.rentCents = static_cast<std::int32_t>(facts.rentCents.value_or(-1));
    row.aidCents = static_cast<std::int32_t>(facts.aidCents.value_or(-1));
    row.resourcesCents = static_cast<std::int32_t>(facts.resourcesCents.value_or(-1));
    for (std::size_t i = 0; i < row.declared.size(); ++i)
        row.declared[i] = facts.declarations[i] == cotation::Tri::yes;
    for (std::size_t i = 0; i < row.ticked.size(); ++i)
        row.ticked[i] = facts.ticked(kTicks[i]);
    row.comDalo = facts.comDalo == cotation::Tri::yes;
    for (const cotation::Piece& piece : facts.pieces)
        for (std::size_t i = 0; i < kFloorPieces.size(); ++i)
            if (piece.type == kFloorPieces[i])
                row.pieces[i] = std::max(row.pieces[i], stateOf(piece, today));
    return row;
}

namespace {

struct Floor {
    const FloorRow& row;

    bool has(PieceIndex piece) const { return row.pieces[piece] >= 3; }
    bool says(Declaration declaration) const {
        return row.declared[static_cast<std::size_t>(declaration)];
    }
    bool at(Home home) const { return row.home == static_cast<std::uint8_t>(home); }

    bool small() const {
        const int least = row.persons <= 2 ? 16 : std::min(16 + 9 * (row.persons - 2), 70);
        return !at(Home::sansAbri) && row.surfaceDm2 >= 0 && row.surfaceDm2 < least * 100;
    }
    bool effort() const {
        return row.rentCents >= 0 && row.aidCents >= 0 && row.resourcesCents >= 0 &&
               std::int64_t{row.rentCents - row.aidCents} * 100 >
                   std::int64_t{row.resourcesCents} * 40;
    }
    bool quartile() const {
        return row.resourcesCents >= 0 &&
               std::int64_t{row.resourcesCents} * 120 <= std::int64_t{10674} * 100 * row.unitTenths;
    }

    int everybody() const;
    int outside() const;
    int mutation() const;
    int seniority(bool moves) const;
};

int Floor::everybody() const {
    int note = 0;
    if (says(Declaration::dalo) && row.comDalo)
        note += 15;
    if (says(Declaration::violence) && has(plainte))
        note += 10;
    for (const std::size_t tick : {0U, 1U, 2U, 4U})
        if (row.ticked[tick])
            note += 10;
    if (says(Declaration::handicap) && (has(invalidite) || has(adaptation)))
        note += 5;
    if (says(Declaration::nonDecent) && row.minor && has(rapport) && has(livret))
        note += 5;
    if (row.minor && has(bail) && has(livret) && small())
        note += 5;
    if (says(Declaration::repriseActivite) && has(chomage))
        note += 2;
    if (says(Declaration::indigne) && (has(arrete) || has(rapport)))
        note += 2;
    if (has(imposition) && quartile())
        note += 1;
    const bool lives = has(bail) || has(hebergement) || has(rapport);
    if (row.homeEpci && lives)
        note += 10;
    if (row.homeAsked && lives)
        note += 10;
    if (row.workEpci && has(contrat))
        note += 10;
    if (row.workAsked && has(contrat))
        note += 10;
    if (says(Declaration::inadapteHandicap) && (has(invalidite) || has(adaptation)))
        note += 10;
    if (says(Declaration::inadapteAutonomie) && has(identite) && has(adaptation))
        note += 10;
    if (says(Declaration::divorce) && has(divorce))
        note += 5;
    if (says(Declaration::parentsDivorce) && has(divorce))
        note += 2;
    if (!row.spouse && row.child && has(livret))
        note += 5;
    if (says(Declaration::labelPdalhpd) && has(labellisation))
        note += 10;
    if (says(Declaration::fonctionPubliqueTerritoriale) && has(contrat))
        note += 5;
    return note;
}

int Floor::outside() const {
    int note = 0;
    if (at(Home::act) && has(hebergement))
        note += 5;
    if (at(Home::structureHebergement) && has(hebergement))
        note += 10;
    if (says(Declaration::expulsion) && has(expulsion))
        note += 5;
    if ((at(Home::sansAbri) || at(Home::hotel)) && (has(rapport) || has(hebergement)))
        note += 10;
    if (at(Home::hebergeTiers) && has(hebergement))
        note += 2;
    if (says(Declaration::ase) && row.under21 && has(attestationAse))
        note += 5;
    if (says(Declaration::nonDecent) && has(rapport))
        note += 10;
    if (row.under30 && has(identite))
        note += 5;
    if (has(ressources) && has(quittance) && effort())
        note += 2;
    return note;
}

int Floor::mutation() const {
    int note = 0;
    const bool homeProved = has(bail) && has(livret);
    const bool large = row.rooms >= 0 && row.rooms > row.persons + 1;
    if (says(Declaration::expulsion) && has(expulsion))
        note += 2;
    if (large && homeProved)
        note += 10;
    if (homeProved && small())
        note += 10;
    if (homeProved && row.rooms >= 0 && row.persons > row.rooms + 1)
        note += 5;
    if (has(ressources) && has(quittance) && effort())
        note += 5;
    if (says(Declaration::departPersonnesACharge) && has(livret))
        note += 5;
    if (row.from60 && has(identite))
        note += 5;
    if (row.from65 && large && has(identite) && has(quittance) && effort())
        note += 5;
    if (row.ticked[3])
        note += 15;
    return note;
}

int Floor::seniority(bool moves) const {
    const int years = row.years;
    if (years < 2)
        return 1;
    if (years < 3)
        return 2;
    if (years < 4)
        return moves ? 4 : 3;
    if (years < 6)
        return moves ? 8 : 5;
    if (years < 10 || !moves)
        return 10;
    return 15;
}

} // namespace

int floorNote(const FloorRow& row) {
    const Floor floor{row};
    const bool moves = floor.at(Home::locataireHlm);
    return floor.everybody() + (moves ? floor.mutation() : floor.outside()) +
           floor.seniority(moves);
}

} // namespace escale::client::ctl
