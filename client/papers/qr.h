// SPDX-License-Identifier: GPL-3.0-or-later
// The square code of a reference, for the screen and for paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escale::papers {

/// QR code (ISO/IEC 18004), level M, of `digits` and nothing else: rows of '0' and '1', all as long
/// as there are rows, without the quiet zone (4 modules of white, which who draws it leaves). Empty
/// when `digits` is empty or holds something else than digits.
std::vector<std::string> qrRows(std::string_view digits);

} // namespace escale::papers
