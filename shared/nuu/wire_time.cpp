// SPDX-License-Identifier: GPL-3.0-or-later
// Instants as the SNE writes them: the hour of Paris, with its offset.
#include "shared/nuu/wire_time.h"

#include <array>
#include <cstdio>

namespace escale::sne {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;

/// Days since 1970-01-01.
std::int64_t dayNumber(const Date& date) {
    const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = y / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear =
        (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

/// Number of two digits at `at`; -1 when they are not digits.
int twoDigits(std::string_view text, std::size_t at) {
    if (at + 2 > text.size() ||
        text.substr(at, 2).find_first_not_of("0123456789") != std::string_view::npos)
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Last Sunday of March or October at 01:00 UTC, in milliseconds (directive 2000/84/CE).
std::int64_t changeOfHour(int year, int month) {
    const Date day{year, month, 31};
    // 1970-01-01 was a Thursday: Sundays are the days whose number is 3 modulo 7.
    std::int64_t number = dayNumber(day);
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

std::optional<std::int64_t> instantOf(std::string_view text) {
    const auto day = parseIsoDate(text.substr(0, 10));
    const int hour = twoDigits(text, 11);
    const int minute = twoDigits(text, 14);
    const int second = twoDigits(text, 17);
    if (!day || text.size() < 25 || text[10] != 'T' || hour < 0 || minute < 0 || second < 0)
        return std::nullopt;
    const int offHour = twoDigits(text, text.size() - 5);
    const int offMinute = twoDigits(text, text.size() - 2);
    const char sign = text[text.size() - 6];
    if (offHour < 0 || offMinute < 0 || (sign != '+' && sign != '-'))
        return std::nullopt;
    std::int64_t thousandths = 0;
    const std::string_view fraction = text.substr(19, text.size() - 25);
    for (std::size_t i = 0; i < 3; ++i)
        thousandths = thousandths * 10 + (i + 1 < fraction.size() ? fraction[i + 1] - '0' : 0);
    const std::int64_t offset = (offHour * 60 + offMinute) * 60'000LL * (sign == '+' ? 1 : -1);
    return dayNumber(*day) * kDayMs + hour * kHourMs + minute * 60'000LL + second * 1'000LL +
           thousandths - offset;
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
