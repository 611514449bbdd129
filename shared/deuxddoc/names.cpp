// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/names.h"

#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace escale::deuxddoc {
namespace {

constexpr std::array<std::string_view, 6> kTitles{"m",        "mme",    "mlle",
                                                  "monsieur", "madame", "mademoiselle"};
constexpr std::size_t kLongWord = 8;
constexpr std::size_t kShortWord = 3;

int editsAllowed(std::string_view word) {
    return word.size() <= kShortWord ? 0 : word.size() < kLongWord ? 1 : 2;
}

bool isLatin(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// Takes the word of `others` nearest to `word` away; how far it was, or nothing.
std::optional<int> takeNearest(std::string_view word, std::vector<std::string>& others) {
    const int allowed = editsAllowed(word);
    auto best = others.end();
    int least = allowed + 1;
    for (auto other = others.begin(); other != others.end(); ++other) {
        const int edits = distance(word, *other, allowed);
        if (edits < least) {
            least = edits;
            best = other;
        }
    }
    if (best == others.end())
        return std::nullopt;
    others.erase(best);
    return least;
}

std::string joined(const std::vector<std::string>& words) {
    std::string whole;
    for (const std::string& word : words)
        whole += word;
    return whole;
}

} // namespace

std::vector<std::string> nameWords(std::string_view name) {
    const std::string folded = foldName(name);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string word = folded.substr(at, end - at);
        if (!word.empty() && std::find(kTitles.begin(), kTitles.end(), word) == kTitles.end())
            words.push_back(word);
        at = end + 1;
    }
    return words;
}

int distance(std::string_view one, std::string_view other, int limit) {
    const auto width = other.size() + 1;
    if (std::max(one.size(), other.size()) - std::min(one.size(), other.size()) >
        static_cast<std::size_t>(limit))
        return limit + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (std::size_t column = 0; column < width; ++column)
        above[column] = static_cast<int>(column);
    for (std::size_t line = 1; line <= one.size(); ++line) {
        row[0] = static_cast<int>(line);
        for (std::size_t column = 1; column < width; ++column) {
            const int change = one[line - 1] == other[column - 1] ? 0 : 1;
            row[column] =
                std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + change});
            if (line > 1 && column > 1 && one[line - 1] == other[column - 2] &&
                one[line - 2] == other[column - 1])
                row[column] = std::min(row[column], before[column - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above.back(), limit + 1);
}

NameMatch matchNames(std::string_view one, std::string_view other) {
    std::vector<std::string> fewer = nameWords(one);
    std::vector<std::string> more = nameWords(other);
    if (fewer.empty() || more.empty() || !isLatin(joined(fewer)) || !isLatin(joined(more)))
        return NameMatch::unknown;
    if (joined(fewer) == joined(more))
        return NameMatch::same;
    if (fewer.size() > more.size())
        std::swap(fewer, more);
    int edits = 0;
    for (const std::string& word : fewer) {
        const auto taken = takeNearest(word, more);
        if (!taken)
            return NameMatch::different;
        edits += *taken;
    }
    return edits == 0 ? NameMatch::same : NameMatch::close;
}

} // namespace escale::deuxddoc
