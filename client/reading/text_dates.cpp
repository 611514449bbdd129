// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and what they are the date of: the words before them, or over them.
#include "client/reading/text_fields.h"

#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace escale::reading {
namespace {

constexpr int kLeastConfidence = 60;
constexpr std::array<std::string_view, 12> kMonths{"janvier",   "fevrier", "mars",     "avril",
                                                   "mai",       "juin",    "juillet",  "aout",
                                                   "septembre", "octobre", "novembre", "decembre"};

struct DateRead {
    Date date;
    std::size_t first; // word
    std::size_t count;
};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Date> valid(std::optional<int> day, std::optional<int> month,
                          std::optional<int> year) {
    if (!day || !month || !year)
        return std::nullopt;
    const Date date{*year, *month, *day};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

/// « 13/07/1990 », also with dots or dashes.
std::optional<Date> inOneWord(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ')'))
        text.remove_suffix(1);
    if (text.size() != 10 || text[2] != text[5] ||
        std::string_view("/.-").find(text[2]) == std::string_view::npos)
        return std::nullopt;
    return valid(number(text.substr(0, 2)), number(text.substr(3, 2)), number(text.substr(6)));
}

/// « 13 07 1990 » and « 1er juillet 1990 ».
std::optional<Date> inThreeWords(const Segment& segment, std::size_t at) {
    if (at + 2 >= segment.words.size() || segment.words[at + 2].text.size() < 4)
        return std::nullopt;
    const std::string& first = segment.words[at].text;
    const auto day = first == "1er" ? std::optional(1) : number(first);
    const auto year = number(std::string_view(segment.words[at + 2].text).substr(0, 4));
    const std::string folded = foldName(segment.words[at + 1].text);
    const auto named = std::find(kMonths.begin(), kMonths.end(), folded);
    const auto month = named != kMonths.end()
                           ? std::optional(static_cast<int>(named - kMonths.begin()) + 1)
                           : number(folded);
    return valid(day, month, year);
}

std::vector<DateRead> datesOf(const Segment& segment) {
    std::vector<DateRead> dates;
    for (std::size_t at = 0; at < segment.words.size(); ++at) {
        if (const auto date = inOneWord(segment.words[at].text))
            dates.push_back({*date, at, 1});
        else if (const auto spread = inThreeWords(segment, at))
            dates.push_back({*spread, at, 3});
    }
    return dates;
}

/// Words before the date in its segment, and those of the segment over it.
std::string contextOf(const std::vector<Segment>& segments, const Segment& segment,
                      std::size_t first) {
    std::string context;
    for (std::size_t at = 0; at < first; ++at)
        context += segment.words[at].text + " ";
    if (first > 0)
        return foldName(context);
    for (const Segment& other : segments) {
        const int down = segment.box.y - other.box.y;
        const bool beside = other.box.x < segment.box.x && std::abs(down) < segment.box.height;
        const bool over = down > 0 && down < 3 * segment.box.height &&
                          std::abs(other.box.x - segment.box.x) < 2 * segment.box.height;
        if (beside || over)
            context += other.text() + " ";
    }
    return foldName(context);
}

std::optional<Subject> subjectIn(const std::string& context) {
    const auto says = [&](std::string_view words) {
        return (" " + context + " ").find(" " + std::string(words) + " ") != std::string::npos;
    };
    if (says("naissance") || says("ne le") || says("nee le") || says("ne e le"))
        return Subject::birth;
    for (const char* words : {"expiration", "expire", "expire le", "valable jusqu", "valide jusqu",
                              "validite", "fin de validite"}) {
        if (says(words))
            return Subject::validUntil;
    }
    if (says("recouvrement") || says("echeance") || says("embauche") || says("entree"))
        return std::nullopt;
    for (const char* words : {"date", "etabli le", "etablie le", "fait le", "emis le", "emise le",
                              "delivre le", "delivree le", "le", "du"}) {
        if (says(words))
            return Subject::issued;
    }
    return std::nullopt;
}

Proposal proposalOf(Subject subject, const Segment& segment, const DateRead& read) {
    Proposal proposal{subject, read.date.iso(), segment.words[read.first].box, 100, Source::text};
    for (std::size_t at = read.first; at < read.first + read.count; ++at) {
        proposal.box = around(proposal.box, segment.words[at].box);
        proposal.confidence = std::min(proposal.confidence, segment.words[at].confidence);
    }
    return proposal;
}

} // namespace

std::vector<Proposal> datesIn(const std::vector<Segment>& segments) {
    std::vector<Proposal> proposals;
    for (const Segment& segment : segments) {
        for (const DateRead& read : datesOf(segment)) {
            const auto subject = subjectIn(contextOf(segments, segment, read.first));
            const bool known = subject && std::any_of(proposals.begin(), proposals.end(),
                                                      [&](const Proposal& other) {
                                                          return other.subject == *subject;
                                                      });
            if (!subject || known)
                continue;
            Proposal proposal = proposalOf(*subject, segment, read);
            if (proposal.confidence >= kLeastConfidence)
                proposals.push_back(std::move(proposal));
        }
    }
    return proposals;
}

} // namespace escale::reading
