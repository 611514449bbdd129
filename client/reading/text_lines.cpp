// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_lines.h"

#include "shared/dossier/text.h"

#include <algorithm>

namespace escale::reading {
namespace {

// Of the height of a word: more white than that is another column.
constexpr double kColumnGap = 1.8;

/// The folded words of a word: "d'impôt" is two.
std::vector<std::string> foldedWords(std::string_view text) {
    const std::string folded = foldName(text);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at)
            words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

std::string Segment::text() const {
    std::string text;
    for (const Word& word : words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

Box around(const Box& one, const Box& other) {
    const int left = std::min(one.x, other.x);
    const int top = std::min(one.y, other.y);
    return {left, top, std::max(one.x + one.width, other.x + other.width) - left,
            std::max(one.y + one.height, other.y + other.height) - top};
}

std::vector<Segment> segmentsOf(const std::vector<Word>& words) {
    std::vector<Segment> segments;
    int line = -1;
    for (const Word& word : words) {
        if (word.text.find_first_not_of(" .-_|…") == std::string::npos)
            continue;
        const bool sameLine = !segments.empty() && word.line == line;
        const Word* last = sameLine ? &segments.back().words.back() : nullptr;
        if (last == nullptr || word.box.x - (last->box.x + last->box.width) >
                                   kColumnGap * std::max(word.box.height, last->box.height)) {
            segments.push_back({{word}, word.box});
        } else {
            segments.back().words.push_back(word);
            segments.back().box = around(segments.back().box, word.box);
        }
        line = word.line;
    }
    std::stable_sort(
        segments.begin(), segments.end(),
        [](const Segment& one, const Segment& other) { return one.box.y < other.box.y; });
    return segments;
}

std::optional<std::size_t> after(const Segment& segment, std::string_view label) {
    const std::vector<std::string> wanted = foldedWords(label);
    std::vector<std::pair<std::string, std::size_t>> found; // folded word, its word
    for (std::size_t at = 0; at < segment.words.size(); ++at) {
        for (std::string& word : foldedWords(segment.words[at].text))
            found.emplace_back(std::move(word), at);
    }
    const auto start =
        std::search(found.begin(), found.end(), wanted.begin(), wanted.end(),
                    [](const auto& one, const std::string& other) { return one.first == other; });
    if (wanted.empty() || start == found.end())
        return std::nullopt;
    std::size_t next = (start + static_cast<std::ptrdiff_t>(wanted.size()) - 1)->second + 1;
    while (next < segment.words.size() && foldedWords(segment.words[next].text).empty())
        ++next;
    return next;
}

} // namespace escale::reading
