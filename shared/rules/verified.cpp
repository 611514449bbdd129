// SPDX-License-Identifier: GPL-3.0-or-later
// Doubts that a person looked at. Each has its item of the collection "verifications", named by
// what is doubted, with a mark of the answers as they were: other answers are doubted anew.
#include "shared/rules/rules.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace escale {
namespace {

constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325U; // FNV-1a, 64 bits
constexpr std::uint64_t kFnvPrime = 0x100000001b3U;

/// No secret: it only tells the same text from another one, the same on every machine.
std::uint64_t hashed(std::string_view text, std::uint64_t hash = kFnvBasis) {
    for (const char byte : text)
        hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
    return hash;
}

std::string hexadecimal(std::uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number >>= 4)
        *digit = kDigits[number & 0xf];
    return digits;
}

/// A UUID of version 8 (RFC 9562, 5.8): of our own making, the same for the same doubt everywhere.
std::string itemOf(const Doubt& doubt) {
    const std::string name = doubt.reason + ' ' + doubt.path;
    const std::uint64_t first = hashed(name);
    std::string id = hexadecimal(first) + hexadecimal(hashed(name, first));
    id[12] = '8';
    id[16] = '8';
    for (const std::size_t dash : {20U, 16U, 12U, 8U})
        id.insert(dash, 1, '-');
    return "verifications[" + id + ']';
}

std::string stateOf(const std::string& answer, const Dossier& dossier) {
    if (answer.ends_with(']'))
        return toText(dossier.answer(answer + ".prenom")) + '\n' +
               toText(dossier.answer(answer + ".nom")) + '\n' +
               toText(dossier.answer(answer + ".naissance"));
    const bool collection = catalogue().findCollection(answer) != nullptr;
    return collection ? std::to_string(dossier.items(answer).size())
                      : toText(dossier.answer(answer));
}

/// Of the answers as they are now, in whatever order they came.
std::string markOf(const Doubt& doubt, const Dossier& dossier) {
    std::vector<std::string> states;
    for (const std::string& answer : doubt.answers)
        states.push_back(answer + '\n' + stateOf(answer, dossier));
    std::sort(states.begin(), states.end());
    std::uint64_t hash = kFnvBasis;
    for (const std::string& state : states)
        hash = hashed(state + '\n', hash);
    return hexadecimal(hash);
}

} // namespace

std::vector<Doubt> openDoubts(const Dossier& dossier, const Date& today) {
    const auto all = doubtsOf(dossier, today);
    std::vector<Doubt> open;
    std::copy_if(all.begin(), all.end(), std::back_inserter(open), [&](const Doubt& doubt) {
        return textOf(dossier.answer(itemOf(doubt) + ".marque")) != markOf(doubt, dossier);
    });
    return open;
}

std::vector<std::pair<std::string, Value>> verifiedAnswers(const Doubt& doubt,
                                                           const Dossier& dossier) {
    const std::string item = itemOf(doubt);
    return {
        {item, true}, {item + ".raison", doubt.reason}, {item + ".marque", markOf(doubt, dossier)}};
}

} // namespace escale
