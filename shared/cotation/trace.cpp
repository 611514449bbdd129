// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/trace.h"

#include "shared/cotation/explain.h"
#include "shared/crypto/hash.h"

#include <array>
#include <optional>

namespace escale::cotation {
namespace {

json::value orNull(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value orNull(const Date& date) {
    return date.empty() ? json::value(nullptr) : json::value(date.iso());
}

template <class Number>
json::value orNull(const std::optional<Number>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::value orNull(Tri tri) {
    return tri == Tri::unknown ? json::value(nullptr) : json::value(tri == Tri::yes);
}

json::array persons(const Facts& facts) {
    json::array list;
    for (const Person& person : facts.persons)
        list.push_back({{"qui", name(person.role)}, {"naissance", orNull(person.birth)}});
    return list;
}

json::array incomplete(const Facts& facts) {
    json::array list;
    for (std::size_t role = 0; role < kRoleCount; ++role)
        if (!facts.rolesComplete[role])
            list.emplace_back(name(static_cast<Role>(role)));
    return list;
}

json::object home(const Facts& facts) {
    return {{"categorie", name(facts.home)},
            {"commune", orNull(facts.homeCommune.insee())},
            {"surface_dm2", orNull(facts.surfaceDm2)},
            {"pieces", orNull(facts.rooms)},
            {"loyer_centimes", orNull(facts.rentCents)},
            {"aide_centimes", orNull(facts.aidCents)}};
}

json::object declarations(const Facts& facts) {
    json::object all;
    for (std::size_t i = 0; i < kDeclarationCount; ++i)
        all[name(static_cast<Declaration>(i))] = orNull(facts.declarations[i]);
    return all;
}

json::array pieces(const Facts& facts) {
    constexpr std::array<std::string_view, 5> kStates{"absente", "refusee", "expiree", "presente",
                                                      "validee"};
    json::array list;
    for (const Piece& piece : facts.pieces)
        list.push_back({{"type", piece.type},
                        {"etat", kStates[static_cast<std::size_t>(piece.state)]},
                        {"delivree_le", orNull(piece.issuedOn)},
                        {"expire_le", orNull(piece.expiresOn)}});
    return list;
}

json::array work(const Facts& facts) {
    json::array list;
    for (const WorkPlace& place : facts.work)
        list.push_back({{"qui", name(place.who)}, {"commune", orNull(place.commune.insee())}});
    return list;
}

json::object factsToJson(const Facts& facts) {
    json::object all;
    all["premier_depot"] = orNull(facts.depositedOn);
    all["premier_choix"] = orNull(facts.firstChoice.insee());
    all["personnes"] = persons(facts);
    all["personnes_incompletes"] = incomplete(facts);
    all["logement"] = home(facts);
    all["ressources_centimes"] = orNull(facts.resourcesCents);
    all["travail"] = work(facts);
    all["travail_complet"] = facts.workComplete;
    all["declarations"] = declarations(facts);
    all["guichet"] = json::array(facts.guichet.begin(), facts.guichet.end());
    all["com_dalo"] = orNull(facts.comDalo);
    all["justificatifs"] = pieces(facts);
    return all;
}

} // namespace

json::object traceOf(const Note& note, const Facts& facts) {
    json::object trace;
    trace["format"] = "escale-trace-cotation/1";
    trace["bareme"] = {{"id", note.bareme.id()},
                       {"version", note.bareme.version()},
                       {"empreinte", note.bareme.hash()}};
    trace["moteur"] = kEngineVersion;
    trace["date"] = note.date.iso();
    trace["commune"] = note.commune.insee();
    trace["faits"] = factsToJson(facts);
    trace["resultat"] = noteToJson(note);
    return trace;
}

std::string traceHash(const json::object& trace) {
    return crypto::sha256Hex(asBytes(json::serialize(trace)));
}

} // namespace escale::cotation
