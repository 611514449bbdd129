// SPDX-License-Identifier: GPL-3.0-or-later
// The whole JSON of a bareme, section after section, to a Program.
#pragma once

#include "shared/cotation/compiler.h"
#include "shared/cotation/program.h"
#include "shared/cotation/section.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace escale::cotation {

class BaremeReader {
public:
    BaremeReader(const json::object& root, Report& report)
        : m_report(report)
        , m_root(root, "bareme", report) {}

    std::shared_ptr<const Program> read();

private:
    void readHead();
    void readTerritory();
    void readDates();
    void readParameters();
    void readParameterValues(const Section& section, Parameter& parameter);
    void readPieces();
    void readGrids(Compiler& compiler);
    void readGroups();
    void readExclusions(Compiler& compiler);
    void readTotal();
    void readNotes();
    void readLines(Compiler& compiler);
    void checkSource(const Section& section, std::string_view member);
    void checkNotionSources(const json::object& notions);
    /// Sections of an object of objects, named "what key".
    void forEachMember(std::string_view member, std::string_view what,
                       const std::function<void(std::string_view, const Section&)>& read);

    Report& m_report;
    Section m_root;
    std::shared_ptr<Program> m_program = std::make_shared<Program>();
    std::vector<std::string> m_sources;
};

} // namespace escale::cotation
