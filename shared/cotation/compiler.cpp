// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/compiler.h"

#include "shared/cotation/vocabulary.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr std::size_t kMaxNodes = 4096; // a hundred times what a plan needs

bool isSeniority(const Program& program, NodeId id) {
    const Node& node = program.nodes[id];
    if (node.op != Op::slot)
        return false;
    const SlotKind kind = program.slots[static_cast<std::size_t>(node.constant)].kind;
    return kind == SlotKind::seniorityYears || kind == SlotKind::seniorityMonths;
}

} // namespace

Compiler::Compiler(Program& program, Report& report, const json::object& notions)
    : m_program(program)
    , m_report(report)
    , m_notions(notions) {}

NodeId Compiler::condition(const json::value& value, const Section& section,
                           std::string_view member) {
    const Context at{section, member};
    return expect(compile(value, at), true, at);
}

NodeId Compiler::number(const json::value& value, const Section& section, std::string_view member) {
    const Context at{section, member};
    return expect(compile(value, at), false, at);
}

NodeId Compiler::always() {
    return add(Op::constant, true, 1, {});
}

NodeId Compiler::compile(const json::value& value, const Context& at) {
    if (value.is_number())
        return add(Op::constant, false, fixedPoint(value, at.section, at.member), {});
    if (!value.is_object() || value.get_object().size() != 1)
        return wrong(at, "une expression est un nombre ou un objet d’un seul membre");
    const auto& entry = *value.get_object().begin();
    return compileMember(entry.key(), entry.value(), at);
}

NodeId Compiler::compileMember(std::string_view key, const json::value& value, const Context& at) {
    if (key == "et")
        return list(Op::both, value, at, true);
    if (key == "ou")
        return list(Op::either, value, at, true);
    if (key == "non")
        return add(Op::negation, true, 0, {expect(compile(value, at), true, at)});
    if (key == "+")
        return list(Op::sum, value, at, false);
    if (key == "-")
        return list(Op::difference, value, at, false);
    if (key == "*")
        return list(Op::product, value, at, false);
    if (key == "min")
        return list(Op::least, value, at, false);
    if (key == "max")
        return list(Op::greatest, value, at, false);
    if (key == "<" || key == "<=" || key == ">" || key == ">=" || key == "=")
        return compare(key, value, at);
    if (key == "categorie")
        return homes(value, at);
    if (key == "compte")
        return people(SlotKind::countOf, value, at);
    if (key == "existe")
        return people(SlotKind::exists, value, at);
    return compileLeaf(key, value, at);
}

NodeId Compiler::compileLeaf(std::string_view key, const json::value& value, const Context& at) {
    if (!value.is_string())
        return wrong(at, "opération inconnue ou mal écrite : " + std::string(key));
    const std::string_view name = value.get_string();
    if (key == "fait")
        return fact(name, at);
    if (key == "parametre")
        return parameter(name, at);
    if (key == "notion")
        return notion(name, at);
    if (key == "logement_dans" || key == "travail_dans")
        return place(key == "logement_dans", name, at);
    return flag(key, name, at);
}

NodeId Compiler::list(Op op, const json::value& value, const Context& at, bool boolean) {
    const bool two = op == Op::difference;
    if (!value.is_array() || value.get_array().empty() || (two && value.get_array().size() != 2))
        return wrong(at, two ? "deux termes sont attendus" : "une liste de termes est attendue");
    std::vector<NodeId> operands;
    for (const json::value& term : value.get_array())
        operands.push_back(expect(compile(term, at), boolean, at));
    if (!boolean)
        for (const NodeId operand : operands)
            mayChangeAtEveryStep(operand);
    return add(op, boolean, 0, operands);
}

NodeId Compiler::compare(std::string_view key, const json::value& value, const Context& at) {
    if (!value.is_array() || value.get_array().size() != 2)
        return wrong(at, "une comparaison a deux termes");
    NodeId left = expect(compile(value.get_array()[0], at), false, at);
    NodeId right = expect(compile(value.get_array()[1], at), false, at);
    for (const auto& [one, other] : {std::pair{left, right}, std::pair{right, left}}) {
        const Node& node = m_program.nodes[other];
        if (node.op == Op::constant)
            mayChangeAt(one, {node.constant, node.constant + kOne});
        else
            mayChangeAtEveryStep(one);
    }
    if (key.front() == '>')
        std::swap(left, right);
    const Op op = key == "=" ? Op::equal : key.size() == 2 ? Op::lessOrEqual : Op::less;
    return add(op, true, 0, {left, right});
}

