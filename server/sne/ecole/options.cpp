// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/options.h"

#include <charconv>

namespace escale::sne::ecole {

std::string Options::text(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

std::optional<int> Options::number(std::string_view name, int max) const {
    const std::string value = text(name);
    if (value.empty())
        return 0;
    int read = -1;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error != std::errc() || end != value.data() + value.size() || read < 0 || read > max)
        return std::nullopt;
    return read;
}

std::optional<Options> readOptions(int argc, char** argv) {
    constexpr std::string_view kKnown = "|--data|--port|--panne|--perdre-reponse|--lent|--trouble|"
                                        "--numero|--radiation|--sous-motif|--dalo|--jour|"
                                        "--fichier|--n|";
    Options options;
    if (argc < 2)
        return std::nullopt;
    options.command = argv[1];
    for (int i = 2; i < argc; i += 2) {
        const std::string_view name = argv[i];
        if (i + 1 == argc && !name.starts_with("--")) {
            if (!options.values.emplace("--numero", name).second)
                return std::nullopt;
            break;
        }
        if (i + 1 == argc || kKnown.find('|' + std::string(name) + '|') == std::string_view::npos ||
            !options.values.emplace(name, argv[i + 1]).second)
            return std::nullopt;
    }
    const bool needsData = options.command != "bench";
    return needsData && options.text("--data").empty() ? std::nullopt : std::optional(options);
}

} // namespace escale::sne::ecole
