// SPDX-License-Identifier: GPL-3.0-or-later
// bareme check: what is wrong or doubtful in a barème, for who writes it. bareme list: who
// published.
#include "client/ctl/bareme_file.h"
#include "client/ctl/commands.h"
#include "client/platform/atomic_file.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/publications.h"

namespace escale::client::ctl {
namespace {

json::array listed(const std::vector<cotation::Remark>& remarks) {
    json::array list;
    for (const cotation::Remark& remark : remarks)
        list.push_back(
            {{"ligne", remark.line > 0 ? json::value(remark.line) : json::value(nullptr)},
             {"lieu", remark.where},
             {"membre", remark.member},
             {"raison", remark.reason}});
    return list;
}

/// "FICHIER:12 : critere dalo, points : …", one a line.
std::string sentences(const std::string& file, const std::vector<cotation::Remark>& remarks) {
    std::string text;
    for (const cotation::Remark& remark : remarks)
        text += (text.empty() ? "" : "\n  ") + file +
                (remark.line > 0 ? ":" + std::to_string(remark.line) : "") + " : " + remark.text();
    return text;
}

json::array grids(const cotation::Bareme& bareme) {
    json::array list;
    for (const auto& grid : bareme.grids())
        list.push_back({{"code", grid.code}, {"maximum", grid.maxTotal}});
    return list;
}

} // namespace

Result<std::string> textFile(const std::string& path, std::size_t maxBytes) {
    auto bytes = readWholeFile(path, maxBytes);
    if (bytes)
        return asString(*bytes);
    if (bytes.error().code == Errc::tooLarge)
        return fail(Errc::tooLarge, path + " : plus de " + std::to_string(maxBytes >> 20) +
                                        " Mo, c’est trop pour ce qui est attendu ici");
    return fail(bytes.error().code, path + " : ce fichier ne se lit pas");
}

Result<std::string> baremeText(const std::string& name) {
    if (const std::string_view carried = cotation::builtinBareme(name); !carried.empty())
        return std::string(carried);
    auto text = textFile(name, kMaxJsonBytes);
    if (text || text.error().code != Errc::notFound)
        return text;
    std::string known;
    for (const std::string_view id : cotation::builtinBaremes())
        known += (known.empty() ? "" : ", ") + std::string(id);
    return fail(Errc::notFound,
                "ni fichier, ni barème de ce nom : " + name + ". Barèmes du programme : " + known);
}

Result<cotation::Bareme> baremeNamed(const std::string& name) {
    ESCALE_TRY_ASSIGN(text, baremeText(name));
    return cotation::loadBareme(text);
}

Result<Outcome> checkBareme(const Arguments& arguments, Machine& /*machine*/) {
    if (arguments.words.size() != 1)
        return fail(Errc::invalidArgument, "un seul fichier à la fois");
    const std::string& file = arguments.words.front();
    ESCALE_TRY_ASSIGN(text, baremeText(file));
    const cotation::LoadReport report = cotation::inspectBareme(text);
    json::object output{{"fichier", file},
                        {"erreurs", listed(report.defects)},
                        {"avertissements", listed(report.warnings)}};
    if (report.bareme) {
        output["id"] = report.bareme->id();
        output["version"] = report.bareme->version();
        output["empreinte"] = report.bareme->hash();
        output["lignes"] = report.bareme->lines().size();
        output["grilles"] = grids(*report.bareme);
        return Outcome{std::move(output), {}};
    }
    return Outcome{std::move(output), fail(Errc::malformed, sentences(file, report.defects))};
}

Result<Outcome> listBaremes(const Arguments& /*arguments*/, Machine& /*machine*/) {
    json::array list;
    for (const cotation::Publication& one : cotation::publications())
        list.push_back(
            {{"nom", one.name},
             {"siren", one.siren.empty() ? json::value(nullptr) : json::value(one.siren)},
             {"etat", name(one.state)},
             {"bareme", one.bareme.empty() ? json::value(nullptr) : json::value(one.bareme)},
             {"phrase", one.sentence()},
             {"source", one.source}});
    return Outcome{{{"territoires", std::move(list)}}, {}};
}

} // namespace escale::client::ctl
