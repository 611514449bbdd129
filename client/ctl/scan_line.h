// SPDX-License-Identifier: GPL-3.0-or-later
// One photo of escale-ctl scan, told as JSON or in words.
#pragma once

#include "client/scan/scan.h"
#include "shared/base/json.h"

#include <string>

namespace escale::client::ctl {

/// `written`: the file of the page, "" when none was written.
json::object scanLine(const std::string& file, const scan::ScannedPage& page,
                      const std::string& written);
/// A file that could not be opened.
json::object unreadLine(const std::string& file, const Error& error);
std::string scanSentence(const json::object& line, const scan::ScannedPage& page);

json::object timesOf(const scan::ScanTimes& times);
/// Two digits after the point: what is measured is not known better.
double rounded(double value);
/// Most memory that this process has had, in MB.
std::int64_t peakMegabytes();

} // namespace escale::client::ctl
