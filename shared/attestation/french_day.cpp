// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/attestation/french_day.h"

#include <array>

namespace escale {

std::string dayInFrench(const Date& date) {
    static constexpr std::array kMonths{"janvier",   "février", "mars",     "avril",
                                        "mai",       "juin",    "juillet",  "août",
                                        "septembre", "octobre", "novembre", "décembre"};
    if (!isValid(date))
        return {};
    return (date.day == 1 ? std::string("1er") : std::to_string(date.day)) + ' ' +
           kMonths.at(static_cast<std::size_t>(date.month - 1)) + ' ' + std::to_string(date.year);
}

} // namespace escale
