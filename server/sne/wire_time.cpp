// SPDX-License-Identifier: GPL-3.0-or-later
// Instants as the SNE writes them: the hour of Paris, with its offset.
#include "server/sne/wire.h"

#include <array>
#include <cstdio>

namespace escale::sne {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;

/// Last Sunday of March or October at 01:00 UTC, in milliseconds (directive 2000/84/CE).
std::int64_t changeOfHour(int year, int month) {
    Date day{year, month, 31};
    // 1970-01-01 was a Thursday: Sundays are the days whose number is 3 modulo 7.
    constexpr std::int64_t kDayMs = 24 * kHourMs;
    const auto numberOf = [](const Date& date) {
        const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
        const std::int64_t era = y / 400;
        const std::int64_t yearOfEra = y - era * 400;
        const std::int64_t dayOfYear =
            (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear -
               719468;
    };
    std::int64_t number = numberOf(day);
    while (number % 7 != 3)
        --number;
    return number * kDayMs + kHourMs;
}

int offsetHours(std::int64_t epochMs) {
    const int year = parisDate(epochMs).year;
    const bool summer = epochMs >= changeOfHour(year, 3) && epochMs < changeOfHour(year, 10);
    return summer ? 2 : 1;
}

/// "202611221031".
std::string compactMinute(std::int64_t epochMs) {
    const std::string text = isoInstant(epochMs + offsetHours(epochMs) * kHourMs);
    return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) + text.substr(11, 2) +
           text.substr(14, 2);
}

} // namespace

std::string parisTimestamp(std::int64_t epochMs) {
    const int offset = offsetHours(epochMs);
    std::string text = isoInstant(epochMs + offset * kHourMs);
    text.pop_back(); // the Z
    return text + (offset == 2 ? "+02:00" : "+01:00");
}

std::string demandeFileName(std::string_view guichet, std::int64_t atMs, int order) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%06d", order % 1'000'000);
    return "DEM" + std::string(guichet) + '-' + compactMinute(atMs) + '-' + digits.data() + ".xml";
}

std::string certificateFileName(std::string_view guichet, std::int64_t atMs) {
    return "CER" + std::string(guichet) + '-' + compactMinute(atMs) + ".pem";
}

} // namespace escale::sne
