// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/key_vault.h"

#include "client/platform/atomic_file.h"
#include "shared/crypto/aead.h"

#include <algorithm>
#include <filesystem>

namespace escale::client {
namespace {

constexpr std::size_t kMaxKeyFileBytes = 64U << 10;
constexpr std::string_view kTlsKeyName = "appareil.key";
constexpr std::string_view kClearPem = "-----BEGIN";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// One digit repeated, or each digit one more (or one less) than the one before.
bool isPlainSuite(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1)
        return false;
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if (pin[i] - pin[i - 1] != step)
            return false;
    }
    return true;
}

} // namespace

Result<void> checkPin(std::string_view pin) {
    if (pin.size() < kMinPinDigits || pin.size() > kMaxPinDigits ||
        !std::all_of(pin.begin(), pin.end(), isDigit))
        return fail(Errc::invalidArgument, "le code PIN doit avoir de 6 à 32 chiffres");
    if (isPlainSuite(pin))
        return fail(Errc::invalidArgument,
                    "ce code PIN se devine : choisissez des chiffres qui ne se suivent pas");
    return {};
}

Result<crypto::SecretBytes> createDeviceKey(const DataDir& dir, std::string_view pin,
                                            Random& random, const crypto::ScryptParams& cost) {
    ESCALE_TRY(checkPin(pin));
    if (std::filesystem::exists(dir.pinKey()))
        return fail(Errc::alreadyExists, "cet appareil a déjà un code PIN");
    crypto::SecretBytes key = crypto::newKey(random);
    ESCALE_TRY_ASSIGN(wrapped, crypto::wrapKey(key, asBytes(pin), random, cost));
    ESCALE_TRY(writeFileAtomic(dir.pinKey(), wrapped));
    return key;
}

Result<crypto::SecretBytes> openDeviceKey(const DataDir& dir, std::string_view pin) {
    ESCALE_TRY_ASSIGN(wrapped, readWholeFile(dir.pinKey(), kMaxKeyFileBytes));
    return crypto::unwrapKey(wrapped, asBytes(pin));
}

Result<void> saveTlsKey(const DataDir& dir, std::string_view pem,
                        const crypto::SecretBytes* deviceKey, Random& random) {
    if (deviceKey == nullptr)
        return writeFileAtomic(dir.tlsKey(), asBytes(pem));
    ESCALE_TRY_ASSIGN(sealed,
                      crypto::sealAead(*deviceKey, asBytes(pem), asBytes(kTlsKeyName), random));
    return writeFileAtomic(dir.tlsKey(), sealed);
}

Result<std::string> loadTlsKey(const DataDir& dir, const crypto::SecretBytes* deviceKey) {
    ESCALE_TRY_ASSIGN(content, readWholeFile(dir.tlsKey(), kMaxKeyFileBytes));
    std::string text = asString(content);
    if (text.starts_with(kClearPem)) {
        crypto::wipe(content);
        return text;
    }
    if (deviceKey == nullptr || deviceKey->empty())
        return fail(Errc::locked, "la clé de l’appareil demande le code PIN");
    ESCALE_TRY_ASSIGN(opened, crypto::openAead(*deviceKey, content, asBytes(kTlsKeyName)));
    text = asString(opened);
    crypto::wipe(opened);
    return text;
}

Result<std::optional<crypto::SecretBytes>> loadSessionKey(const DataDir& dir) {
    auto content = readWholeFile(dir.sessionKey(), crypto::kAeadKeyBytes);
    if (!content && content.error().code == Errc::notFound)
        return std::optional<crypto::SecretBytes>{};
    if (!content)
        return content.error();
    if (content->size() != crypto::kAeadKeyBytes)
        return fail(Errc::cryptoFailure, "clé de session abîmée");
    std::optional<crypto::SecretBytes> key = crypto::SecretBytes::fromBytes(*content);
    crypto::wipe(*content);
    return key;
}

Result<crypto::SecretBytes> createSessionKey(const DataDir& dir, Random& random) {
    crypto::SecretBytes key = crypto::newKey(random);
    ESCALE_TRY(writeFileAtomic(dir.sessionKey(), key.view()));
    return key;
}

Result<void> eraseSessionKey(const DataDir& dir) {
    return eraseFile(dir.sessionKey());
}

} // namespace escale::client
