// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/communes.h"

#include "shared/dossier/commune_query.h"
#include "shared/dossier/commune_table.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace escale {
namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Rows become objects when somebody asks for them, and stay.
const Commune* communeOf(std::size_t row) {
    static std::mutex mutex;
    static std::unordered_map<std::size_t, Commune> made;
    const auto& table = CommuneTable::builtin();
    const std::lock_guard lock(mutex);
    const auto [entry, isNew] = made.try_emplace(row);
    if (isNew)
        entry->second = {std::string(table.insee(row)), std::string(table.name(row)),
                         words(table.postcodes(row)),   std::string(table.department(row)),
                         std::string(table.epci(row)),  std::string(table.ept(row))};
    return &entry->second;
}

std::vector<const Commune*> communesOf(const std::vector<std::size_t>& rows) {
    std::vector<const Commune*> found;
    found.reserve(rows.size());
    for (const std::size_t row : rows)
        found.push_back(communeOf(row));
    return found;
}

} // namespace

const Commune* findCommune(std::string_view insee) {
    const auto& table = CommuneTable::builtin();
    const std::size_t row = table.rowOf(insee);
    return row == table.size() ? nullptr : communeOf(row);
}

std::vector<const Commune*> searchCommunes(std::string_view text, std::size_t limit) {
    return communesOf(searchRows(CommuneTable::builtin(), text, limit));
}

std::vector<const Commune*> communesNamed(std::string_view text) {
    return communesOf(rowsNamed(CommuneTable::builtin(), text));
}

std::string placeCode(const Commune& commune, std::string_view typed) {
    const std::string digits = CommuneQuery(typed).digits();
    const auto fits = std::find_if(commune.postcodes.begin(), commune.postcodes.end(),
                                   [&](const auto& code) { return code.starts_with(digits); });
    if (!digits.empty() && fits != commune.postcodes.end())
        return *fits;
    if (commune.postcodes.size() == 1)
        return commune.postcodes.front();
    const bool overseas = commune.insee.starts_with("97") || commune.insee.starts_with("98");
    return commune.insee.substr(0, overseas ? 3 : 2);
}

} // namespace escale
