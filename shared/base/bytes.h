// SPDX-License-Identifier: GPL-3.0-or-later
// Raw bytes and their two text forms.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string asString(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

/// Lower-case hexadecimal.
std::string toHex(ByteView bytes);
/// Accepts upper and lower case; Errc::malformed for anything else or an odd length.
Result<Bytes> fromHex(std::string_view text);

/// RFC 4648 base64, with padding, without line breaks.
std::string toBase64(ByteView bytes);
/// Strict: Errc::malformed for a foreign character, a missing padding, or white space.
Result<Bytes> fromBase64(std::string_view text);

} // namespace escale
