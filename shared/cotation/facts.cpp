// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/facts.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr std::array<std::string_view, kHomeCount> kHomes{
    "inconnu",   "locataire_prive",       "locataire_hlm", "proprietaire",
    "sans_abri", "heberge_parents",       "heberge_tiers", "act",
    "hotel",     "structure_hebergement", "autre"};

constexpr std::array<std::string_view, kDeclarationCount> kDeclarations{
    "dalo",
    "non_decent",
    "indigne",
    "expulsion",
    "ase",
    "handicap",
    "reprise_activite",
    "depart_personnes_a_charge",
    "inadapte_autonomie",
    "inadapte_handicap",
    "label_pdalhpd",
    "violence",
    "divorce",
    "parents_divorce",
    "fonction_publique_territoriale"};

constexpr std::array<std::string_view, kRoleCount> kRoles{
    "demandeur", "conjoint", "enfant_a_charge", "autre_a_charge", "autre"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

} // namespace

Commune::Commune(std::string_view insee) {
    if (insee.size() != 5)
        return;
    std::int64_t packed = 0;
    for (const char c : insee) {
        if (c >= '0' && c <= '9')
            packed = packed * 36 + (c - '0');
        else if (c >= 'A' && c <= 'Z')
            packed = packed * 36 + (c - 'A' + 10);
        else
            return;
    }
    m_packed = packed;
}

Commune Commune::fromPacked(std::int64_t packed) {
    Commune commune;
    commune.m_packed = packed;
    return commune;
}

std::string Commune::insee() const {
    if (empty())
        return {};
    std::string text(5, '0');
    std::int64_t rest = m_packed;
    for (auto c = text.rbegin(); c != text.rend(); ++c) {
        *c = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 36];
        rest /= 36;
    }
    return text;
}

std::string_view name(Home home) {
    return kHomes[static_cast<std::size_t>(home)];
}
std::string_view name(Declaration declaration) {
    return kDeclarations[static_cast<std::size_t>(declaration)];
}
std::string_view name(Role role) {
    return kRoles[static_cast<std::size_t>(role)];
}
std::optional<Home> homeFromName(std::string_view name) {
    return find<Home>(kHomes, name);
}
std::optional<Declaration> declarationFromName(std::string_view name) {
    return find<Declaration>(kDeclarations, name);
}
std::optional<Role> roleFromName(std::string_view name) {
    return find<Role>(kRoles, name);
}

bool Facts::ticked(std::string_view code) const {
    return std::find(guichet.begin(), guichet.end(), code) != guichet.end();
}

} // namespace escale::cotation
