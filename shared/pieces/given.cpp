// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/given.h"

#include "shared/dossier/judgement.h"

#include <algorithm>

namespace escale::pieces {
namespace {

State stateOf(const Judgement& judgement) {
    const auto state = stateFromName(judgement.verdict);
    return state && canMove(State::present, *state, Actor::agent) ? *state : State::toProvide;
}

int receivedOf(const Dossier& dossier, const PieceId& id) {
    for (const PieceStatus& status : dossier.pieces)
        if (status.piece == id)
            return status.pagesReceived;
    return 0;
}

void readPages(const Dossier& dossier, const PageStates& queue, Given& given) {
    int sent = 0;
    for (const std::string& page : given.pages) {
        const auto known = queue.find(page);
        if (known == queue.end())
            continue;
        sent += known->second == PageState::sent ? 1 : 0;
        given.unopenable = given.unopenable || known->second == PageState::refused;
    }
    given.pagesSent = std::max(sent, receivedOf(dossier, given.id));
}

} // namespace

State Given::state(const Freshness& rule, const Date& today) const {
    if (judgement != State::toProvide && judgement != State::validated)
        return judgement;
    if (isStale(rule, dates, today))
        return State::expired;
    if (judgement == State::validated)
        return judgement;
    if (unopenable)
        return State::unusable;
    if (pages.empty() || pagesSent < static_cast<int>(pages.size()))
        return State::kept;
    return filed ? State::present : State::sent;
}

std::vector<Given> givenPieces(const Dossier& dossier, const PageStates& queue) {
    std::vector<Given> all;
    for (const std::string& id : dossier.items("pieces")) {
        const auto value = [&](const char* field) {
            return dossier.answer("pieces[" + id + "]." + field);
        };
        Given given;
        given.id = PieceId(id);
        given.type = textOf(value("type"));
        given.person = textOf(value("pour"));
        given.dates = {dateOf(value("emise_le")), dateOf(value("expire_le"))};
        given.doubtful = value("a_verifier") == Value(true);
        if (const Value pages = value("pages"); const auto* names = std::get_if<TextList>(&pages))
            given.pages = *names;
        if (const auto judgement = judgementOf(dossier, id)) {
            given.judgement = stateOf(*judgement);
            given.refusal = judgement->refusal;
        }
        given.filed = !dossier.numeroUnique.empty();
        readPages(dossier, queue, given);
        all.push_back(std::move(given));
    }
    return all;
}

} // namespace escale::pieces
