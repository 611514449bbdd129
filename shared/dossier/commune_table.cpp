// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/commune_table.h"

#include <stdexcept>

namespace escale::data {
extern const std::string_view communes;
} // namespace escale::data

namespace escale {
namespace {

constexpr std::string_view kMagic = "ESCCOMM2";
constexpr std::size_t kInseeLength = 5;
constexpr std::size_t kCounts = kMagic.size();     // of rows, of communes
constexpr std::size_t kPlaces = kMagic.size() + 8; // of the parts, and the end of the last

std::size_t little(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number |= std::size_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

} // namespace

const CommuneTable& CommuneTable::builtin() {
    static const CommuneTable table(data::communes);
    return table;
}

CommuneTable::CommuneTable(std::string_view bytes)
    : m_bytes(bytes) {
    const std::size_t header = kPlaces + 4 * (1 + kParts);
    if (bytes.size() < header || !bytes.starts_with(kMagic))
        throw std::logic_error("communes: not the table of this version");
    m_count = little(bytes, kCounts, 4);
    m_communes = little(bytes, kCounts + 4, 4);
    std::size_t last = header;
    for (std::size_t i = 0; i <= kParts; ++i) {
        const std::size_t at = little(bytes, kPlaces + 4 * i, 4);
        if (at < last || at > bytes.size())
            throw std::logic_error("communes: a part of the table is cut");
        last = at;
    }
    if (last != bytes.size() || m_communes > m_count ||
        part(inseeCodes).size() != kInseeLength * m_count)
        throw std::logic_error("communes: the table is cut");
}

std::string_view CommuneTable::part(Part which) const {
    const std::size_t at = kPlaces + 4 * std::size_t{which};
    const std::size_t first = little(m_bytes, at, 4);
    return m_bytes.substr(first, little(m_bytes, at + 4, 4) - first);
}

std::size_t CommuneTable::number16(Part which, std::size_t at) const {
    return little(part(which), 2 * at, 2);
}

std::size_t CommuneTable::number8(Part which, std::size_t at) const {
    return little(part(which), at, 1);
}

std::size_t CommuneTable::start(Part starts, std::size_t at) const {
    return little(part(starts), 4 * at, 4);
}

/// `texts` is followed by its starts.
std::string_view CommuneTable::text(Part texts, std::size_t at) const {
    const auto starts = static_cast<Part>(texts + 1);
    const std::size_t first = start(starts, at);
    return part(texts).substr(first, start(starts, at + 1) - first);
}

std::size_t CommuneTable::rowOf(std::string_view code) const {
    std::size_t low = 0;
    std::size_t high = m_communes;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (insee(number16(rowsByInsee, middle)) < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == m_communes)
        return m_count;
    const std::size_t row = number16(rowsByInsee, low);
    return insee(row) == code ? row : m_count;
}

std::string_view CommuneTable::insee(std::size_t row) const {
    return part(inseeCodes).substr(kInseeLength * row, kInseeLength);
}

std::string_view CommuneTable::name(std::size_t row) const {
    return text(nameText, row);
}

std::string_view CommuneTable::folded(std::size_t row) const {
    return text(foldedText, row).substr(2);
}

std::string_view CommuneTable::postcodes(std::size_t row) const {
    return postcodeList(postcodeListOf(row));
}

std::string_view CommuneTable::epci(std::size_t row) const {
    return text(epciText, number16(epciOfRow, row));
}

std::string_view CommuneTable::ept(std::size_t row) const {
    return text(eptText, number8(eptOfRow, row));
}

std::string_view CommuneTable::department(std::size_t row) const {
    return text(departmentText, number8(departmentOfRow, row));
}

bool CommuneTable::isArrondissement(std::size_t row) const {
    const std::string_view code = insee(row);
    return (code > "75100" && code < "75121") || (code > "69380" && code < "69390") ||
           (code > "13200" && code < "13217");
}

std::size_t CommuneTable::rowAt(std::size_t at) const {
    std::size_t low = 0;
    std::size_t high = m_count;
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        (start(foldedStarts, middle) <= at ? low : high) = middle;
    }
    return low;
}

std::size_t CommuneTable::postcodeLists() const {
    return part(listStarts).size() / 4 - 1;
}

std::size_t CommuneTable::postcodeListOf(std::size_t row) const {
    return number16(listOfRow, row);
}

std::string_view CommuneTable::postcodeList(std::size_t list) const {
    return text(listText, list);
}

} // namespace escale
