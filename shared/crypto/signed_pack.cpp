// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/signed_pack.h"

#include "shared/crypto/hash.h"
#include "shared/crypto/sign.h"

#include <algorithm>

namespace escale::crypto {
namespace {

constexpr std::size_t kMagicBytes = 8;
constexpr std::size_t kHeadBytes = kMagicBytes + 1 + 4;
constexpr std::size_t kKeyBytes = 8;
constexpr std::size_t kSignatureBytes = 64;

Bytes keyName(std::string_view publicPem) {
    Bytes hash = sha256(asBytes(publicPem));
    hash.resize(kKeyBytes);
    return hash;
}

std::size_t lengthIn(ByteView pack) {
    std::size_t size = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
        size |= std::size_t{pack[kMagicBytes + 1 + byte]} << (8 * byte);
    return size;
}

} // namespace

Error damagedPack() {
    return fail(Errc::malformed, "le paquet est coupé ou abîmé : il n’est pas repris");
}

Result<Bytes> signPack(const PackKind& kind, ByteView content, std::string_view privatePem,
                       std::string_view publicPem) {
    if (kHeadBytes + content.size() + kKeyBytes + kSignatureBytes > kind.maxBytes)
        return fail(Errc::tooLarge, "le paquet serait trop gros pour les appareils");
    Bytes pack(kind.magic.begin(), kind.magic.end());
    pack.push_back(kind.version);
    for (int byte = 0; byte < 4; ++byte)
        pack.push_back(static_cast<std::uint8_t>(content.size() >> (8 * byte)));
    pack.insert(pack.end(), content.begin(), content.end());
    const Bytes name = keyName(publicPem);
    pack.insert(pack.end(), name.begin(), name.end());
    ESCALE_TRY_ASSIGN(signature, sign(privatePem, pack));
    pack.insert(pack.end(), signature.begin(), signature.end());
    return pack;
}

Result<ByteView> contentOfPack(const PackKind& kind, ByteView pack, std::string_view publicPem) {
    if (pack.size() > kind.maxBytes)
        return fail(Errc::tooLarge, "ce fichier est trop gros pour un tel paquet");
    if (pack.size() < kHeadBytes || !std::equal(kind.magic.begin(), kind.magic.end(), pack.begin()))
        return damagedPack();
    if (pack[kMagicBytes] != kind.version)
        return fail(Errc::unsupportedVersion,
                    "ce paquet est d’une version que ce programme ne lit pas");
    const std::size_t size = lengthIn(pack);
    if (pack.size() == kHeadBytes + size)
        return fail(Errc::cryptoFailure, "le paquet n’est pas signé : il n’est pas repris");
    if (pack.size() != kHeadBytes + size + kKeyBytes + kSignatureBytes)
        return damagedPack();
    const Bytes name = keyName(publicPem);
    const ByteView named = pack.subspan(kHeadBytes + size, kKeyBytes);
    if (!std::equal(name.begin(), name.end(), named.begin()))
        return fail(
            Errc::cryptoFailure,
            "le paquet est signé par une autre clé que celle du serveur : il n’est pas repris");
    const std::size_t signedBytes = kHeadBytes + size + kKeyBytes;
    if (!verify(publicPem, pack.first(signedBytes), pack.subspan(signedBytes)))
        return fail(Errc::cryptoFailure,
                    "le paquet a été modifié depuis sa signature : il n’est pas repris");
    return pack.subspan(kHeadBytes, size);
}

} // namespace escale::crypto
