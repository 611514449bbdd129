// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_fields.h"

#include <algorithm>
#include <cmath>

namespace escale::reading {
namespace {

constexpr std::string_view kTaxIncome = "revenu fiscal de reference";
constexpr std::size_t kMostDigits = 7; // under ten millions
constexpr double kThousandsGap = 0.8;  // of the height of a digit

int rightOf(const Box& box) {
    return box.x + box.width;
}

/// The digits of a word that is a number, "€" and a full stop behind it apart; "" otherwise.
std::string digitsIn(const Word& word) {
    std::string_view text = word.text;
    for (const std::string_view end : {"€", ".", ","}) {
        if (text.ends_with(end))
            text.remove_suffix(end.size());
    }
    const bool number = !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= '0' && letter <= '9';
    });
    return number ? std::string(text) : std::string();
}

/// Segments on the line of `label`, on its right, the nearest first.
std::vector<const Segment*> onTheRight(const std::vector<Segment>& segments, const Box& label) {
    std::vector<const Segment*> found;
    const int middle = label.y + label.height / 2;
    for (const Segment& segment : segments) {
        if (segment.box.x >= rightOf(label) && segment.box.y < middle &&
            segment.box.y + segment.box.height > middle)
            found.push_back(&segment);
    }
    std::sort(found.begin(), found.end(),
              [](const Segment* one, const Segment* other) { return one->box.x < other->box.x; });
    return found;
}

/// The number that starts at the word `at`: « 13 614 » is two words.
std::optional<AmountRead> amountAt(const Segment& segment, std::size_t at) {
    if (at >= segment.words.size())
        return std::nullopt;
    AmountRead amount;
    amount.digits = digitsIn(segment.words[at]);
    amount.box = segment.words[at].box;
    amount.confidence = segment.words[at].confidence;
    while (!amount.digits.empty() && at + 1 < segment.words.size()) {
        const Word& next = segment.words[at + 1];
        const std::string more = digitsIn(next);
        if (more.size() != 3 || next.box.x - rightOf(amount.box) >
                                    kThousandsGap * std::max(next.box.height, amount.box.height))
            break;
        amount.digits += more;
        amount.box = around(amount.box, next.box);
        amount.confidence = std::min(amount.confidence, next.confidence);
        ++at;
    }
    if (amount.digits.empty() || amount.digits.size() > kMostDigits)
        return std::nullopt;
    return amount;
}

/// The words of the page that stand just before and behind the amount.
void findNeighbours(AmountRead& amount, const std::vector<Word>& words) {
    const int middle = amount.box.y + amount.box.height / 2;
    for (const Word& word : words) {
        if (word.box.y > middle || word.box.y + word.box.height < amount.box.y)
            continue;
        if (word.box.x > rightOf(amount.box))
            amount.next = std::min(amount.next.value_or(word.box.x), word.box.x);
        if (rightOf(word.box) < amount.box.x)
            amount.before = std::max(amount.before.value_or(rightOf(word.box)), rightOf(word.box));
    }
}

Box boxOfLabel(const Segment& segment, std::size_t next) {
    Box box = segment.words[next - 1].box;
    for (std::size_t at = next < 4 ? 0 : next - 4; at < next; ++at)
        box = around(box, segment.words[at].box);
    return box;
}

} // namespace

std::optional<AmountRead> taxIncomeIn(const std::vector<Word>& words,
                                      const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) {
        const auto next = after(segment, kTaxIncome);
        if (!next)
            continue;
        const Box label = boxOfLabel(segment, *next);
        auto amount = amountAt(segment, *next);
        if (*next == segment.words.size()) {
            for (const Segment* other : onTheRight(segments, label)) {
                if (!amount)
                    amount = amountAt(*other, 0);
            }
        }
        if (!amount)
            continue;
        amount->label = label;
        findNeighbours(*amount, words);
        return amount;
    }
    return std::nullopt;
}

} // namespace escale::reading
