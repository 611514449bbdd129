// SPDX-License-Identifier: GPL-3.0-or-later
// Invented demandes, for demonstrations and measures: nobody is in them. Their proportions are
// those of the fiche annexe 2 of the plan of Roissy Pays de France (demandes at the end of 2021:
// communes, typologies, mutation, seniority, families, ages, activity, resources). What the plan
// does not give is assumed (README.md). Whatever is made of them says so.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace escale::position {

/// Numbers that are the same on every machine for one seed (SplitMix64).
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next();
    /// From 0 up to and excluding 1.
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// From 0 to `most`, included.
    int upTo(int most) { return static_cast<int>(unit() * (most + 1)); }
    bool chance(double share) { return unit() < share; }

private:
    std::uint64_t m_state;
};

struct Demande {
    cotation::Facts facts;
    cotation::Commune asked;
    std::string typology; // "T1" to "T5"
};

class Population {
public:
    /// As of `today`. `bareme` is that of Roissy, and must outlive the population: it names the
    /// communes.
    Population(const cotation::Bareme& bareme, std::uint64_t seed, const Date& today);

    Demande next();

private:
    Date birth(int youngest, int oldest);
    void family(Demande& demande, double place);
    void home(Demande& demande);
    void work(Demande& demande);
    void money(Demande& demande);
    void situation(Demande& demande);
    void pieces(Demande& demande);
    cotation::Commune commune(std::string_view name) const;
    cotation::Commune somewhere(cotation::Commune asked, double here, double near);
    cotation::Commune anyCommune();

    const cotation::Bareme& m_bareme;
    Date m_today;
    Dice m_dice;
    std::vector<std::pair<cotation::Commune, double>> m_communes; // with their shares, cumulated
};

} // namespace escale::position
