// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/states.h"

#include <algorithm>

namespace escale::pieces {
namespace {

struct Move {
    State from, to;
    Actor actor;
};

constexpr Move kMoves[] = {
    // The photo: taken, looked at, kept; or taken again.
    {State::toProvide, State::taken, Actor::person},
    {State::taken, State::toProvide, Actor::person},
    {State::taken, State::kept, Actor::person},
    {State::kept, State::taken, Actor::person},
    {State::kept, State::toProvide, Actor::person},
    // Done again.
    {State::outOfScope, State::taken, Actor::person},
    {State::unusable, State::taken, Actor::person},
    {State::refused, State::taken, Actor::person},
    {State::expired, State::taken, Actor::person},
    {State::sent, State::taken, Actor::person},
    {State::present, State::taken, Actor::person},
    // The pages arrive, are opened, are filed with the demande.
    {State::kept, State::sent, Actor::server},
    {State::kept, State::unusable, Actor::server},
    {State::sent, State::unusable, Actor::server},
    {State::sent, State::present, Actor::server},
    // A day passes.
    {State::kept, State::expired, Actor::calendar},
    {State::sent, State::expired, Actor::calendar},
    {State::present, State::expired, Actor::calendar},
    {State::validated, State::expired, Actor::calendar},
};

/// What an agent may say, of a pièce that they can have read.
bool isJudgement(State state) {
    return state == State::validated || state == State::refused || state == State::unusable ||
           state == State::outOfScope;
}

bool canBeJudged(State state) {
    return isGiven(state) || isJudgement(state) || state == State::expired;
}

} // namespace

std::string_view stateName(State state) {
    switch (state) {
    case State::toProvide:
        return "a_fournir";
    case State::outOfScope:
        return "hors_perimetre";
    case State::unusable:
        return "inexploitable";
    case State::refused:
        return "refusee";
    case State::expired:
        return "expiree";
    case State::taken:
        return "prise";
    case State::kept:
        return "gardee";
    case State::sent:
        return "envoyee";
    case State::present:
        return "presente";
    case State::validated:
        break;
    }
    return "validee";
}

std::optional<State> stateFromName(std::string_view name) {
    const auto* found = std::find_if(kStates.begin(), kStates.end(),
                                     [&](State state) { return stateName(state) == name; });
    return found == kStates.end() ? std::nullopt : std::optional(*found);
}

bool canMove(State from, State to, Actor actor) {
    // An agent may not bring a pièce back to life by its date: it must be given again.
    if (actor == Actor::agent)
        return from != to && isJudgement(to) && canBeJudged(from) &&
               !(from == State::expired && to == State::validated);
    return std::any_of(std::begin(kMoves), std::end(kMoves), [&](const Move& move) {
        return move.from == from && move.to == to && move.actor == actor;
    });
}

bool isWanted(State state) {
    return state < State::taken;
}

bool isGiven(State state) {
    return state >= State::kept;
}

} // namespace escale::pieces
