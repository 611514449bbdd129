// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/bareme_reader.h"

#include "shared/cotation/bareme_checks.h"
#include "shared/cotation/line_reader.h"
#include "shared/crypto/hash.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr std::string_view kFormat = "escale-bareme/1";

/// Why `text` is not even read: a mark that some editors put before it, another encoding.
std::optional<Remark> refusedText(std::string_view text) {
    if (text.size() > kMaxJsonBytes)
        return Remark{"bareme", "", "le fichier dépasse 8 Mo : ce n’est pas un barème", 0};
    if (text.starts_with("\xEF\xBB\xBF"))
        return Remark{"bareme", "",
                      "le fichier commence par une marque d’ordre des octets (BOM) : "
                      "enregistrez-le en UTF-8 sans BOM",
                      1};
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return Remark{"bareme", "", "le fichier est en UTF-16 : enregistrez-le en UTF-8 sans BOM",
                      1};
    return std::nullopt;
}

/// Remarks of checks that know a section by its name only.
void place(std::vector<Remark>& remarks, const Report& report) {
    for (Remark& remark : remarks)
        if (const auto at = report.places.find(remark.where);
            remark.line == 0 && at != report.places.end())
            remark.line = at->second;
}

} // namespace

std::shared_ptr<const Program> BaremeReader::read() {
    m_root.onlyKnows({"$schema",    "format",  "id",         "version",    "libelle", "partiel",
                      "valable_du", "sources", "territoire", "lecture",    "dates",   "parametres",
                      "notions",    "pieces",  "grilles",    "exclusions", "groupes", "total",
                      "criteres",   "malus",   "errata"});
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
    m_program->partial = m_root.textOr("partiel", "");
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
    if (auto refused = refusedText(text))
        return {{}, {std::move(*refused)}, {}};
    const auto value = parseJson(text);
    if (!value || !value->is_object())
        return {{},
                {{"bareme", "", value ? "un objet JSON est attendu" : value.error().detail, 0}},
                {}};
    const SourceLines lines(text, *value);
    Report report;
    report.lines = &lines;
    const json::object& root = value->get_object();
    if (jsonStringOr(root, "format") != kFormat)
        return {
            {},
            {{"bareme", "format", std::string(kFormat) + " est attendu", lines.of(root, "format")}},
            {}};
    for (const SourceLines::Twice& twice : lines.twice())
        report.defects.push_back({"bareme", twice.member, "membre écrit deux fois", twice.line});
    const auto program = BaremeReader(root, report).read();
    place(report.defects, report);
    place(report.warnings, report);
    LoadReport answer{{}, std::move(report.defects), std::move(report.warnings)};
    if (answer.defects.empty()) {
        auto finished = std::make_shared<Program>(*program);
        finished->warnings = answer.warnings;
        finished->hash = crypto::sha256Hex(asBytes(text));
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
