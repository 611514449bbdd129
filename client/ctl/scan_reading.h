// SPDX-License-Identifier: GPL-3.0-or-later
// What is read on a page that scan made: the members `code_2ddoc` and `lu` of its line.
#pragma once

#include "client/scan/scan.h"
#include "shared/base/json.h"
#include "shared/deuxddoc/verify.h"

#include <optional>
#include <string>

namespace escale::client::ctl {

/// Readers, prepared once for all the photos of a command.
class PageReader {
public:
    /// `certificates`: folder of PEM files of --certificats, "" for none; who names it answers for
    /// its age when it has no date. Errc::notFound, malformed.
    static Result<PageReader> open(const std::string& certificates);

    /// Adds `code_2ddoc` and `lu` to `line` (null when there is none), and what they took to its
    /// `ms`. `page` has `gris` when it has `coins`. Reading the text takes a second.
    void read(const scan::ScannedPage& page, json::object* line) const;

private:
    std::optional<deuxddoc::CertificateBundle> m_bundle;
    Date m_today;
};

} // namespace escale::client::ctl
