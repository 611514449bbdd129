// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4648 base32 as 2D-Doc writes signatures: upper case, without padding.
#pragma once

#include "shared/base/bytes.h"

namespace escale::deuxddoc {

std::string toBase32(ByteView bytes);

/// Strict, so that one value has one spelling: Errc::malformed for a foreign character, a length
/// that no number of bytes gives, or leftover bits that are not zero.
Result<Bytes> fromBase32(std::string_view text);

} // namespace escale::deuxddoc