NodeId Compiler::homes(const json::value& value, const Context& at) {
    std::int64_t mask = 0;
    if (value.is_array())
        for (const json::value& item : value.get_array()) {
            const auto home =
                item.is_string() ? homeFromName(item.get_string()) : std::optional<Home>{};
            if (!home || *home == Home::unknown)
                return wrong(at, "catégorie de logement inconnue");
            mask |= std::int64_t{1} << static_cast<int>(*home);
        }
    if (mask == 0)
        return wrong(at, "une liste de catégories de logement est attendue");
    Slot home;
    home.kind = SlotKind::home;
    const NodeId node = named(slot(home, false), "logement.categorie", "Votre logement actuel", "");
    return add(Op::homeIn, true, mask, {node});
}

NodeId Compiler::people(SlotKind kind, const json::value& value, const Context& at) {
    if (!m_inNotion)
        return wrong(at, "« existe » et « compte » ont leur place dans une notion, qui les nomme");
    if (!value.is_object())
        return wrong(at, "un objet est attendu (qui, age_min, age_moins_de)");
    const Section section(value.get_object(), at.section.where(), m_report);
    section.onlyKnows({"qui", "age_min", "age_moins_de"});
    Slot people;
    people.kind = kind;
    for (const json::value& item : section.array("qui")) {
        const auto role =
            item.is_string() ? roleFromName(item.get_string()) : std::optional<Role>{};
        if (!role)
            return wrong(at, "personne inconnue dans « qui »");
        people.roles |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(*role));
    }
    people.ageFrom = static_cast<std::int16_t>(section.integerOr("age_min", 1, 150, kAnyAge));
    people.ageBelow = static_cast<std::int16_t>(section.integerOr("age_moins_de", 1, 150, kAnyAge));
    if (people.roles == 0)
        return wrong(at, "« qui » ne nomme personne");
    if (people.ageFrom != kAnyAge && people.ageBelow != kAnyAge &&
        people.ageFrom >= people.ageBelow)
        return wrong(at, "age_min doit être sous age_moins_de");
    return slot(people, kind == SlotKind::exists);
}

NodeId Compiler::expect(NodeId node, bool boolean, const Context& at) {
    if (m_program.nodes[node].boolean == boolean)
        return node;
    wrong(at, boolean ? "une condition est attendue, pas un nombre"
                      : "un nombre est attendu, pas une condition");
    return add(Op::constant, boolean, 0, {});
}

NodeId Compiler::wrong(const Context& at, std::string reason) {
    at.section.defect(at.member, std::move(reason));
    return add(Op::constant, true, 0, {});
}

NodeId Compiler::add(Op op, bool boolean, std::int64_t constant,
                     const std::vector<NodeId>& operands) {
    auto& nodes = m_program.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (node.op == op && node.boolean == boolean && node.constant == constant &&
            std::equal(operands.begin(), operands.end(), m_program.operands.begin() + node.first,
                       m_program.operands.begin() + node.first + node.count))
            return static_cast<NodeId>(i);
    }
    if (nodes.size() >= kMaxNodes || m_program.operands.size() + operands.size() > 4 * kMaxNodes) {
        if (m_report.defects.empty() || m_report.defects.back().member != "expressions")
            m_report.defects.push_back({"bareme", "expressions", "il y en a trop"});
        return 0;
    }
    nodes.push_back({op, boolean, static_cast<std::uint16_t>(m_program.operands.size()),
                     static_cast<std::uint16_t>(operands.size()), constant});
    m_program.operands.insert(m_program.operands.end(), operands.begin(), operands.end());
    return static_cast<NodeId>(nodes.size() - 1);
}

void Compiler::mayChangeAt(NodeId node, const std::vector<std::int64_t>& values) {
    if (!isSeniority(m_program, node))
        return;
    auto& thresholds =
        m_program.slots[static_cast<std::size_t>(m_program.nodes[node].constant)].thresholds;
    for (const std::int64_t value : values)
        if (value >= 0 && value < 2000 * kOne)
            thresholds.push_back(static_cast<std::int32_t>((value + kOne - 1) / kOne));
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
}

void Compiler::mayChangeAtEveryStep(NodeId node) {
    if (isSeniority(m_program, node))
        m_program.slots[static_cast<std::size_t>(m_program.nodes[node].constant)].everyStep = true;
}

std::vector<std::uint16_t> Compiler::takeReads() {
    std::vector<std::uint16_t> reads;
    reads.swap(m_reads);
    std::sort(reads.begin(), reads.end());
    reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
    return reads;
}

} // namespace escale::cotation
