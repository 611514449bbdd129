// SPDX-License-Identifier: GPL-3.0-or-later
// Names of persons and postcodes: people's names stand over their address, or beside a label.
#include "client/reading/text_fields.h"

#include "shared/deuxddoc/names.h"
#include "shared/dossier/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace escale::reading {
namespace {

constexpr int kLeastConfidence = 60;
// A digit that is wrong makes another postcode, as plausible.
constexpr int kLeastPostcodeConfidence = 85;
constexpr std::size_t kMostWords = 6;
constexpr double kLineGap = 2.6;   // of the height of a line, to the one over it
constexpr double kAlignment = 1.5; // of the height, between their left sides

constexpr std::array<std::string_view, 14> kStreets{
    "rue",  "avenue", "boulevard", "place", "impasse", "allee",     "chemin",
    "quai", "route",  "square",    "cours", "passage", "residence", "lotissement"};
// In capitals over an address too, and not the name looked for.
constexpr std::array<std::string_view, 19> kNobody{
    "chez",    "direction",  "finances", "publiques", "specimen",   "facture",   "avis",
    "service", "services",   "energie",  "caisse",    "republique", "francaise", "societe",
    "mairie",  "prefecture", "centre",   "sas",       "sarl"};

bool oneOf(const auto& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string> foldedIn(const Segment& segment) {
    return deuxddoc::nameWords(segment.text());
}

int leastConfidence(const Segment& segment) {
    int least = 100;
    for (const Word& word : segment.words)
        least = std::min(least, word.confidence);
    return least;
}

bool hasLowerCase(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isStreet(const Segment& segment) {
    const auto words = foldedIn(segment);
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return oneOf(kStreets, word); });
}

/// « 75000 PARIS ».
bool isTown(const Segment& segment) {
    return segment.words.size() >= 2 && segment.words[0].text.size() == 5 &&
           isDigits(segment.words[0].text) && !isDigits(segment.words[1].text);
}

bool looksLikeName(const Segment& segment, bool capitals) {
    const auto words = foldedIn(segment);
    const std::string text = segment.text();
    return words.size() >= 2 && words.size() <= kMostWords &&
           leastConfidence(segment) >= kLeastConfidence && !(capitals && hasLowerCase(text)) &&
           text.find_first_of("0123456789:€@") == std::string::npos &&
           std::none_of(words.begin(), words.end(), [](const std::string& word) {
               return oneOf(kNobody, word) || oneOf(kStreets, word);
           });
}

/// The segment just over `below`, with the same left side.
const Segment* over(const std::vector<Segment>& segments, const Segment& below) {
    const Segment* nearest = nullptr;
    for (const Segment& segment : segments) {
        const int down = below.box.y - segment.box.y;
        if (down <= below.box.height / 2 || down > kLineGap * below.box.height ||
            std::abs(segment.box.x - below.box.x) > kAlignment * below.box.height)
            continue;
        if (nearest == nullptr || segment.box.y > nearest->box.y)
            nearest = &segment;
    }
    return nearest;
}

Proposal proposal(Subject subject, const Segment& segment) {
    return {subject, segment.text(), segment.box, leastConfidence(segment), Source::text};
}

/// A line of address, then those over it up to the name.
std::optional<Proposal> overAddress(const std::vector<Segment>& segments) {
    for (const Segment& anchor : segments) {
        if (!isTown(anchor) && !isStreet(anchor))
            continue;
        const Segment* line = over(segments, anchor);
        for (int up = 0; line != nullptr && up < 3; ++up) {
            if (looksLikeName(*line, true))
                return proposal(Subject::name, *line);
            line = over(segments, *line);
        }
    }
    return std::nullopt;
}

/// What a label is about: the rest of its segment, else the segment under it.
std::optional<Segment> labelled(const std::vector<Segment>& segments, std::string_view label) {
    for (const Segment& segment : segments) {
        const auto next = after(segment, label);
        if (!next ||
            (*next != segment.words.size() && segment.text().find(':') == std::string::npos))
            continue;
        if (*next < segment.words.size()) {
            Segment rest;
            rest.words.assign(segment.words.begin() + static_cast<std::ptrdiff_t>(*next),
                              segment.words.end());
            rest.box = rest.words.front().box;
            for (const Word& word : rest.words)
                rest.box = around(rest.box, word.box);
            return rest;
        }
        for (const Segment& below : segments) {
            if (over(segments, below) == &segment)
                return below;
        }
    }
    return std::nullopt;
}

bool isWritten(const Segment& segment) {
    const std::string text = segment.text();
    return leastConfidence(segment) >= kLeastConfidence && segment.words.size() <= kMostWords &&
           text.find_first_of("0123456789:€@") == std::string::npos;
}

/// « Nom » and « Prénoms » of a card.
std::optional<Proposal> fromCard(const std::vector<Segment>& segments) {
    for (const char* last : {"nom de naissance", "nom de famille", "nom"}) {
        for (const char* first : {"prenoms", "prenom", "prenom s"}) {
            const auto name = labelled(segments, last);
            const auto given = labelled(segments, first);
            if (!name || !given || !isWritten(*name) || !isWritten(*given))
                continue;
            Proposal whole = proposal(Subject::name, *name);
            whole.value += " " + given->text();
            whole.box = around(whole.box, given->box);
            whole.confidence = std::min(whole.confidence, leastConfidence(*given));
            return whole;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Proposal> namesIn(const std::vector<Segment>& segments) {
    if (auto card = fromCard(segments))
        return {*card};
    for (const char* label : {"nom et prenom", "nom prenom", "salarie", "locataire", "titulaire",
                              "allocataire", "assure"}) {
        const auto segment = labelled(segments, label);
        if (segment && looksLikeName(*segment, false))
            return {proposal(Subject::name, *segment)};
    }
    if (auto name = overAddress(segments))
        return {*name};
    return {};
}

std::optional<Proposal> postcodeIn(const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) {
        if (!isTown(segment) || over(segments, segment) == nullptr ||
            segment.words[0].confidence < kLeastPostcodeConfidence)
            continue;
        Proposal found = proposal(Subject::postcode, segment);
        found.value = segment.words[0].text;
        found.confidence = segment.words[0].confidence;
        return found;
    }
    return std::nullopt;
}

} // namespace escale::reading
