// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/person.h"

#include "tests/server/store_support.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace escale::simulation {
namespace {

constexpr int kMostDossiers = 5;
constexpr std::string_view kChildren = "personnes_a_charge";
const std::vector<std::string> kReasons{"sans_logement", "demolition", "trop_cher", "handicap",
                                        "trop_petit"};

std::string childPath(const std::string& item) {
    return std::string(kChildren) + "[" + item + "]";
}

} // namespace

/// Letters only: never said before.
std::string People::newWord() {
    std::string word;
    for (int left = ++m_words; left > 0; left /= 26)
        word += static_cast<char>('A' + left % 26);
    return "N" + word;
}

void People::act(DeviceMachine& device) {
    const auto ids = device.openable();
    if (ids.empty() || (m_dossiers < kMostDossiers && m_chance.percent(12)))
        return begin(device);
    const auto view = device.view(m_chance.oneOf(ids));
    if (!view)
        return;
    const std::int64_t draw = m_chance.below(100);
    if (device.isBorne() && draw < 12)
        return device.endSession();
    if (!view->conflicts.empty() && draw < 35)
        return settle(device, *view);
    if (draw < 60)
        return answer(device, *view);
    if (draw < 70)
        return addChild(device, *view);
    if (draw < 88)
        return touchChild(device, *view);
    confirm(device, *view);
}

void People::begin(DeviceMachine& device) {
    if (m_dossiers >= kMostDossiers)
        return;
    ++m_dossiers;
    auto changes = server_test::completeAnswers();
    for (Change& change : changes) {
        if (change.path == "demandeur.nom")
            change.value = newWord();
    }
    device.create(newId<DossierId>(m_timeline, m_chance), std::move(changes));
}

Change People::oneAnswer() {
    std::array<char, 24> phone{};
    std::snprintf(phone.data(), phone.size(), "06%08d", static_cast<int>(++m_words % 100'000'000));
    switch (m_chance.below(7)) {
    case 0:
        return {"demandeur.nom", newWord(), 0};
    case 1:
        return {"demandeur.adresse.voie", "rue " + newWord(), 0};
    case 2:
        return {"demandeur.telephone", std::string(phone.data()), 0};
    case 3:
        return {"demandeur.telephone_autre", std::string(phone.data()), 0};
    case 4:
        return {"precisions", "Je précise " + newWord(), 0};
    case 5:
        return {"logement_actuel.personnes", m_chance.between(1, 9), 0};
    default:
        break;
    }
    TextList reasons;
    for (const std::string& reason : kReasons) {
        if (m_chance.percent(50))
            reasons.push_back(reason);
    }
    if (reasons.empty())
        reasons.push_back(kReasons.front());
    std::sort(reasons.begin(), reasons.end());
    return {"motifs", reasons, 0};
}

void People::answer(DeviceMachine& device, const Dossier& view) {
    std::map<std::string, Change> page;
    for (std::int64_t left = m_chance.between(1, 3); left > 0; --left) {
        Change change = oneAnswer();
        if (view.answer(change.path) != change.value)
            page.insert_or_assign(change.path, std::move(change));
    }
    std::vector<Change> changes;
    for (auto& [path, change] : page)
        changes.push_back(std::move(change));
    if (!changes.empty())
        device.answer(view.id, std::move(changes), {});
}

void People::addChild(DeviceMachine& device, const Dossier& view) {
    const std::string item = childPath(newId<ItemId>(m_timeline, m_chance).str());
    device.answer(
        view.id, {{item, true, 0}, {item + ".prenom", newWord(), 0}, {item + ".nom", newWord(), 0}},
        {});
}

void People::touchChild(DeviceMachine& device, const Dossier& view) {
    const auto children = view.items(std::string(kChildren));
    if (children.empty())
        return;
    const std::string item = childPath(m_chance.oneOf(children));
    if (m_chance.percent(40))
        device.answer(view.id, {{item, false, 0}}, {});
    else
        device.answer(view.id, {{item + ".prenom", newWord(), 0}}, {});
}

void People::settle(DeviceMachine& device, const Dossier& view) {
    const Conflict& conflict = m_chance.oneOf(view.conflicts);
    const Candidate& chosen = m_chance.oneOf(conflict.candidates);
    device.answer(view.id, {{conflict.path, chosen.value, 0}}, "la personne l’a dit");
}

void People::confirm(DeviceMachine& device, const Dossier& view) {
    std::vector<Change> changes;
    const PieceId piece = newId<PieceId>(m_timeline, m_chance);
    std::array<char, 65> sha256{};
    for (int part = 0; part < 4; ++part)
        std::snprintf(sha256.data() + part * 16, 17, "%016llx",
                      static_cast<unsigned long long>(m_chance.next()));
    if (view.items("pieces").empty())
        changes = server_test::piece(piece, "identite", {std::string(sha256.data())});
    if (view.answer("depot.confirme") != Value(true))
        changes.push_back({"depot.confirme", true, 0});
    if (changes.empty())
        return;
    const bool names = changes.size() > 1;
    if (device.answer(view.id, std::move(changes), {}) && names)
        m_pageSent(view.id, piece, sha256.data());
}

} // namespace escale::simulation
