// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/certificates.h"

#include "client/platform/atomic_file.h"
#include "shared/deuxddoc/bundle_pack.h"

#include <algorithm>

namespace escale::reading {
namespace {

constexpr std::size_t kMaxKeyBytes = 4096;
constexpr std::string_view kKeyEnd = "-----END PUBLIC KEY-----\n";

/// The file on the device: the key (PEM), then the pack. One file, so that they change together.
struct Held {
    std::string key;
    Bytes pack;
};

Result<Held> readHeld(const client::DataDir& dir) {
    ESCALE_TRY_ASSIGN(file, client::readWholeFile(dir.certificates(),
                                                  kMaxKeyBytes + deuxddoc::kMaxBundlePackBytes));
    const auto end = std::search(file.begin(), file.end(), kKeyEnd.begin(), kKeyEnd.end());
    if (end == file.end())
        return fail(Errc::malformed, "les certificats de cet appareil sont abîmés");
    const auto pack = end + static_cast<std::ptrdiff_t>(kKeyEnd.size());
    return Held{std::string(file.begin(), pack), Bytes(pack, file.end())};
}

Result<void> writeHeld(const client::DataDir& dir, const std::string& key, ByteView pack) {
    const ByteView name = asBytes(key);
    Bytes file(name.begin(), name.end());
    file.insert(file.end(), pack.begin(), pack.end());
    return client::writeFileAtomic(dir.certificates(), file);
}

Result<deuxddoc::CertificateBundle> heldBundle(const client::DataDir& dir) {
    ESCALE_TRY_ASSIGN(held, readHeld(dir));
    return deuxddoc::openBundle(held.pack, held.key);
}

} // namespace

DeviceCertificates DeviceCertificates::load(const client::DataDir& dir) {
    DeviceCertificates certificates;
    auto held = heldBundle(dir);
    if (held)
        certificates.m_bundle =
            std::make_shared<const deuxddoc::CertificateBundle>(std::move(*held));
    else
        certificates.m_failure = held.error();
    return certificates;
}

Result<deuxddoc::CertificateBundle> installCertificates(const client::DataDir& dir, ByteView pack,
                                                        std::string_view publicPem,
                                                        const Date& today) {
    std::string key(publicPem);
    if (key.empty()) {
        auto held = readHeld(dir);
        if (!held)
            return fail(Errc::notFound, "cet appareil ne connaît pas encore la clé qui signe les "
                                        "certificats : donnez-la avec --cle-publique");
        key = std::move(held->key);
    }
    if (!key.ends_with(kKeyEnd) || key.size() > kMaxKeyBytes)
        return fail(Errc::invalidArgument, "ce n’est pas une clé publique (PEM)");
    const auto before = heldBundle(dir);
    ESCALE_TRY_ASSIGN(bundle, deuxddoc::openBundle(pack, key, before ? *before->date() : Date()));
    if (*bundle.nextUpdate() < today)
        return fail(Errc::invalidArgument,
                    "ces certificats ne servent plus depuis le " + bundle.nextUpdate()->iso());
    ESCALE_TRY(writeHeld(dir, key, pack));
    return bundle;
}

} // namespace escale::reading
