// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Blocks above U+00BF that hold no letter (Unicode 15).
constexpr std::array<Range, 20> kNotLetters{{
    {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x037E, 0x037E}, {0x0387, 0x0387}, {0x0600, 0x060F},
    {0x061B, 0x061F}, {0x0660, 0x066D}, {0x06D4, 0x06D4}, {0x06DD, 0x06DE}, {0x06F0, 0x06F9},
    {0x0964, 0x096F}, {0x2000, 0x200B}, {0x200E, 0x2070}, {0x2074, 0x207E}, {0x2080, 0x208E},
    {0x20A0, 0x20CF}, {0x2100, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
}};

bool isIn(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Length of the sequence that `lead` opens; 0 when it opens none.
std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isSpace(char32_t c) {
    return c == ' ' || isIn(c, 0x09, 0x0D) || c == 0xA0 || isIn(c, 0x2000, 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

void appendUtf8(std::string& out, char32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Base letters of U+00C0–U+017F; a space where there is none.
constexpr std::string_view kLatinBases =
    "aaaaaaaceeeeiiiidnooooo ouuuuy  aaaaaaaceeeeiiiidnooooo ouuuuy y" // 00C0–00FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // 0100–017F
static_assert(kLatinBases.size() == 192);

void appendFolded(std::string& out, char32_t c) {
    if (c == 0xC6 || c == 0xE6)
        out += "ae";
    else if (c == 0x152 || c == 0x153)
        out += "oe";
    else if (c == 0xDF)
        out += "ss";
    else if (isIn(c, 'A', 'Z'))
        out += static_cast<char>(c + 32);
    else if (isIn(c, 'a', 'z') || isIn(c, '0', '9'))
        out += static_cast<char>(c);
    else if (isIn(c, 0xC0, 0x17F) && kLatinBases[c - 0xC0] != ' ')
        out += kLatinBases[c - 0xC0];
    else if (c >= 0x180 && isLetter(c) && !isIn(c, 0x300, 0x36F))
        appendUtf8(out, c);
    else if (!isIn(c, 0x300, 0x36F) && !out.empty() && out.back() != ' ')
        out += ' ';
}

/// "st julien" → "saint julien", at the start of any word.
std::string withSaints(const std::string& words) {
    std::string out;
    std::size_t i = 0;
    while (i < words.size()) {
        const std::size_t end = std::min(words.find(' ', i), words.size());
        const std::string word = words.substr(i, end - i);
        out += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
        if (end < words.size())
            out += ' ';
        i = end + 1;
    }
    return out;
}

} // namespace

std::optional<std::u32string> decodeUtf8(std::string_view text) {
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = sequenceLength(lead);
        if (length == 0 || i + length > text.size())
            return std::nullopt;
        char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80)
                return std::nullopt;
            c = (c << 6) | (next & 0x3F);
        }
        if (c < kLeast[length] || isIn(c, 0xD800, 0xDFFF) || c > 0x10FFFF)
            return std::nullopt;
        points += c;
        i += length;
    }
    return points;
}

bool isControl(char32_t c) {
    return c < 0x20 || isIn(c, 0x7F, 0x9F) || c == 0x2028 || c == 0x2029 ||
           isIn(c, 0x202A, 0x202E) || isIn(c, 0x2066, 0x2069) || c == 0xFEFF ||
           (c & 0xFFFE) == 0xFFFE || isIn(c, 0xFDD0, 0xFDEF);
}

bool isLetter(char32_t c) {
    if (c < 0xC0)
        return isIn(c, 'A', 'Z') || isIn(c, 'a', 'z') || c == 0xAA || c == 0xBA;
    if (isControl(c) || isIn(c, 0xE000, 0xF8FF) || isIn(c, 0xFE00, 0xFE6F) ||
        isIn(c, 0xFF01, 0xFF20) || isIn(c, 0x1D000, 0x1D7FF) || isIn(c, 0x1F000, 0x1FAFF) ||
        c >= 0xE0000)
        return false;
    return std::none_of(kNotLetters.begin(), kNotLetters.end(),
                        [c](const Range& range) { return isIn(c, range.first, range.last); });
}

std::string trimmed(std::string_view text) {
    const auto points = decodeUtf8(text);
    if (!points)
        return std::string(text);
    const auto first = std::find_if_not(points->begin(), points->end(), isSpace);
    const auto last = std::find_if_not(points->rbegin(), points->rend(), isSpace).base();
    std::string out;
    for (auto it = first; it < last; ++it)
        appendUtf8(out, *it);
    return out;
}

std::string foldName(std::string_view text) {
    std::string folded;
    for (const char32_t c : decodeUtf8(text).value_or(std::u32string{}))
        appendFolded(folded, c);
    while (!folded.empty() && folded.back() == ' ')
        folded.pop_back();
    return withSaints(folded);
}

} // namespace escale
