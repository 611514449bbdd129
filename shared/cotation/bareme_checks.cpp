// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/bareme_checks.h"

#include <algorithm>
#include <set>

namespace escale::cotation {
namespace {

constexpr int kMaxByte = 255;

int mostOf(const Program& program, std::size_t grid) {
    int total = 0;
    for (std::size_t g = 0; g < program.groups.size(); ++g) {
        const GroupDef& group = program.groups[g];
        int sum = 0;
        for (const LineDef& line : program.lines)
            if (!line.malus && line.groupIndex == g)
                sum = group.best ? std::max(sum, line.points[grid].most())
                                 : sum + line.points[grid].most();
        total += group.cap >= 0 ? std::min(sum, group.cap) : sum;
    }
    return program.totalCap >= 0 ? std::min(total, program.totalCap) : total;
}

void checkFirst(const Program& program, std::size_t grid, Report& report) {
    const auto first = std::find_if(program.lines.begin(), program.lines.end(),
                                    [](const LineDef& line) { return line.first; });
    if (first == program.lines.end())
        return;
    const int points = first->points[grid].most();
    if (points == 0)
        return; // this grid does not have the line
    for (const LineDef& line : program.lines)
        if (&line != &*first && !line.malus && line.points[grid].most() >= points)
            report.warnings.push_back({"critere " + first->code, "points",
                                       "égalé ou dépassé par " + line.code + " dans la grille " +
                                           program.grids[grid].code});
}

template <class Items>
void checkCodes(const Items& items, std::string_view what, Report& report) {
    std::set<std::string_view> seen;
    for (const auto& item : items)
        if (!seen.insert(item.code).second)
            report.defects.push_back(
                {std::string(what) + " " + item.code, "code", "code déjà pris"});
}

void checkUsedPieces(const Program& program, Report& report) {
    for (std::size_t i = 0; i < program.pieces.size(); ++i)
        if (std::none_of(program.requirements.begin(), program.requirements.end(),
                         [&](const Requirement& wanted) { return wanted.piece == i; }))
            report.warnings.push_back(
                {"piece " + program.pieces[i].code, "", "aucune ligne ne la demande"});
}

} // namespace

void checkProgram(Program& program, Report& report) {
    checkCodes(program.grids, "grille", report);
    checkCodes(program.groups, "groupe", report);
    checkCodes(program.exclusions, "exclusion", report);
    if (program.lines.empty())
        report.defects.push_back({"bareme", "criteres", "au moins un critère est attendu"});
    if (program.lines.size() > kMaxLines)
        report.defects.push_back({"bareme", "criteres",
                                  std::to_string(program.lines.size()) +
                                      " lignes, critères et malus : " + std::to_string(kMaxLines) +
                                      " au plus"});
    if (std::count_if(program.lines.begin(), program.lines.end(),
                      [](const LineDef& line) { return line.first; }) > 1)
        report.defects.push_back({"bareme", "criteres", "plusieurs lignes sont « premier »"});
    if (!report.defects.empty())
        return;
    for (std::size_t grid = 0; grid < program.grids.size(); ++grid) {
        GridDef& def = program.grids[grid];
        def.maxTotal = mostOf(program, grid);
        for (std::size_t i = 0; i < program.lines.size(); ++i)
            if (program.lines[i].points[grid].kind != PointRule::Kind::absent)
                def.lines.push_back(static_cast<std::uint16_t>(i));
        if (def.maxTotal > kMaxByte)
            report.warnings.push_back({"grille " + def.code, "criteres",
                                       "le total peut dépasser " + std::to_string(kMaxByte)});
        checkFirst(program, grid, report);
    }
    if (std::none_of(program.lines.begin(), program.lines.end(),
                     [](const LineDef& line) { return line.first; }))
        report.warnings.push_back({"bareme", "criteres", "aucune ligne n’est « premier » (DALO)"});
    checkUsedPieces(program, report);
}

} // namespace escale::cotation
