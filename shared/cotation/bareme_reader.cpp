// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/bareme_reader.h"

#include "shared/cotation/bareme_checks.h"
#include "shared/cotation/line_reader.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr std::string_view kFormat = "escale-bareme/1";

} // namespace

std::shared_ptr<const Program> BaremeReader::read() {
    m_root.onlyKnows({"$schema",    "format",  "id",         "version", "libelle",
                      "valable_du", "sources", "territoire", "lecture", "dates",
                      "parametres", "notions", "pieces",     "grilles", "exclusions",
                      "groupes",    "total",   "criteres",   "malus",   "errata"});
    readHead();
    readTerritory();
    readDates();
    readParameters();
    readPieces();
    const json::object& notions = m_root.object("notions");
    Compiler compiler(*m_program, m_report, notions);
    checkNotionSources(notions);
    readGrids(compiler);
    readGroups();
    readExclusions(compiler);
    readTotal();
    readNotes();
    readLines(compiler);
    compiler.finishNotions();
    checkProgram(*m_program, m_report);
    return m_program;
}

void BaremeReader::readHead() {
    m_program->id = m_root.code("id");
    m_program->version = m_root.integer("version", 1, 1'000'000);
    m_program->label = m_root.text("libelle");
    m_program->validFrom = m_root.date("valable_du");
    for (const auto& entry : m_root.object("sources")) {
        m_sources.emplace_back(entry.key());
        if (!entry.value().is_string() || entry.value().get_string().empty())
            m_root.defect("sources", "la source " + m_sources.back() + " n’a pas de titre");
    }
}

void BaremeReader::checkSource(const Section& section, std::string_view member) {
    const json::value* value = section.find(member);
    if (!value || !value->is_string())
        return section.defect(member, "une source est attendue (« plan: 4.2 »)");
    const std::string_view text = value->get_string();
    const std::string_view name = text.substr(0, text.find(':'));
    if (name.size() + 2 >= text.size() ||
        std::find(m_sources.begin(), m_sources.end(), name) == m_sources.end())
        section.defect(member,
                       "source inconnue : « nom: lieu » est attendu, nom venant de sources");
}

void BaremeReader::forEachMember(
    std::string_view member, std::string_view what,
    const std::function<void(std::string_view, const Section&)>& read) {
    for (const auto& entry : m_root.object(member)) {
        const std::string where = std::string(what) + " " + std::string(entry.key());
        if (!entry.value().is_object())
            m_report.defects.push_back({where, "", "un objet est attendu"});
        else
            read(entry.key(), Section(entry.value().get_object(), where, m_report));
    }
}

void BaremeReader::readGrids(Compiler& compiler) {
    const json::array& grids = m_root.array("grilles");
    forEachSection(grids, "grille", "code", m_report, [&](const Section& section) {
        section.onlyKnows({"code", "libelle", "si", "sinon", "source"});
        checkSource(section, "source");
        GridDef grid;
        grid.code = section.code("code");
        grid.label = section.text("libelle");
        const bool last = m_program->grids.size() + 1 == grids.size();
        const json::value* condition = section.find("si");
        if (last != section.has("sinon") || last == (condition != nullptr))
            section.defect("si", "chaque grille a « si », sauf la dernière qui a « sinon »");
        grid.condition =
            condition ? compiler.condition(*condition, section, "si") : compiler.always();
        m_program->grids.push_back(std::move(grid));
    });
    if (grids.empty())
        m_root.defect("grilles", "au moins une grille est attendue");
    static_cast<void>(compiler.takeReads());
}

void BaremeReader::readGroups() {
    forEachSection(m_root.array("groupes"), "groupe", "code", m_report,
                   [&](const Section& section) {
                       section.onlyKnows({"code", "libelle", "combinaison", "plafond", "source"});
                       checkSource(section, "source");
                       GroupDef group;
                       group.code = section.code("code");
                       group.label = section.text("libelle");
                       const std::string combine = section.text("combinaison");
                       group.best = combine == "maximum";
                       if (combine != "maximum" && combine != "somme")
                           section.defect("combinaison", "somme ou maximum est attendu");
                       group.cap = section.integerOr("plafond", 1, 100'000, -1);
                       m_program->groups.push_back(std::move(group));
                   });
}

void BaremeReader::readExclusions(Compiler& compiler) {
    forEachSection(m_root.array("exclusions"), "exclusion", "code", m_report,
                   [&](const Section& section) {
                       section.onlyKnows({"code", "libelle", "si", "source"});
                       checkSource(section, "source");
                       ExclusionDef exclusion;
                       exclusion.code = section.code("code");
                       exclusion.label = section.text("libelle");
                       if (const json::value* condition = section.find("si"))
                           exclusion.condition = compiler.condition(*condition, section, "si");
                       else
                           section.defect("si", "une exclusion a une condition");
                       m_program->exclusions.push_back(std::move(exclusion));
                   });
    static_cast<void>(compiler.takeReads());
}

void BaremeReader::readLines(Compiler& compiler) {
    LineReader lines(*m_program, compiler, [this](const Section& section, std::string_view member) {
        checkSource(section, member);
    });
    forEachSection(m_root.array("criteres"), "critere", "code", m_report,
                   [&](const Section& section) { lines.criterion(section); });
    forEachSection(m_root.array("malus"), "malus", "code", m_report,
                   [&](const Section& section) { lines.malus(section); });
}

void BaremeReader::checkNotionSources(const json::object& notions) {
    for (const auto& entry : notions)
        if (entry.value().is_object())
            checkSource(
                Section(entry.value().get_object(), "notion " + std::string(entry.key()), m_report),
                "source");
}

LoadReport inspectBareme(std::string_view text) {
    LoadReport answer;
    const auto value = parseJson(text);
    if (!value || !value->is_object()) {
        answer.defects.push_back(
            {"bareme", "", value ? "un objet JSON est attendu" : value.error().detail});
        return answer;
    }
    Report report;
    const std::string format = jsonStringOr(value->get_object(), "format");
    if (format != kFormat) {
        answer.defects.push_back({"bareme", "format", std::string(kFormat) + " est attendu"});
        return answer;
    }
    const auto program = BaremeReader(value->get_object(), report).read();
    answer.defects = std::move(report.defects);
    answer.warnings = std::move(report.warnings);
    if (answer.defects.empty()) {
        auto finished = std::make_shared<Program>(*program);
        finished->warnings = answer.warnings;
        answer.bareme.emplace(std::move(finished));
    }
    return answer;
}

Result<Bareme> loadBareme(std::string_view text) {
    if (text.size() > kMaxJsonBytes)
        return fail(Errc::tooLarge, "barème trop grand");
    LoadReport report = inspectBareme(text);
    if (report.bareme)
        return std::move(*report.bareme);
    const Remark& first = report.defects.front();
    const bool format = first.member == "format" && first.where == "bareme";
    std::string detail = first.text();
    if (report.defects.size() > 1)
        detail += " (et " + std::to_string(report.defects.size() - 1) + " autre(s) défaut(s))";
    return fail(format ? Errc::unsupportedVersion : Errc::malformed, std::move(detail));
}

} // namespace escale::cotation
