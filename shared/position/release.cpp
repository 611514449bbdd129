// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/release.h"

#include "shared/cotation/block.h"
#include "shared/position/population_csv.h"

#include <algorithm>
#include <utility>

namespace escale::position {

Result<void> addCsv(std::string_view text, const std::string& name, Source& source) {
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(end);
        if (line == 1) {
            if (one != csvHeader())
                return fail(Errc::malformed,
                            name + " : la première ligne n’est pas celle attendue");
            continue;
        }
        auto read = readCsvLine(one);
        if (!read)
            return fail(Errc::malformed,
                        name + ":" + std::to_string(line) + " : " + read.error().detail);
        source.invented = source.invented || read->invented;
        source.demandes.push_back(std::move(read->demande));
    }
    return {};
}

std::vector<Scored> scored(const cotation::Bareme& bareme, const std::vector<Demande>& demandes,
                           const Date& date) {
    cotation::Columns columns(bareme, date);
    for (const Demande& one : demandes)
        columns.add(one.facts, one.asked);
    const cotation::Totals totals = scoreAll(columns, cotation::Wanted::retained);
    std::vector<Scored> all;
    all.reserve(demandes.size());
    for (std::size_t i = 0; i < demandes.size(); ++i)
        if (totals.grid[i] != cotation::kNoGrid)
            all.push_back({demandes[i].asked.insee(), demandes[i].typology, totals.retained[i]});
    return all;
}

Distribution headOf(const cotation::Bareme& bareme, const Date& date, bool invented, int least) {
    Distribution head;
    head.epci = bareme.siren();
    head.bareme = bareme.id();
    head.baremeVersion = bareme.version();
    head.date = date;
    head.least = least;
    head.invented = invented;
    head.edges = defaultEdges(kMostNote);
    return head;
}

} // namespace escale::position
