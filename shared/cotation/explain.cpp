// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/explain.h"

#include "shared/cotation/program.h"

#include <algorithm>

namespace escale::cotation {
namespace {

/// "34", "10.5": fixed point without useless zeros.
std::string decimal(std::int64_t value) {
    const bool negative = value < 0;
    const std::int64_t size = negative ? -value : value;
    std::string text = (negative ? "-" : "") + std::to_string(size / kOne);
    if (size % kOne == 0)
        return text;
    std::string decimals = std::to_string(kOne + size % kOne).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return text + "." + decimals;
}

std::string valueText(const Program& program, const Node& node, const Cell& cell) {
    if (!cell.known)
        return {};
    if (node.boolean)
        return cell.value != 0 ? "oui" : "non";
    if (node.op == Op::slot &&
        program.slots[static_cast<std::size_t>(node.constant)].kind == SlotKind::home)
        return std::string(name(static_cast<Home>(cell.value)));
    return decimal(cell.value);
}

class Deciding {
public:
    Deciding(const Note& note, const LineDef& line)
        : m_note(note)
        , m_program(*note.bareme.program())
        , m_line(line) {}

    std::vector<std::string_view> names(NodeId root) {
        visit(root);
        return std::move(m_names);
    }

private:
    /// Follows what kept `id` from being settled the other way, down to what has a name.
    void visit(NodeId id) {
        if (nameOf(id))
            return;
        const Node& node = m_program.nodes[id];
        const Cell& mine = m_note.cells[id];
        for (std::uint16_t i = 0; i < node.count; ++i) {
            const NodeId child = m_program.operands[node.first + i];
            const Cell& cell = m_note.cells[child];
            const bool logical = node.op == Op::both || node.op == Op::either;
            const bool responsible =
                mine.known ? !logical || (cell.known && cell.value == mine.value) : !cell.known;
            if (responsible)
                visit(child);
        }
    }

    bool nameOf(NodeId id) {
        for (const std::uint16_t read : m_line.reads) {
            const NamedNode& named = m_program.named[read];
            if (named.node != id)
                continue;
            if (std::find(m_names.begin(), m_names.end(), named.name) == m_names.end())
                m_names.emplace_back(named.name);
            return true;
        }
        return false;
    }

    const Note& m_note;
    const Program& m_program;
    const LineDef& m_line;
    std::vector<std::string_view> m_names;
};

bool waitsForPieces(State state) {
    return state == State::declared || state == State::withdrawnRefused ||
           state == State::withdrawnExpired;
}

std::vector<std::vector<std::string_view>> missing(const Note& note, const LineDef& line) {
    const Program& program = *note.bareme.program();
    std::vector<std::vector<std::string_view>> wanted;
    for (const auto& clause : line.clauses) {
        std::vector<std::string_view> oneOf;
        for (const std::uint16_t requirement : clause) {
            if (note.requirements[requirement] >= PieceState::present) {
                oneOf.clear();
                break;
            }
            oneOf.emplace_back(program.pieces[program.requirements[requirement].piece].code);
        }
        if (!oneOf.empty())
            wanted.push_back(std::move(oneOf));
    }
    return wanted;
}

std::vector<std::string_view> counted(const Note& note, const LineDef& line) {
    const Program& program = *note.bareme.program();
    std::vector<std::string_view> held;
    for (const auto& clause : line.clauses)
        for (const std::uint16_t requirement : clause) {
            const std::string_view code =
                program.pieces[program.requirements[requirement].piece].code;
            if (note.requirements[requirement] >= PieceState::present &&
                std::find(held.begin(), held.end(), code) == held.end())
                held.push_back(code);
        }
    return held;
}

json::object lineToJson(const Explanation& why) {
    json::object facts;
    for (const FactUsed& fact : why.facts)
        facts[fact.name] = fact.known ? json::value(fact.value) : json::value(nullptr);
    json::array pieces;
    for (const auto& clause : why.piecesToUnlock)
        pieces.emplace_back(json::array(clause.begin(), clause.end()));
    json::object line;
    line["code"] = why.line.code;
    line["etat"] = name(why.line.state);
    line["points"] = why.line.points;
    line["retenus"] = why.line.retained;
    line["raison"] = textKey(why.line.reason);
    line["faits"] = std::move(facts);
    line["decisifs"] = json::array(why.deciding.begin(), why.deciding.end());
    line["pieces_attendues"] = std::move(pieces);
    line["source"] = why.source;
    return line;
}

} // namespace

Explanation explain(const Note& note, std::size_t index) {
    const Program& program = *note.bareme.program();
    Explanation why;
    why.line = note.lines.at(index);
    const LineDef& line = program.lines[why.line.line];
    why.labelKey = "cotation." + line.code;
    why.hint = line.hint;
    why.source = line.source;
    for (const std::uint16_t read : line.reads) {
        const NamedNode& named = program.named[read];
        const Cell& cell = note.cells[named.node];
        why.facts.push_back({named.name, named.label,
                             valueText(program, program.nodes[named.node], cell), named.unit,
                             cell.known});
    }
    Deciding deciding(note, line);
    const Reason reason = why.line.reason;
    if (reason == Reason::notConfirmed)
        why.deciding = deciding.names(line.confirmation);
    else if (reason == Reason::conditionFalse || reason == Reason::factUnknown ||
             reason == Reason::notTicked) {
        const Cell& condition = note.cells[line.condition];
        const bool holds = condition.known && condition.value != 0;
        const auto grid = std::find_if(program.grids.begin(), program.grids.end(),
                                       [&](const GridDef& def) { return def.code == note.grid; });
        const auto at = static_cast<std::size_t>(grid - program.grids.begin());
        why.deciding = deciding.names(holds ? line.points[at].of : line.condition);
    }
    if (waitsForPieces(why.line.state) && reason != Reason::notConfirmed)
        why.piecesToUnlock = missing(note, line);
    if (why.line.state == State::piecePresent || why.line.state == State::validated)
        why.piecesCounted = counted(note, line);
    return why;
}

json::object noteToJson(const Note& note) {
    json::object record;
    record["bareme"] = note.bareme.id();
    record["version"] = note.bareme.version();
    record["moteur"] = kEngineVersion;
    record["date"] = note.date.iso();
    record["commune"] = note.commune.insee();
    record["grille"] = note.grid;
    record["grille_certaine"] = note.gridKnown;
    record["exclusion"] = note.exclusion;
    record["total_retenu"] = note.totalRetenu;
    record["total_valide"] = note.totalValide;
    record["total_potentiel"] = note.totalPotentiel;
    record["change_le"] =
        note.nextChangeOn.empty() ? json::value(nullptr) : json::value(note.nextChangeOn.iso());
    json::array lines;
    for (std::size_t i = 0; i < note.lines.size(); ++i)
        lines.emplace_back(lineToJson(explain(note, i)));
    record["lignes"] = std::move(lines);
    return record;
}

} // namespace escale::cotation
