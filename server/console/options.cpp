// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/options.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace escale::server {

Result<Options> Options::parse(const std::vector<std::string>& arguments,
                               const std::vector<std::string_view>& known,
                               const std::vector<std::string_view>& needed) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string& name = arguments[i];
        if (std::find(known.begin(), known.end(), name) == known.end())
            return fail(Errc::invalidArgument, "option inconnue : " + name);
        if (i + 1 == arguments.size())
            return fail(Errc::invalidArgument, "il manque la valeur de " + name);
        if (!options.m_values.emplace(name, arguments[i + 1]).second)
            return fail(Errc::invalidArgument, "option donnée deux fois : " + name);
    }
    for (const std::string_view name : needed) {
        if (options.get(name).empty())
            return fail(Errc::invalidArgument, "il manque " + std::string(name));
    }
    return options;
}

bool Options::has(std::string_view name) const {
    return m_values.contains(name);
}

std::string Options::get(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second;
}

Result<std::uint16_t> parsePort(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(Errc::invalidArgument, "numéro de port mal écrit");
    return port;
}

} // namespace escale::server
