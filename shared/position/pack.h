// SPDX-License-Identifier: GPL-3.0-or-later
// A distribution as it travels: a few kilobytes, signed (Ed25519), dated.
//
// Its envelope is that of shared/crypto/signed_pack.h ("ESCPLACE"). The content is made of unsigned
// LEB128 numbers and of texts (length, bytes), in this order: epci, bareme, version, year, month,
// day, threshold, 1 if invented; the edges, as steps; the communes; the typologies; then the cells:
// commune (0: the whole EPCI), typology, bins as (edges skipped, count).
#pragma once

#include "shared/base/bytes.h"
#include "shared/position/distribution.h"

#include <string_view>

namespace escale::position {

inline constexpr std::size_t kMaxPackBytes = 1U << 20;
/// After that, what a pack says is shown as old.
inline constexpr int kStaleAfterDays = 30;

/// Errc::cryptoFailure when the key cannot sign.
Result<Bytes> sealPack(const Distribution& distribution, std::string_view privatePem,
                       std::string_view publicPem);

/// Refused, in plain words: cut or damaged (malformed), not signed or signed by another key than
/// `publicPem` (cryptoFailure), older than `held` (conflict), of another version
/// (unsupportedVersion), over kMaxPackBytes (tooLarge). `held` empty: nothing is held.
Result<Distribution> openPack(ByteView pack, std::string_view publicPem, const Date& held = {});

/// Nine digits and nothing else: the SIREN of a territory becomes the name of a file.
bool isSiren(std::string_view text);

/// Full days from the date of the pack to `today`; negative when the clock of the device is wrong.
int ageInDays(const Date& pack, const Date& today);

} // namespace escale::position
