// SPDX-License-Identifier: GPL-3.0-or-later
// Instants in words, on the clocks of Paris, in the present language.
#pragma once

#include "shared/base/date.h"

#include <QString>

namespace escale {

/// "10 h 12"
QString hourInWords(std::int64_t ms);
/// "jeudi 19 novembre, 15 h 30"
QString momentInWords(std::int64_t ms);
/// The same, nearer to `nowMs`: "aujourd’hui, 15 h 30", "hier, 15 h 30".
QString momentSince(std::int64_t ms, std::int64_t nowMs);

} // namespace escale
