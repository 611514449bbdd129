// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates (no time, no zone), as the form and the SNE write them.
#pragma once

#include "shared/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace escale {

struct Date {
    int year = 0;
    int month = 0; // 1–12
    int day = 0;   // 1–31

    auto operator<=>(const Date&) const = default;
    [[nodiscard]] bool empty() const { return year == 0; }
    /// "YYYY-MM-DD".
    [[nodiscard]] std::string iso() const;
};

/// True for a day that exists, from 1900 to 2200.
bool isValid(const Date& date);

/// Strict "YYYY-MM-DD" of a day that exists; Errc::invalidArgument otherwise.
Result<Date> parseIsoDate(std::string_view text);

/// What people write: "1/3/82", "01 03 1982", "1.3.1982", "1982-03-01" (day first). A year of two
/// digits is the latest one not after `today`. Errc::invalidArgument when no such day exists.
Result<Date> parseTypedDate(std::string_view text, const Date& today);

/// `date` moved by whole months; a day that the month lacks becomes its last day
/// (Code de procédure civile, art. 641).
Date addMonths(const Date& date, int months);
Date addDays(const Date& date, int days);

/// Full years between `birth` and `today`, the anniversary included; 29 February counts on
/// 28 February of common years (cotation A02). Negative when `birth` is later.
int fullYears(const Date& birth, const Date& today);
/// Full months, by the same rule.
int fullMonths(const Date& from, const Date& to);

/// The civil date of an instant, in Europe/Paris as France's law counts days. Summer time follows
/// the rule in force since 1996 (last Sundays of March and October, 01:00 UTC).
Date parisDate(std::int64_t epochMs);
/// Minutes since midnight in Paris, 0 to 1439.
int parisMinuteOfDay(std::int64_t epochMs);

/// "YYYY-MM-DDTHH:MM:SS.mmmZ".
std::string isoInstant(std::int64_t epochMs);

} // namespace escale
