// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a bareme: criteria and malus, their points by grid, the pieces they ask for.
#pragma once

#include "shared/cotation/compiler.h"
#include "shared/cotation/program.h"
#include "shared/cotation/section.h"

#include <functional>

namespace escale::cotation {

class LineReader {
public:
    /// All must outlive the reader; grids, groups and pieces of `program` are already read.
    LineReader(Program& program, Compiler& compiler,
               std::function<void(const Section&, std::string_view)> checkSource);

    void criterion(const Section& section);
    void malus(const Section& section);

private:
    LineDef common(const Section& section);
    void readMode(const Section& section, LineDef& line);
    void readPoints(const Section& section, LineDef& line);
    PointRule pointRule(const json::value& value, const Section& section, bool malus);
    PointRule brackets(const json::object& object, const Section& section);
    PointRule perPeriod(const json::object& object, const Section& section);
    void checkBrackets(const PointRule& rule, const Section& section);
    void readPieces(const Section& section, LineDef& line);
    /// Appends the postfix tree of `value`; answers its clauses (one requirement of each).
    std::vector<std::vector<std::uint16_t>> piece(const json::value& value, const Section& section,
                                                  LineDef& line);
    std::uint16_t requirement(std::string_view type, int freshMonths, const Section& section);
    void finish(const Section& section, LineDef line);

    Program& m_program;
    Compiler& m_compiler;
    std::function<void(const Section&, std::string_view)> m_checkSource;
};

} // namespace escale::cotation
