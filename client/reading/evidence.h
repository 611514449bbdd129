// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: is the ink there for an amount that was read? A reflection that eats a
// digit leaves a shorter number that reads perfectly.
#pragma once

#include "client/reading/text_fields.h"

namespace escale::reading {

/// False when the digits are much paler than their label, when one of them is paler than the
/// others, when there is ink that nobody read just before or behind them, or when the line read
/// again alone, with two ways of telling black from white, is not the same number both times.
bool holds(const AmountRead& amount, const cv::Mat& page, int dpi, TextReader& reader);

/// The parts of it that look at the ink only.
bool inkHolds(const AmountRead& amount, const cv::Mat& page);

} // namespace escale::reading
