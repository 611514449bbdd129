// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/kdf.h"

#include "shared/crypto/aead.h"
#include "shared/crypto/openssl_types.h"

#include <algorithm>
#include <array>
#include <bit>

namespace escale::crypto {

namespace {

constexpr std::array<std::uint8_t, 3> kMagic = {'E', 'W', 'K'};
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSaltBytes = 16;
// magic, version, log2 n, r, p, salt
constexpr std::size_t kHeaderBytes = kMagic.size() + 4 + kSaltBytes;
constexpr std::size_t kMaxWrappedKeyBytes = 64;

Result<void> checkCost(const ScryptParams& params) {
    const std::uint64_t n = params.n;
    const std::uint64_t nr = n * params.r;
    if (n < 2 || !std::has_single_bit(n) || params.r < 1 || params.r > 255 || params.p < 1 ||
        params.p > 255)
        return fail(Errc::invalidArgument, "paramètres de scrypt invalides");
    if (nr > kMaxScryptNr || nr * params.p > kMaxScryptNrp)
        return fail(Errc::invalidArgument, "paramètres de scrypt trop coûteux");
    return {};
}

Result<ScryptParams> readHeader(ByteView wrapped) {
    if (wrapped.size() < kHeaderBytes + kAeadOverhead + 1 ||
        wrapped.size() > kHeaderBytes + kAeadOverhead + kMaxWrappedKeyBytes ||
        !std::equal(kMagic.begin(), kMagic.end(), wrapped.begin()))
        return fail(Errc::malformed, "ce n’est pas une clé enveloppée");
    const ByteView fields = wrapped.subspan(kMagic.size());
    if (fields[0] != kVersion)
        return fail(Errc::unsupportedVersion, "clé enveloppée d’une autre version");
    if (fields[1] < 1 || fields[1] > 31 || fields[2] == 0 || fields[3] == 0)
        return fail(Errc::malformed, "clé enveloppée aux paramètres impossibles");
    const ScryptParams params{1U << fields[1], fields[2], fields[3]};
    if (!checkCost(params))
        return fail(Errc::tooLarge, "clé enveloppée qui demande trop de calcul");
    return params;
}

} // namespace

Result<SecretBytes> deriveScrypt(ByteView secret, ByteView salt, const ScryptParams& params) {
    ESCALE_TRY(checkCost(params));
    const ErrorQueue queue;
    SecretBytes key(kAeadKeyBytes);
    // OpenSSL counts 32·r·(n+2)·4 + 128·r·p bytes against its limit.
    const std::uint64_t memory =
        std::uint64_t{128} * params.r * (std::uint64_t{params.n} + 2 + params.p) + 4096;
    static constexpr char kNothing[] = "";
    const char* password = secret.empty() ? kNothing : reinterpret_cast<const char*>(secret.data());
    const auto* saltData =
        salt.empty() ? reinterpret_cast<const std::uint8_t*>(kNothing) : salt.data();
    if (EVP_PBE_scrypt(password, secret.size(), saltData, salt.size(), params.n, params.r, params.p,
                       memory, key.mutableView().data(), key.size()) != 1)
        return opensslFailure(Errc::cryptoFailure, "dérivation scrypt impossible");
    return key;
}

Result<Bytes> wrapKey(const SecretBytes& key, ByteView secret, Random& random,
                      const ScryptParams& params) {
    if (key.empty() || key.size() > kMaxWrappedKeyBytes)
        return fail(Errc::invalidArgument, "taille de clé à envelopper");
    ESCALE_TRY(checkCost(params));
    Bytes blob(kMagic.begin(), kMagic.end());
    blob.push_back(kVersion);
    blob.push_back(static_cast<std::uint8_t>(std::countr_zero(params.n)));
    blob.push_back(static_cast<std::uint8_t>(params.r));
    blob.push_back(static_cast<std::uint8_t>(params.p));
    blob.resize(kHeaderBytes);
    const std::span<std::uint8_t> salt = std::span(blob).last(kSaltBytes);
    random.fill(salt);
    ESCALE_TRY_ASSIGN(wrapping, deriveScrypt(secret, salt, params));
    ESCALE_TRY_ASSIGN(sealed, sealAead(wrapping, key.view(), blob, random));
    blob.insert(blob.end(), sealed.begin(), sealed.end());
    return blob;
}

Result<SecretBytes> unwrapKey(ByteView wrapped, ByteView secret) {
    ESCALE_TRY_ASSIGN(params, readHeader(wrapped));
    const ByteView header = wrapped.first(kHeaderBytes);
    ESCALE_TRY_ASSIGN(wrapping, deriveScrypt(secret, header.last(kSaltBytes), params));
    Result<Bytes> key = openAead(wrapping, wrapped.subspan(kHeaderBytes), header);
    if (!key)
        return fail(Errc::wrongCode, "ce secret n’ouvre pas la clé enveloppée");
    SecretBytes unwrapped = SecretBytes::fromBytes(*key);
    wipe(*key);
    return unwrapped;
}

} // namespace escale::crypto
