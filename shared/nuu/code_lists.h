// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of the interface 02.01, by the name of the element that carries them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace escale::sne {

/// nullopt when the element has no list of codes that we know.
std::optional<std::span<const std::string_view>> codesOf(std::string_view element);

/// INSEE code of a commune: 5 characters, Corsica 2A… and 2B… included.
bool isInseeCode(std::string_view code);

/// "111" for Île-de-France, "042", "02A", "974"; `insee` is valid.
std::string territoryOf(std::string_view insee);

} // namespace escale::sne
