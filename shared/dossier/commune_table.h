// SPDX-License-Identifier: GPL-3.0-or-later
// The packed table of communes, read in place (made by shared/data/make_communes.py, which says its
// form in shared/data/README.md). Rows stand from the most inhabited town to the least; the
// arrondissements of Paris, Lyon and Marseille come after their town, in order. Behind them all
// stand the old names: rows of a commune of today, folded as one of those that made it was called.
#pragma once

#include <cstdint>
#include <string_view>

namespace escale {

class CommuneTable {
public:
    /// The table of the program. std::logic_error when what was built in is not a table.
    static const CommuneTable& builtin();
    explicit CommuneTable(std::string_view bytes);

    [[nodiscard]] std::size_t size() const { return m_count; } // of rows
    [[nodiscard]] std::size_t communes() const { return m_communes; }
    [[nodiscard]] bool isOldName(std::size_t row) const { return row >= m_communes; }
    /// Row of a code, size() when there is none.
    [[nodiscard]] std::size_t rowOf(std::string_view insee) const;

    [[nodiscard]] std::string_view insee(std::size_t row) const;
    [[nodiscard]] std::string_view name(std::size_t row) const;
    /// foldName() of the name, or of the old name.
    [[nodiscard]] std::string_view folded(std::size_t row) const;
    [[nodiscard]] std::string_view postcodes(std::size_t row) const; // separated by spaces
    [[nodiscard]] std::string_view epci(std::size_t row) const;
    [[nodiscard]] std::string_view ept(std::size_t row) const;
    [[nodiscard]] std::string_view department(std::size_t row) const; // its name
    [[nodiscard]] bool isArrondissement(std::size_t row) const;

    /// All folded names, each behind "\n ".
    [[nodiscard]] std::string_view foldedNames() const { return part(foldedText); }
    /// Byte of foldedNames() from which names are old ones.
    [[nodiscard]] std::size_t startOfOldNames() const { return start(foldedStarts, m_communes); }
    /// Row in which the byte `at` of foldedNames() stands.
    [[nodiscard]] std::size_t rowAt(std::size_t at) const;

    /// Lists of postcodes: many communes have the same one.
    [[nodiscard]] std::size_t postcodeLists() const;
    [[nodiscard]] std::size_t postcodeListOf(std::size_t row) const;
    [[nodiscard]] std::string_view postcodeList(std::size_t list) const;

private:
    enum Part : std::uint8_t {
        inseeCodes,
        rowsByInsee,
        nameText,
        nameStarts,
        foldedText,
        foldedStarts,
        listOfRow,
        listText,
        listStarts,
        epciOfRow,
        epciText,
        epciStarts,
        eptOfRow,
        eptText,
        eptStarts,
        departmentOfRow,
        departmentText,
        departmentStarts,
        kParts,
    };

    [[nodiscard]] std::string_view part(Part which) const;
    [[nodiscard]] std::size_t number16(Part which, std::size_t at) const;
    [[nodiscard]] std::size_t number8(Part which, std::size_t at) const;
    [[nodiscard]] std::size_t start(Part starts, std::size_t at) const;
    [[nodiscard]] std::string_view text(Part texts, std::size_t at) const;

    std::string_view m_bytes;
    std::size_t m_count = 0;
    std::size_t m_communes = 0;
};

} // namespace escale
