// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

namespace escale {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day toChrono(const Date& date) {
    return chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} /
           chrono::day{static_cast<unsigned>(date.day)};
}

Date fromDays(chrono::sys_days days) {
    const chrono::year_month_day ymd{days};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

bool parseInt(std::string_view text, int& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

/// The runs of digits of `text`; empty when it holds anything but digits and separators.
std::vector<std::string_view> digitRuns(std::string_view text) {
    std::vector<std::string_view> runs;
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        if (end > i)
            runs.push_back(text.substr(i, end - i));
        else if (std::string_view(" /.-").find(text[i]) == std::string_view::npos)
            return {};
        i = end > i ? end : i + 1;
    }
    return runs;
}

/// 01:00 UTC on the last Sunday of `month`, in milliseconds since 1970.
std::int64_t lastSundayMs(int year, unsigned month) {
    const chrono::sys_days day{chrono::year{year} / chrono::month{month} /
                               chrono::Sunday[chrono::last]};
    return chrono::duration_cast<chrono::milliseconds>(day.time_since_epoch()).count() + 3'600'000;
}

} // namespace

std::string Date::iso() const {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return text.data();
}

bool isValid(const Date& date) {
    return date.year >= 1900 && date.year <= 2200 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= 31 && toChrono(date).ok();
}

Result<Date> parseIsoDate(std::string_view text) {
    Date date;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
        !parseInt(text.substr(0, 4), date.year) || !parseInt(text.substr(5, 2), date.month) ||
        !parseInt(text.substr(8, 2), date.day) || !isValid(date))
        return fail(Errc::invalidArgument, "date qui n’existe pas (AAAA-MM-JJ attendu)");
    return date;
}

Result<Date> parseTypedDate(std::string_view text, const Date& today) {
    const auto runs = digitRuns(text);
    if (runs.size() != 3)
        return fail(Errc::invalidArgument, "une date a un jour, un mois et une année");
    Date date;
    const bool yearFirst = runs[0].size() == 4;
    const std::string_view year = runs[yearFirst ? 0 : 2];
    if (!parseInt(runs[yearFirst ? 2 : 0], date.day) || !parseInt(runs[1], date.month) ||
        !parseInt(year, date.year) || (year.size() != 4 && year.size() != 2))
        return fail(Errc::invalidArgument, "date qui ne se lit pas");
    if (year.size() == 2) {
        date.year += today.year / 100 * 100;
        if (date > today)
            date.year -= 100;
    }
    if (!isValid(date))
        return fail(Errc::invalidArgument, "ce jour n’existe pas");
    return date;
}

Date addMonths(const Date& date, int months) {
    const int total = date.year * 12 + date.month - 1 + months;
    Date moved{total / 12, total % 12 + 1, date.day};
    while (moved.day > 28 && !toChrono(moved).ok())
        --moved.day;
    return moved;
}

Date addDays(const Date& date, int days) {
    return fromDays(chrono::sys_days{toChrono(date)} + chrono::days{days});
}

int fullMonths(const Date& from, const Date& to) {
    int months = (to.year - from.year) * 12 + to.month - from.month;
    if (addMonths(from, months) > to)
        --months;
    return months;
}

int fullYears(const Date& birth, const Date& today) {
    int years = today.year - birth.year;
    if (addMonths(birth, years * 12) > today)
        --years;
    return years;
}

namespace {

/// Milliseconds since 1970-01-01T00:00:00 as the clocks of Paris show them.
std::int64_t parisMs(std::int64_t epochMs) {
    const Date utc = fromDays(chrono::floor<chrono::days>(
        chrono::sys_time<chrono::milliseconds>{chrono::milliseconds{epochMs}}));
    const bool summer =
        epochMs >= lastSundayMs(utc.year, 3) && epochMs < lastSundayMs(utc.year, 10);
    return epochMs + (summer ? 2 : 1) * 3'600'000LL;
}

} // namespace

Date parisDate(std::int64_t epochMs) {
    return fromDays(chrono::floor<chrono::days>(
        chrono::sys_time<chrono::milliseconds>{chrono::milliseconds{parisMs(epochMs)}}));
}

int parisMinuteOfDay(std::int64_t epochMs) {
    const chrono::sys_time<chrono::milliseconds> local{chrono::milliseconds{parisMs(epochMs)}};
    const auto since = local - chrono::floor<chrono::days>(local);
    return static_cast<int>(chrono::floor<chrono::minutes>(since).count());
}

std::string isoInstant(std::int64_t epochMs) {
    const chrono::sys_time<chrono::milliseconds> instant{chrono::milliseconds{epochMs}};
    const auto day = chrono::floor<chrono::days>(instant);
    const chrono::hh_mm_ss time{instant - day};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%sT%02d:%02d:%02d.%03dZ", fromDays(day).iso().c_str(),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return text.data();
}

} // namespace escale
