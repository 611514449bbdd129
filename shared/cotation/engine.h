// SPDX-License-Identifier: GPL-3.0-or-later
// The note of one demande for one commune (cotation A03: a note belongs to a demande *and* a
// commune). The same function runs on the device and on the server. Pure: no clock, no state.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace escale::cotation {

/// Written in every archived explanation; changes when the same bareme could give another note.
inline constexpr int kEngineVersion = 1;

enum class State : std::uint8_t {
    notApplicable,    // non_applicable: its condition is false
    unknown,          // inconnu: a fact is missing to tell
    manual,           // manuel: an agent has not ticked it
    declared,         // declare: the piece is missing, or nobody confirmed yet; 0 retained
    piecePresent,     // piece_presente: retained, provisional
    validated,        // valide
    withdrawnRefused, // retire:refus
    withdrawnExpired, // retire:expiration
};
std::string_view name(State state);

enum class Reason : std::uint8_t {
    none,           // it gives its points
    conditionFalse, // cotation.raison.condition_fausse
    factUnknown,    // cotation.raison.fait_inconnu
    notTicked,      // cotation.raison.non_coche
    notConfirmed,   // cotation.raison.non_confirme
    pieceMissing,   // cotation.raison.piece_manquante
    pieceRefused,   // cotation.raison.piece_refusee
    pieceExpired,   // cotation.raison.piece_expiree
    outweighed,     // cotation.raison.autre_ligne: a better line of the same group counts
};
/// Key of the sentence for people ("cotation.raison.piece_manquante"); empty for none.
std::string_view textKey(Reason reason);

/// Views live as long as the Note.
struct LineResult {
    std::string_view code;
    std::string_view label; // French; the key of its text is "cotation." + code
    std::uint16_t line = 0; // index in Bareme::lines()
    State state = State::notApplicable;
    Reason reason = Reason::none;
    /// What the line is worth in this grid, now; 0 when it cannot be told. Negative for a malus.
    int points = 0;
    /// What it puts in total_retenu (before the caps of its group).
    int retained = 0;
};

/// Value of one node of the compiled bareme; meaningful to this room only.
struct Cell {
    std::int64_t value = 0;
    bool known = false;
};

struct Note {
    Bareme bareme;
    Date date;
    Commune commune;
    /// Code of the grid found from the facts (A19). When the home is unknown, the grid that gives
    /// the least is taken and `gridKnown` is false.
    std::string_view grid;
    bool gridKnown = false;
    /// Code of the exclusion that applies ("anru"): no note, no line, out of the ranks. Else empty.
    std::string_view exclusion;
    int totalRetenu = 0;           // provisional and validated points
    int totalValide = 0;           // validated points
    int totalPotentiel = 0;        // everything declared but what was refused
    std::vector<LineResult> lines; // those of the grid, in the order of the bareme
    /// The next day on which time alone changes a line or the total (birthday, seniority, expiry,
    /// parameter); empty when none.
    Date nextChangeOn;

    std::vector<Cell> cells;              // for explain()
    std::vector<PieceState> requirements; // for explain()
};

/// `asked` empty: the lines that name the commune asked for are unknown. Never fails.
Note evaluate(const Bareme& bareme, const Facts& facts, Commune asked, Date today);

} // namespace escale::cotation
