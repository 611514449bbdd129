// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a tree of one namespace under one prefix, declared on the root.
#pragma once

#include "shared/nuu/xml.h"

#include <string>
#include <string_view>

namespace escale::sne {

enum class XmlCharset {
    ascii, // every other character as a reference: the part is declared us-ascii, 7bit
    utf8,
};

/// `<PREFIX:root xmlns:PREFIX="…" …>` without declaration nor white space between elements. All
/// elements take `prefix`; their namespace is the root's. Characters that XML 1.0 cannot hold and
/// bytes that are not UTF-8 become U+FFFD.
std::string writeXml(const XmlElement& root, std::string_view prefix, XmlCharset charset);

/// `text` escaped for character data and for attributes between double quotes.
std::string escapeXml(std::string_view text, XmlCharset charset);

} // namespace escale::sne
