// SPDX-License-Identifier: GPL-3.0-or-later
// The barème of Roissy written by hand, as a program for it alone would be: the floor against which
// the interpreter is measured. Never used to score anybody.
#pragma once

#include "shared/cotation/facts.h"

#include <array>
#include <cstdint>
#include <vector>

namespace escale::client::ctl {

/// One demande as plain fields at one date; facts that are unknown are below 0.
struct FloorRow {
    std::int32_t surfaceDm2 = -1, rentCents = -1, aidCents = -1, resourcesCents = -1;
    std::int16_t rooms = -1, persons = 0, unitTenths = 0, years = 0;
    std::uint8_t home = 0;
    bool homeEpci = false, homeAsked = false, workEpci = false, workAsked = false;
    bool minor = false, child = false, spouse = false, comDalo = false;
    bool under21 = false, under30 = false, from60 = false, from65 = false;
    std::array<bool, cotation::kDeclarationCount> declared{};
    std::array<bool, 5> ticked{}; // viol, prostitution, traite, caleol, operation_publique
    std::array<std::uint8_t, 18>
        pieces{}; // best PieceState of each type, in the order of kFloorPieces
};

extern const std::array<const char*, 18> kFloorPieces;

/// `epci`: INSEE codes of the territory, packed and sorted.
FloorRow floorRow(const cotation::Facts& facts, cotation::Commune asked, const Date& today,
                  const std::vector<std::int64_t>& epci);

/// Retained points.
int floorNote(const FloorRow& row);

} // namespace escale::client::ctl
