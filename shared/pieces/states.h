// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a pièce, and who may move it from one to the next.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace escale::pieces {

/// Worst first: of several pièces for one need, the best counts.
enum class State {
    toProvide,  // a_fournir
    outOfScope, // hors_perimetre: not a pièce that may be asked for (mark of the dossier unique)
    unusable,   // inexploitable: cannot be read or opened
    refused,    // refusee, with a reason
    expired,    // expiree: past its last good day
    taken,      // prise: photographed, not kept yet
    kept,       // gardee: sealed on this device
    sent,       // envoyee: the server has every page
    present,    // presente: filed with the demande, not read by an agent yet
    validated,  // validee
};
inline constexpr std::array kStates{
    State::toProvide, State::outOfScope, State::unusable, State::refused, State::expired,
    State::taken,     State::kept,       State::sent,     State::present, State::validated};

std::string_view stateName(State state);
std::optional<State> stateFromName(std::string_view name);

enum class Actor {
    person,   // who gives the pièce, or who helps them
    server,   // it has the pages; or cannot open them
    agent,    // reads the pièce (guichet, plan de Roissy 4.3)
    calendar, // a day has passed
};

/// Whether `actor` may move a pièce from `from` to `to`. What an agent said can be changed by an
/// agent only; a pièce that does not do is done again from the start (a new photo), never repaired.
bool canMove(State from, State to, Actor actor);

/// The pièce still has to be given, or given again.
bool isWanted(State state);
/// The dossier has it, whatever was said of it since.
bool isGiven(State state);

} // namespace escale::pieces
