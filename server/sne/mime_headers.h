// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of MIME parts: names, folded lines, values with parameters (RFC 2045 §5.1, RFC 5322
// §2.2.3).
#pragma once

#include "shared/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace escale::sne {

/// "text/xml; charset=us-ascii; name=\"a.xml\"": value lower case, parameter names lower case.
struct MimeValue {
    std::string value;
    std::map<std::string, std::string> parameters;

    /// "" when absent.
    [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// Errc::malformed for a quoted string that never ends or a parameter without '='.
Result<MimeValue> parseMimeValue(std::string_view text);

/// Lower-case names to values; folded lines are joined. A repeated name is Errc::malformed, since
/// two programs could each take another one.
Result<std::map<std::string, std::string>> parseMimeHeaders(std::string_view block);

/// Takes one line off the front of `text`, without its CRLF or LF.
std::string_view takeLine(std::string_view& text);

std::string lowerAscii(std::string_view text);

} // namespace escale::sne
