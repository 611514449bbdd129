// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/bareme.h"

#include "shared/cotation/program.h"

#include <algorithm>

namespace escale::cotation {

std::string Remark::text() const {
    return where + (member.empty() ? "" : ", " + member) + " : " + reason;
}

int PointRule::most() const {
    int best = kind == Kind::fixed ? points : kind == Kind::perPeriod ? cap : 0;
    for (const Bracket& bracket : brackets)
        best = std::max(best, bracket.points);
    return best;
}

Bareme::Bareme(std::shared_ptr<const Program> program)
    : m_program(std::move(program)) {}

std::string_view Bareme::id() const {
    return m_program->id;
}
int Bareme::version() const {
    return m_program->version;
}
std::string_view Bareme::hash() const {
    return m_program->hash;
}
std::string_view Bareme::label() const {
    return m_program->label;
}
std::string_view Bareme::siren() const {
    return m_program->siren;
}
std::string_view Bareme::partial() const {
    return m_program->partial;
}
const Date& Bareme::validFrom() const {
    return m_program->validFrom;
}
const std::vector<Remark>& Bareme::warnings() const {
    return m_program->warnings;
}

std::vector<Bareme::Grid> Bareme::grids() const {
    std::vector<Grid> grids;
    for (const GridDef& grid : m_program->grids)
        grids.push_back({grid.code, grid.label, grid.maxTotal});
    return grids;
}

std::vector<Bareme::Line> Bareme::lines() const {
    std::vector<Line> lines;
    for (const LineDef& def : m_program->lines) {
        Line line{def.code, def.label, def.group, def.source, def.mode, def.malus, {}};
        for (const PointRule& rule : def.points)
            line.maxPoints.push_back(rule.kind == PointRule::Kind::absent
                                         ? std::optional<int>{}
                                         : std::optional<int>{rule.most()});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string_view Bareme::pieceLabel(std::string_view type) const {
    for (const PieceDef& piece : m_program->pieces)
        if (piece.code == type)
            return piece.label;
    return {};
}

std::string_view Bareme::communeName(std::string_view insee) const {
    const Commune wanted(insee);
    for (const CommuneDef& commune : m_program->communes)
        if (commune.commune == wanted)
            return commune.name;
    return {};
}

std::vector<std::string> Bareme::communes() const {
    std::vector<std::string> codes;
    for (const CommuneDef& commune : m_program->communes)
        codes.push_back(commune.commune.insee());
    return codes;
}

} // namespace escale::cotation
