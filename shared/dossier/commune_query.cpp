// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/commune_query.h"

#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace escale {
namespace {

constexpr std::size_t kPostcodeLength = 5;
constexpr std::array<std::string_view, 4> kArticles{"le ", "la ", "les ", "l "};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// "12eme", "2nd", "1ere" → "12e", "2e", "1er", as the table writes them.
std::string withOrdinals(const std::string& folded) {
    constexpr std::array<std::string_view, 7> kEndings{"eme", "ieme", "er", "ere",
                                                       "nd",  "nde",  "e"};
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', i), folded.size());
        const std::string_view word = std::string_view(folded).substr(i, end - i);
        const auto letters = std::find_if_not(word.begin(), word.end(), isDigit) - word.begin();
        const auto number = word.substr(0, std::size_t(letters));
        const auto ending = word.substr(std::size_t(letters));
        if (!out.empty())
            out += ' ';
        if (!number.empty() &&
            std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end())
            out.append(number).append(number == "1" ? "er" : "e");
        else
            out += word;
        i = end + 1;
    }
    return out;
}

/// In the order in which they are offered: the arrondissement that has the whole postcode, the
/// whole name, its start, a whole old name, the start of a word of the name, of an old name.
enum Rank : std::uint8_t { kArrondissement, kWhole, kStart, kOldWhole, kWord, kOldStart, kRanks };

std::size_t withoutArticle(std::string_view name) {
    for (const auto article : kArticles)
        if (name.starts_with(article))
            return article.size();
    return 0;
}

/// `at`: where `wanted` was found in the folded `name`.
std::size_t rankAt(std::string_view name, std::size_t at, std::size_t wanted, bool isOld) {
    const bool whole = at == 0 && wanted == name.size();
    if (whole)
        return isOld ? kOldWhole : kWhole;
    if (at == 0 || at == withoutArticle(name))
        return isOld ? kOldStart : kStart;
    return isOld ? kOldStart : kWord;
}

std::size_t communeOfToday(const CommuneTable& table, std::size_t row) {
    return table.isOldName(row) ? table.rowOf(table.insee(row)) : row;
}

/// Rows found, kept by rank, at most `limit` of each.
class Ranked {
public:
    explicit Ranked(std::size_t limit)
        : m_limit(limit) {}

    [[nodiscard]] bool wants(std::size_t rank) const {
        return rank < kRanks && m_rows[rank].size() < m_limit;
    }
    void add(std::size_t rank, std::size_t row) { m_rows[rank].push_back(row); }

    /// Rows of communes, each once.
    [[nodiscard]] std::vector<std::size_t> take(const CommuneTable& table) const {
        std::vector<std::size_t> all;
        std::vector<bool> taken(table.communes());
        for (const auto& rows : m_rows)
            for (const std::size_t row : rows) {
                const std::size_t today = communeOfToday(table, row);
                if (!taken[today] && all.size() < m_limit)
                    all.push_back(today);
                taken[today] = true;
            }
        return all;
    }
    [[nodiscard]] const std::vector<std::size_t>& rows(std::size_t rank) const {
        return m_rows[rank];
    }

private:
    std::size_t m_limit;
    std::array<std::vector<std::size_t>, kRanks> m_rows;
};

/// One pass over the names, which stand one after the other in the table.
Ranked byName(const CommuneTable& table, const std::string& wanted, std::size_t limit) {
    Ranked found(limit);
    const std::string needle = ' ' + wanted;
    const std::string_view names = table.foldedNames();
    const std::size_t oldNames = table.startOfOldNames();
    for (std::size_t from = 0; from < names.size();) {
        const void* hit =
            memmem(names.data() + from, names.size() - from, needle.data(), needle.size());
        if (hit == nullptr)
            break;
        const auto at = std::size_t(static_cast<const char*>(hit) - names.data());
        const std::size_t start = names.rfind('\n', at) + 2;
        const std::size_t end = std::min(names.find('\n', at), names.size());
        const std::size_t rank =
            rankAt(names.substr(start, end - start), at + 1 - start, wanted.size(), at >= oldNames);
        if (found.wants(rank))
            found.add(rank, table.rowAt(at));
        from = end;
    }
    return found;
}

