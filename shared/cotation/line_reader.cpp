// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/line_reader.h"

#include <algorithm>
#include <limits>

namespace escale::cotation {
namespace {

constexpr int kMostPoints = 255; // of one line: they are kept in one byte

std::size_t gridIndex(const Program& program, std::string_view code) {
    const auto at = std::find_if(program.grids.begin(), program.grids.end(),
                                 [&](const GridDef& grid) { return grid.code == code; });
    return static_cast<std::size_t>(at - program.grids.begin());
}

} // namespace

LineReader::LineReader(Program& program, Compiler& compiler,
                       std::function<void(const Section&, std::string_view)> checkSource)
    : m_program(program)
    , m_compiler(compiler)
    , m_checkSource(std::move(checkSource)) {}

void LineReader::criterion(const Section& section) {
    section.onlyKnows({"code", "libelle", "sinon", "groupe", "mode", "premier", "si",
                       "confirmation", "points", "source", "pieces", "pieces_source",
                       "pieces_supposees", "sans_piece", "lecture"});
    LineDef line = common(section);
    line.group = section.code("groupe");
    const auto group =
        std::find_if(m_program.groups.begin(), m_program.groups.end(),
                     [&](const GroupDef& known) { return known.code == line.group; });
    if (group == m_program.groups.end())
        section.defect("groupe", "groupe inconnu : " + line.group);
    else
        line.groupIndex = static_cast<std::uint16_t>(group - m_program.groups.begin());
    line.first = section.booleanOr("premier", false);
    readMode(section, line);
    readPoints(section, line);
    readPieces(section, line);
    finish(section, std::move(line));
}

void LineReader::malus(const Section& section) {
    section.onlyKnows({"code", "libelle", "sinon", "si", "points", "source", "lecture"});
    LineDef line = common(section);
    line.malus = true;
    line.mode = Mode::automatic;
    if (!section.has("si"))
        section.defect("si", "un malus a une condition");
    readPoints(section, line);
    finish(section, std::move(line));
}

LineDef LineReader::common(const Section& section) {
    LineDef line;
    line.code = section.code("code");
    line.label = section.text("libelle");
    line.hint = section.textOr("sinon", "");
    line.source = section.text("source");
    m_checkSource(section, "source");
    const json::value* condition = section.find("si");
    line.condition =
        condition ? m_compiler.condition(*condition, section, "si") : m_compiler.always();
    return line;
}

void LineReader::readMode(const Section& section, LineDef& line) {
    const std::string mode = section.text("mode");
    if (mode == "auto")
        line.mode = Mode::automatic;
    else if (mode == "declare")
        line.mode = Mode::declared;
    else if (mode == "manuel")
        line.mode = Mode::manual;
    else if (mode == "externe")
        line.mode = Mode::external;
    else
        section.defect("mode", "auto, declare, manuel ou externe est attendu");
    const json::value* confirmation = section.find("confirmation");
    if ((line.mode == Mode::external) != (confirmation != nullptr))
        section.defect("confirmation", "une ligne externe, et elle seule, a une confirmation");
    else if (confirmation)
        line.confirmation = m_compiler.condition(*confirmation, section, "confirmation");
    if (line.mode != Mode::automatic && !section.has("si"))
        section.defect("si", "seule une ligne auto peut ne pas avoir de condition");
}

void LineReader::readPoints(const Section& section, LineDef& line) {
    line.points.resize(m_program.grids.size());
    const json::object& points = section.object("points");
    if (points.empty())
        section.defect("points", "au moins une grille est attendue");
    for (const auto& entry : points) {
        const std::size_t grid = gridIndex(m_program, entry.key());
        if (grid == m_program.grids.size())
            section.defect("points", "grille inconnue : " + std::string(entry.key()));
        else
            line.points[grid] = pointRule(entry.value(), section, line.malus);
    }
}

PointRule LineReader::pointRule(const json::value& value, const Section& section, bool malus) {
    PointRule rule;
    rule.kind = PointRule::Kind::fixed;
    if (value.is_int64()) {
        const std::int64_t points = value.get_int64();
        if (malus ? points >= 0 || points < -kMostPoints : points <= 0 || points > kMostPoints)
            section.defect("points", malus ? "un malus a un nombre entier de -255 à -1"
                                           : "un nombre entier de 1 à 255 est attendu");
        else
            rule.points = static_cast<int>(points);
        return rule;
    }
    if (value.is_object() && value.get_object().size() == 1 && !malus) {
        const auto& entry = *value.get_object().begin();
        if (entry.value().is_object() && entry.key() == "tranches")
            return brackets(entry.value().get_object(), section);
        if (entry.value().is_object() && entry.key() == "par_periode")
            return perPeriod(entry.value().get_object(), section);
    }
    section.defect("points", "un nombre entier, des tranches ou une période sont attendus");
    return rule;
}

PointRule LineReader::brackets(const json::object& object, const Section& section) {
    const Section inner(object, section.where(), section.report());
    inner.onlyKnows({"de", "lignes"});
    PointRule rule;
    rule.kind = PointRule::Kind::brackets;
    if (const json::value* of = inner.find("de"))
        rule.of = m_compiler.number(*of, section, "tranches.de");
    else
        inner.defect("de", "une expression est attendue");
    forEachSection(inner.array("lignes"), section.where() + ", tranche", "", section.report(),
                   [&](const Section& row) {
                       row.onlyKnows({"a_partir_de", "moins_de", "points"});
                       Bracket bracket;
                       bracket.from = std::int64_t{row.integer("a_partir_de", 0, 1'000'000)} * kOne;
                       bracket.below =
                           row.has("moins_de")
                               ? std::int64_t{row.integer("moins_de", 1, 1'000'000)} * kOne
                               : std::numeric_limits<std::int64_t>::max();
                       bracket.points = row.integer("points", 0, kMostPoints);
                       rule.brackets.push_back(bracket);
                   });
    checkBrackets(rule, section);
    std::vector<std::int64_t> bounds;
    for (const Bracket& bracket : rule.brackets) {
        bounds.push_back(bracket.from);
        bounds.push_back(bracket.below);
    }
    m_compiler.mayChangeAt(rule.of, bounds);
    return rule;
}

void LineReader::checkBrackets(const PointRule& rule, const Section& section) {
    if (rule.brackets.empty())
        section.defect("tranches", "au moins une tranche est attendue");
    for (std::size_t i = 0; i < rule.brackets.size(); ++i) {
        const Bracket& bracket = rule.brackets[i];
        if (bracket.from >= bracket.below)
            section.defect("tranches", "tranche n° " + std::to_string(i + 1) + " vide");
        if (i + 1 == rule.brackets.size())
            continue;
        if (rule.brackets[i + 1].from < bracket.below)
            section.defect("tranches", "les tranches n° " + std::to_string(i + 1) + " et " +
                                           std::to_string(i + 2) +
                                           " se recouvrent ou ne sont pas dans l’ordre");
        else if (rule.brackets[i + 1].from > bracket.below)
            section.warn("tranches", "un trou suit la tranche n° " + std::to_string(i + 1));
    }
}

PointRule LineReader::perPeriod(const json::object& object, const Section& section) {
    const Section inner(object, section.where(), section.report());
    inner.onlyKnows({"de", "periode", "points", "plafond"});
    PointRule rule;
    rule.kind = PointRule::Kind::perPeriod;
    if (const json::value* of = inner.find("de"))
        rule.of = m_compiler.number(*of, section, "par_periode.de");
    else
        inner.defect("de", "une expression est attendue");
    m_compiler.mayChangeAtEveryStep(rule.of);
    rule.period = std::int64_t{inner.integer("periode", 1, 36)} * kOne;
    rule.points = inner.integer("points", 1, kMostPoints);
    rule.cap = inner.integer("plafond", 1, kMostPoints);
    return rule;
}

void LineReader::readPieces(const Section& section, LineDef& line) {
    const json::value* pieces = section.find("pieces");
    const bool manual = line.mode == Mode::manual || line.mode == Mode::external;
    if (!pieces) {
        // A line whose points nobody checks is a choice, which has to be written with its reason.
        if (section.text("sans_piece").empty())
            return;
        m_checkSource(section, "sans_piece");
        if (line.mode == Mode::declared)
            section.warn("sans_piece",
                         "ligne déclarée sans pièce : les points restent provisoires");
        else if (!manual && section.has("si"))
            section.warn("sans_piece", "ligne sans pièce : les points viennent des seuls faits");
        return;
    }
    if (section.has("sans_piece"))
        section.defect("sans_piece", "une ligne a des pièces ou n’en a pas");
    line.clauses = piece(*pieces, section, line);
    if (line.pieces.size() > kMaxPieceNodes)
        section.defect("pieces", "combinaison de pièces trop grande");
    static_cast<void>(section.text("pieces_source"));
    m_checkSource(section, "pieces_source");
    if (section.booleanOr("pieces_supposees", false))
        section.warn("pieces", "le plan ne donne pas de pièce : celle-ci est supposée");
}

void LineReader::finish(const Section& section, LineDef line) {
    line.reads = m_compiler.takeReads();
    const bool twice = std::any_of(m_program.lines.begin(), m_program.lines.end(),
                                   [&](const LineDef& other) { return other.code == line.code; });
    if (twice)
        section.defect("code", "code déjà pris");
    m_program.lines.push_back(std::move(line));
}

} // namespace escale::cotation
