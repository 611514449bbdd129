// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the device on its disk: device key under a PIN, TLS key, key of a borne's session.
#pragma once

#include "client/platform/data_dir.h"
#include "shared/base/ports.h"
#include "shared/crypto/kdf.h"
#include "shared/crypto/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace escale::client {

inline constexpr std::size_t kMinPinDigits = 6;
inline constexpr std::size_t kMaxPinDigits = 32;

/// Errc::invalidArgument when `pin` is not 6 to 32 digits, or is one digit repeated or a plain
/// suite ("123456").
Result<void> checkPin(std::string_view pin);

/// A new device key, wrapped under `pin` in cle.pin. Errc::alreadyExists when there is one. Blocks
/// about 0.3 s (scrypt).
Result<crypto::SecretBytes> createDeviceKey(const DataDir& dir, std::string_view pin,
                                            Random& random, const crypto::ScryptParams& cost = {});

/// Errc::wrongCode for another PIN: counting attempts is the caller's (store/attempts.h). Blocks
/// about 0.3 s. Errc::notFound when the device has no PIN.
Result<crypto::SecretBytes> openDeviceKey(const DataDir& dir, std::string_view pin);

/// The private TLS key, PEM. With `deviceKey` it is sealed, without it is kept in clear (0600).
Result<void> saveTlsKey(const DataDir& dir, std::string_view pem,
                        const crypto::SecretBytes* deviceKey, Random& random);
/// Errc::locked when it is sealed and no key is given. wipe() the text when done.
Result<std::string> loadTlsKey(const DataDir& dir, const crypto::SecretBytes* deviceKey);

/// Key of the borne's session, kept in a file for a program that is one process a command.
/// std::nullopt when no session is open.
Result<std::optional<crypto::SecretBytes>> loadSessionKey(const DataDir& dir);
Result<crypto::SecretBytes> createSessionKey(const DataDir& dir, Random& random);
Result<void> eraseSessionKey(const DataDir& dir);

} // namespace escale::client