/// For each list of postcodes of the table: whether one of them starts with `digits`.
std::vector<bool> listsWith(const CommuneTable& table, std::string_view digits) {
    std::vector<bool> fits(table.postcodeLists());
    for (std::size_t list = 0; list < fits.size(); ++list) {
        std::string_view codes = table.postcodeList(list);
        for (; !codes.empty() && !fits[list];
             codes.remove_prefix(std::min(codes.size(), kPostcodeLength + 1)))
            fits[list] = codes.starts_with(digits);
    }
    return fits;
}

std::size_t rankOf(std::string_view name, const std::string& wanted, bool isOld) {
    if (wanted.empty())
        return isOld ? kRanks : kStart;
    for (auto at = name.find(wanted); at != std::string_view::npos; at = name.find(wanted, at + 1))
        if (at == 0 || name[at - 1] == ' ')
            return rankAt(name, at, wanted.size(), isOld);
    return kRanks;
}

/// Towns with a postcode that starts with `digits`, and a word of their name with `name`.
std::vector<std::size_t> byPostcode(const CommuneTable& table, const std::string& digits,
                                    const std::string& name, std::size_t limit) {
    const auto fits = listsWith(table, digits);
    Ranked found(limit);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!fits[table.postcodeListOf(row)])
            continue;
        std::size_t rank = rankOf(table.folded(row), name, table.isOldName(row));
        if (rank < kRanks && digits.size() == kPostcodeLength && table.isArrondissement(row))
            rank = kArrondissement;
        if (rank < kRanks && found.wants(rank))
            found.add(rank, row);
    }
    return found.take(table);
}

} // namespace

CommuneQuery::CommuneQuery(std::string_view typed)
    : m_whole(withOrdinals(foldName(typed))) {
    const auto first = m_whole.find(' ');
    const auto last = m_whole.rfind(' ');
    const std::string_view whole = m_whole;
    if (allDigits(whole.substr(0, first))) {
        m_digits = whole.substr(0, first);
        m_name = first == std::string::npos ? "" : whole.substr(first + 1);
    } else if (last != std::string::npos && allDigits(whole.substr(last + 1))) {
        m_digits = whole.substr(last + 1);
        m_name = whole.substr(0, last);
    }
}

std::vector<std::size_t> searchRows(const CommuneTable& table, std::string_view typed,
                                    std::size_t limit) {
    const CommuneQuery query(typed);
    if (query.empty() || limit == 0)
        return {};
    auto found = byName(table, query.whole(), limit).take(table);
    if (found.empty() && !query.digits().empty())
        found = byPostcode(table, query.digits(), query.name(), limit);
    // "lhay", "lile": the apostrophe is what people leave out first.
    if (found.empty() && query.whole().starts_with('l'))
        found = byName(table, "l " + query.whole().substr(1), limit).take(table);
    return found;
}

std::vector<std::size_t> rowsNamed(const CommuneTable& table, std::string_view typed) {
    const CommuneQuery query(typed);
    const bool withCode = query.digits().size() == kPostcodeLength && !query.name().empty();
    const std::string& name = withCode ? query.name() : query.whole();
    if (name.empty())
        return {};
    const auto fits = [&](std::size_t row) {
        return !withCode || table.postcodes(row).find(query.digits()) != std::string_view::npos;
    };
    const auto isWithArticle = [&](std::size_t row) {
        const std::string_view folded = table.folded(row);
        return folded.substr(withoutArticle(folded)) == name;
    };
    const Ranked found = byName(table, name, table.size());
    std::vector<std::size_t> named;
    std::copy_if(found.rows(kWhole).begin(), found.rows(kWhole).end(), std::back_inserter(named),
                 fits);
    for (const std::size_t row : found.rows(kStart))
        if (found.rows(kWhole).empty() && isWithArticle(row) && fits(row))
            named.push_back(row);
    for (const std::size_t row : found.rows(kOldWhole))
        if (named.empty() && fits(row))
            named.push_back(communeOfToday(table, row));
    return named;
}

} // namespace escale
