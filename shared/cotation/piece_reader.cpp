// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of a line: a name, {"piece", "fraicheur_mois"}, {"toutes": […]} or {"une_de": […]}.
#include "shared/cotation/line_reader.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr std::size_t kMaxClauses = 64;

using Clauses = std::vector<std::vector<std::uint16_t>>;

/// "One of each clause of `left`, or one of each clause of `right`", as clauses.
Clauses eitherOf(const Clauses& left, const Clauses& right) {
    Clauses both;
    for (const auto& one : left)
        for (const auto& other : right) {
            auto clause = one;
            for (const std::uint16_t requirement : other)
                if (std::find(clause.begin(), clause.end(), requirement) == clause.end())
                    clause.push_back(requirement);
            both.push_back(std::move(clause));
        }
    return both;
}

} // namespace

Clauses LineReader::piece(const json::value& value, const Section& section, LineDef& line) {
    const auto leaf = [&](std::string_view type, int freshMonths) -> Clauses {
        const std::uint16_t id = requirement(type, freshMonths, section);
        line.pieces.push_back({PieceNode::Kind::leaf, id});
        return {{id}};
    };
    if (value.is_string())
        return leaf(value.get_string(), 0);
    if (value.is_object() && value.get_object().contains("piece")) {
        const Section inner(value.get_object(), section.where(), section.report());
        inner.onlyKnows({"piece", "fraicheur_mois"});
        return leaf(inner.text("piece"), inner.integerOr("fraicheur_mois", 1, 600, 0));
    }
    const bool one = value.is_object() && value.get_object().size() == 1;
    const std::string_view key = one ? std::string_view(value.get_object().begin()->key()) : "";
    const json::value* items = one ? &value.get_object().begin()->value() : nullptr;
    if ((key != "toutes" && key != "une_de") || !items->is_array() || items->get_array().empty()) {
        section.defect("pieces", "une pièce, « toutes » ou « une_de » est attendu");
        return {};
    }
    Clauses clauses;
    for (const json::value& item : items->get_array()) {
        const Clauses next = piece(item, section, line);
        if (clauses.size() * next.size() > kMaxClauses || clauses.size() > kMaxClauses) {
            section.defect("pieces", "combinaison de pièces trop grande");
            return {};
        }
        if (key == "une_de" && !clauses.empty())
            clauses = eitherOf(clauses, next);
        else
            clauses.insert(clauses.end(), next.begin(), next.end());
    }
    line.pieces.push_back({key == "toutes" ? PieceNode::Kind::all : PieceNode::Kind::anyOf,
                           static_cast<std::uint16_t>(items->get_array().size())});
    return clauses;
}

std::uint16_t LineReader::requirement(std::string_view type, int freshMonths,
                                      const Section& section) {
    const auto known = std::find_if(m_program.pieces.begin(), m_program.pieces.end(),
                                    [&](const PieceDef& piece) { return piece.code == type; });
    if (known == m_program.pieces.end()) {
        section.defect("pieces", "pièce inconnue : " + std::string(type));
        return 0;
    }
    const Requirement wanted{static_cast<std::uint16_t>(known - m_program.pieces.begin()),
                             static_cast<std::uint16_t>(freshMonths)};
    auto& all = m_program.requirements;
    const auto same = std::find(all.begin(), all.end(), wanted);
    const auto index = static_cast<std::uint16_t>(same - all.begin());
    if (same == all.end()) {
        all.push_back(wanted);
        known->requirements.push_back(index);
    }
    return index;
}

} // namespace escale::cotation
