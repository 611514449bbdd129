// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/date.h"

#include <string>

namespace escale {

/// "1er janvier 2027"; "" for no date.
std::string dayInFrench(const Date& date);

} // namespace escale
