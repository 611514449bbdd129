// SPDX-License-Identifier: GPL-3.0-or-later
// Command line: "--name value" pairs, each known to its command.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::server {

class Options {
public:
    /// Errc::invalidArgument, with a sentence for the operator, for an option that is not in
    /// `known`, comes twice or lacks its value, and when one of `needed` is absent.
    static Result<Options> parse(const std::vector<std::string>& arguments,
                                 const std::vector<std::string_view>& known,
                                 const std::vector<std::string_view>& needed);

    [[nodiscard]] bool has(std::string_view name) const;
    /// "" when absent.
    [[nodiscard]] std::string get(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// A port, 0 to 65535. Errc::invalidArgument.
Result<std::uint16_t> parsePort(std::string_view text);

} // namespace escale::server
