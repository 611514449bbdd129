// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/scan_reading.h"

namespace escale::client::ctl {

Result<PageReader> PageReader::open(const std::string& /*certificates*/) {
    return PageReader();
}

void PageReader::read(const scan::ScannedPage& /*page*/, json::object* line) const {
    (*line)["code_2ddoc"] = nullptr;
    (*line)["lu"] = nullptr;
}

} // namespace escale::client::ctl
