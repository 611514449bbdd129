// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of messages, compressed on the wire (RFC 1952).
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace escale::protocol {

/// Shorter, compressing costs more than it gains.
inline constexpr std::size_t kLeastToCompress = 1024;

std::string gzip(std::string_view plain);
/// Errc::tooLarge as soon as there is more than `limit`: what is behind is never unpacked.
/// Errc::malformed when it is cut, damaged, or followed by anything.
Result<std::string> gunzip(std::string_view packed, std::size_t limit);

} // namespace escale::protocol
