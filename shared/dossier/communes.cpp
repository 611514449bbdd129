// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/communes.h"

#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace escale::data {
extern const std::string_view communes;
} // namespace escale::data

namespace escale {
namespace {

struct Entry {
    Commune commune;
    std::string folded; // name, folded, with a space before it: a word starts after a space
};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

Entry readLine(std::string_view line) {
    auto cells = split(line, ';');
    if (cells.size() != 5)
        throw std::logic_error("communes.csv: a line has not five cells");
    Entry entry;
    entry.folded = ' ' + foldName(cells[1]);
    entry.commune.insee = std::move(cells[0]);
    entry.commune.name = std::move(cells[1]);
    if (!cells[2].empty())
        entry.commune.postcodes = split(cells[2], ' ');
    entry.commune.epci = std::move(cells[3]);
    entry.commune.ept = std::move(cells[4]);
    return entry;
}

/// Sorted by INSEE code.
const std::vector<Entry>& table() {
    static const std::vector<Entry> kTable = [] {
        std::vector<Entry> entries;
        std::string_view text = data::communes;
        text.remove_prefix(text.find('\n') + 1); // names of the columns
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            entries.push_back(readLine(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        std::sort(entries.begin(), entries.end(),
                  [](const Entry& a, const Entry& b) { return a.commune.insee < b.commune.insee; });
        return entries;
    }();
    return kTable;
}

constexpr int kNoMatch = 3;

bool matchesPostcode(const Commune& commune, std::string_view digits) {
    return std::any_of(commune.postcodes.begin(), commune.postcodes.end(),
                       [&](const std::string& postcode) { return postcode.starts_with(digits); });
}

/// 0: the whole name; 1: its start; 2: the start of one of its words.
int rankOfName(const Entry& entry, const std::string& wanted) {
    const auto at = entry.folded.find(wanted);
    if (at == std::string::npos)
        return kNoMatch;
    if (at != 0)
        return 2;
    return entry.folded.size() == wanted.size() ? 0 : 1;
}

bool isPostcodeStart(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

const Commune* findCommune(std::string_view insee) {
    const auto& entries = table();
    const auto it = std::lower_bound(
        entries.begin(), entries.end(), insee,
        [](const Entry& entry, std::string_view code) { return entry.commune.insee < code; });
    return it != entries.end() && it->commune.insee == insee ? &it->commune : nullptr;
}

std::vector<const Commune*> searchCommunes(std::string_view text, std::size_t limit) {
    const std::string folded = foldName(text);
    if (folded.empty())
        return {};
    const bool digits = isPostcodeStart(folded);
    const std::string wanted = ' ' + folded;
    std::array<std::vector<const Entry*>, kNoMatch> ranked;
    for (const Entry& entry : table()) {
        const int rank = digits ? (matchesPostcode(entry.commune, folded) ? 0 : kNoMatch)
                                : rankOfName(entry, wanted);
        if (rank != kNoMatch)
            ranked[static_cast<std::size_t>(rank)].push_back(&entry);
    }
    std::vector<const Commune*> found;
    for (auto& group : ranked) {
        std::stable_sort(group.begin(), group.end(), [](const Entry* a, const Entry* b) {
            return a->folded.size() < b->folded.size();
        });
        for (const Entry* entry : group)
            if (found.size() < limit)
                found.push_back(&entry->commune);
    }
    return found;
}

} // namespace escale
