// SPDX-License-Identifier: GPL-3.0-or-later
// Random values, edits and dossiers for the tests of the messages.
#pragma once

#include "dossier_support.h"
#include "shared/protocol/messages.h"

#include <iterator>

namespace escale::test {

inline std::string randomText(Seeded& random) {
    static const char* const kTexts[] = {
        "",      "a",      "né à L’Haÿ", "🏠👩‍👧", "بن عروس", "ligne\nligne", "\t\x01\x1f",
        "\"\\/", "\u2028", "ﬀ",          "</script>",       "null",    "\u202E"};
    return kTexts[random.below(std::size(kTexts))];
}

inline Value randomValue(Seeded& random) {
    switch (random.below(6)) {
    case 0:
        return {};
    case 1:
        return random.oneIn(2);
    case 2:
        return static_cast<std::int64_t>(random.next());
    case 3:
        return TextList(random.below(4), randomText(random));
    case 4:
        return random.oneIn(2) ? Marker::doNotKnow : Marker::none;
    default:
        return randomText(random);
    }
}

inline std::string randomPath(Seeded& random) {
    static const char* const kFields[] = {"demandeur.nom", "motifs", "depot.confirme"};
    if (random.oneIn(2))
        return kFields[random.below(std::size(kFields))];
    return item("localisations", random.below(5)) + (random.oneIn(2) ? "" : ".commune");
}

inline Origin randomOrigin(Seeded& random) {
    Origin origin;
    if (!random.oneIn(4))
        origin.device = deviceId(random.below(9));
    origin.seq = random.below(1000);
    origin.author = randomText(random);
    origin.at = {static_cast<std::int64_t>(random.next() >> 16), random.below(10)};
    return origin;
}

inline Edit randomEdit(Seeded& random) {
    Edit edit = editOf(random.below(9), random.below(1000), {}, randomText(random));
    edit.at = {static_cast<std::int64_t>(random.next()), -5};
    edit.seen = random.below(3);
    edit.closes = random.oneIn(3) ? randomText(random) : "";
    for (unsigned n = random.below(6); n > 0; --n)
        edit.changes.push_back({randomPath(random), randomValue(random), random.below(100)});
    return edit;
}

inline Dossier randomDossier(Seeded& random) {
    Dossier dossier;
    dossier.id = dossierId(random.below(100));
    dossier.revision = random.below(1000);
    dossier.parallel = random.oneIn(2);
    dossier.stage = static_cast<DossierStage>(random.below(6));
    dossier.numeroUnique = randomText(random);
    dossier.receivedOn = randomText(random);
    for (unsigned n = random.below(12); n > 0; --n)
        dossier.fields[randomPath(random)] = {randomValue(random), random.below(100),
                                              randomOrigin(random)};
    for (unsigned n = random.below(3); n > 0; --n) {
        Conflict conflict{randomPath(random), randomValue(random), random.below(10), {}, 0};
        for (unsigned k = 2 + random.below(3); k > 0; --k)
            conflict.candidates.push_back(
                {randomValue(random), randomOrigin(random), random.below(50)});
        conflict.winner = random.below(static_cast<unsigned>(conflict.candidates.size()));
        dossier.conflicts.push_back(std::move(conflict));
    }
    for (unsigned n = random.below(3); n > 0; --n)
        dossier.tasks.push_back({"manque", randomPath(random), randomText(random)});
    for (unsigned n = random.below(3); n > 0; --n)
        dossier.places.push_back({DeviceId(uuid(n)), "borne", randomText(random)});
    for (unsigned n = random.below(3); n > 0; --n)
        dossier.pieces.push_back({PieceId(uuid(n)), 2, static_cast<int>(random.below(3))});
    return dossier;
}

inline protocol::SyncRequest randomRequest(Seeded& random) {
    protocol::SyncRequest request;
    request.cursor = random.below(1000);
    for (unsigned n = random.below(4); n > 0; --n)
        request.edits.push_back(randomEdit(random));
    for (unsigned n = random.below(3); n > 0; --n)
        request.sealed.push_back({random.below(100), Bytes(random.below(40), 0xA5)});
    return request;
}

inline protocol::SyncResponse randomResponse(Seeded& random) {
    protocol::SyncResponse response;
    response.acknowledged = random.below(1000);
    response.cursor = random.below(1000);
    response.more = random.oneIn(2);
    for (unsigned n = random.below(3); n > 0; --n)
        response.refused.push_back({n, random.oneIn(2) ? dossierId(n) : DossierId(),
                                    static_cast<Errc>(random.below(10)), randomText(random)});
    for (unsigned n = random.below(3); n > 0; --n)
        response.dossiers.push_back(randomDossier(random));
    for (unsigned n = random.below(3); n > 0; --n) {
        const Dossier from = randomDossier(random);
        response.statuses.push_back(
            {from.id, from.stage, from.numeroUnique, from.receivedOn, from.tasks, from.pieces});
    }
    return response;
}

} // namespace escale::test
