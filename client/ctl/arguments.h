// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of escale-ctl, taken apart.
#pragma once

#include "shared/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace escale::client::ctl {

struct Arguments {
    std::string command;                                                  // "dossier set"
    std::map<std::string, std::vector<std::string>, std::less<>> options; // "--data" → "data"
    std::vector<std::string> words;                                       // the rest, in order

    /// Last value given, or "".
    [[nodiscard]] std::string option(std::string_view name) const;
    /// An option without value was given.
    [[nodiscard]] bool flag(std::string_view name) const { return options.contains(name); }
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
};

/// Errc::invalidArgument, the detail saying what is wrong: unknown command or option, an option
/// without value, a mandatory option that is absent, words where none is expected or none given.
Result<Arguments> parseArguments(const std::vector<std::string>& line);

/// How to use the program, French.
std::string usage();

} // namespace escale::client::ctl
