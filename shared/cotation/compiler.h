// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of a bareme (conditions, notions, brackets) to the nodes of a Program. Equal
// expressions become one node; notions are compiled where they are first used.
#pragma once

#include "shared/cotation/program.h"
#include "shared/cotation/section.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

class Compiler {
public:
    /// All must outlive the compiler; the parameters of `program` are already read.
    Compiler(Program& program, Report& report, const json::object& notions);

    /// A condition, or a number; a defect of `section` and a harmless node when it is neither.
    NodeId condition(const json::value& value, const Section& section, std::string_view member);
    NodeId number(const json::value& value, const Section& section, std::string_view member);
    NodeId always(); // true

    /// A line changes when `node` reaches one of `values` (fixed point), or at every step of it.
    void mayChangeAt(NodeId node, const std::vector<std::int64_t>& values);
    void mayChangeAtEveryStep(NodeId node);

    /// Indices in Program::named of what was compiled since the last call, ascending.
    std::vector<std::uint16_t> takeReads();
    /// Compiles the notions that no line used, for their defects, and warns about each.
    void finishNotions();

private:
    struct Context { // where a defect is said to be
        const Section& section;
        std::string_view member;
    };
    struct Notion {
        enum class State { fresh, open, done } state = State::fresh;
        NodeId node = 0;
        std::vector<std::uint16_t> reads;
    };

    NodeId compile(const json::value& value, const Context& at);
    NodeId compileMember(std::string_view key, const json::value& value, const Context& at);
    NodeId compileLeaf(std::string_view key, const json::value& value, const Context& at);
    NodeId list(Op op, const json::value& value, const Context& at, bool boolean);
    NodeId compare(std::string_view key, const json::value& value, const Context& at);
    NodeId homes(const json::value& value, const Context& at);
    NodeId people(SlotKind kind, const json::value& value, const Context& at);
    NodeId parameter(std::string_view code, const Context& at);
    NodeId notion(std::string_view code, const Context& at);
    void openNotion(std::string_view code, const json::value& value);
    NodeId fact(std::string_view name, const Context& at);
    NodeId place(bool home, std::string_view where, const Context& at);
    NodeId flag(std::string_view key, std::string_view name, const Context& at);

    NodeId expect(NodeId node, bool boolean, const Context& at);
    NodeId wrong(const Context& at, std::string reason);
    NodeId add(Op op, bool boolean, std::int64_t constant, const std::vector<NodeId>& operands);
    NodeId slot(Slot slot, bool boolean);
    NodeId named(NodeId node, std::string name, std::string label, std::string unit);

    Program& m_program;
    Report& m_report;
    const json::object& m_notions;
    std::map<std::string, Notion, std::less<>> m_state;
    std::vector<std::uint16_t> m_reads;
    bool m_inNotion = false;
};

} // namespace escale::cotation
