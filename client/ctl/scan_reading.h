// SPDX-License-Identifier: GPL-3.0-or-later
// What is read on a page that scan made: the members `code_2ddoc` and `lu` of its line.
#pragma once

#include "client/scan/scan.h"
#include "shared/base/json.h"

#include <string>

namespace escale::client::ctl {

/// Readers, prepared once for all the photos of a command.
class PageReader {
public:
    /// `certificates`: folder of PEM files of --certificats, "" for none. Errc::notFound,
    /// malformed.
    static Result<PageReader> open(const std::string& certificates);

    /// Adds `code_2ddoc` and `lu` to `line` (null when there is none), and what they took to its
    /// `ms`. `page` has `gris` when it has `coins`.
    void read(const scan::ScannedPage& page, json::object* line) const;
};

} // namespace escale::client::ctl
