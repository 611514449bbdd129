// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the stand-in.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace escale::sne::ecole {

struct Options {
    std::string command;
    std::map<std::string, std::string, std::less<>> values; // "--data" → its value

    [[nodiscard]] std::string text(std::string_view name) const;
    /// 0 when absent; nullopt when it is not a number from 0 to `max`.
    [[nodiscard]] std::optional<int> number(std::string_view name, int max) const;
};

/// nullopt for a line that is not understood. A last word alone is a `--numero`.
std::optional<Options> readOptions(int argc, char** argv);

} // namespace escale::sne::ecole
