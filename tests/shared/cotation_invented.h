// SPDX-License-Identifier: GPL-3.0-or-later
// Invented demandes for the tests of the cotation, from a seed.
#pragma once

#include "tests/shared/cotation_support.h"

#include <array>
#include <random>

namespace escale::cotation::test {

inline constexpr std::array kTypes{
    "bail_ou_propriete", "livret_famille",          "piece_identite",
    "contrat_travail",   "rapport_social",          "justificatif_ressources",
    "quittance",         "attestation_hebergement", "justificatif_adaptation",
    "carte_invalidite",  "avis_imposition",         "jugement_divorce",
    "plainte",           "labellisation",           "attestation_ase",
    "arrete_habitat"};
inline constexpr std::array kCommunes{"95585", "95268", "77294", "75056", ""};
inline constexpr std::array kTicks{"viol", "prostitution", "traite", "caleol",
                                   "operation_publique"};

class Invented {
public:
    explicit Invented(unsigned seed)
        : m_random(seed) {}

    int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }
    bool chance(int percent) { return upTo(99) < percent; }
    Date day(int from, int to) { return {from + upTo(to - from), 1 + upTo(11), 1 + upTo(27)}; }

    template <class Items>
    auto oneOf(const Items& items) {
        return items[static_cast<std::size_t>(upTo(static_cast<int>(items.size()) - 1))];
    }

    Facts facts() {
        Facts facts = basePerson();
        facts.depositedOn = day(2014, 2025);
        facts.persons[0].birth = day(1945, 2007);
        if (chance(50))
            facts.persons.push_back({Role::conjoint, day(1945, 2006)});
        for (int children = upTo(5); children > 0; --children)
            facts.persons.push_back({Role::enfantACharge, day(2004, 2027)});
        facts.home = static_cast<Home>(1 + upTo(9));
        facts.homeCommune = Commune(oneOf(kCommunes));
        facts.surfaceDm2 = 900 + upTo(8000);
        facts.rooms = 1 + upTo(5);
        facts.rentCents = upTo(120'000);
        facts.aidCents = upTo(40'000);
        facts.resourcesCents = upTo(350'000);
        if (chance(50))
            facts.work.push_back({Role::demandeur, Commune(oneOf(kCommunes))});
        for (std::size_t i = 0; i < kDeclarationCount; ++i)
            facts.declare(static_cast<Declaration>(i), chance(30) ? Tri::yes : Tri::no);
        facts.comDalo = chance(30) ? Tri::yes : Tri::no;
        if (chance(30))
            facts.guichet.emplace_back(oneOf(kTicks));
        for (int pieces = upTo(8); pieces > 0; --pieces)
            facts.pieces.push_back(
                {oneOf(kTypes), state(), chance(30) ? day(2025, 2027) : Date{}, {}});
        return facts;
    }

    /// Forgets one thing.
    void forget(Facts& facts) {
        switch (upTo(9)) {
        case 0:
            facts.depositedOn = {};
            break;
        case 1:
            facts
                .persons[static_cast<std::size_t>(upTo(static_cast<int>(facts.persons.size()) - 1))]
                .birth = {};
            break;
        case 2:
            facts.rolesComplete[static_cast<std::size_t>(upTo(4))] = false;
            break;
        case 3:
            facts.home = Home::unknown;
            break;
        case 4:
            facts.homeCommune = {};
            break;
        case 5:
            facts.surfaceDm2.reset();
            break;
        case 6:
            facts.rooms.reset();
            break;
        case 7:
            facts.resourcesCents.reset();
            break;
        case 8:
            facts.workComplete = false;
            facts.work.clear();
            break;
        default:
            facts.declare(static_cast<Declaration>(upTo(kDeclarationCount - 1)), Tri::unknown);
        }
    }

    std::mt19937& random() { return m_random; }

private:
    PieceState state() {
        constexpr std::array kStates{PieceState::present, PieceState::validated,
                                     PieceState::refused};
        return oneOf(kStates);
    }

    std::mt19937 m_random;
};

} // namespace escale::cotation::test
