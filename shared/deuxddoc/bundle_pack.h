// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of the 2D-Doc authorities as they travel to a device: the files of a bundle in
// one file, dated and signed by who gathered them. Its envelope is that of
// shared/crypto/signed_pack.h ("ESC2DDOC"); the content is a JSON object: name of the file → text.
#pragma once

#include "shared/base/bytes.h"
#include "shared/deuxddoc/bundle.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::deuxddoc {

inline constexpr std::size_t kMaxBundlePackBytes = 8U << 20;

/// Errc::invalidArgument for a bundle without dates, or whose `prochaine` is before its `date`;
/// else as CertificateBundle::fromFiles() and crypto::signPack().
Result<Bytes> sealBundle(const std::vector<BundleFile>& files, std::string_view privatePem,
                         std::string_view publicPem);

/// Refused as crypto::contentOfPack() and fromFiles() say; also when older than `held` (conflict;
/// empty: nothing is held). A stale one opens: verify() then says « non vérifiable ».
Result<CertificateBundle> openBundle(ByteView pack, std::string_view publicPem,
                                     const Date& held = {});

struct BundleAudit {
    std::size_t authorities = 0;
    std::size_t certificates = 0;
    /// Common names of certificates that no authority of the bundle issued: they never verify.
    std::vector<std::string> orphans;
    /// Of those whose end has passed on that day: they verify what was signed before.
    std::size_t ended = 0;
};
/// Some milliseconds for each certificate.
BundleAudit audit(const CertificateBundle& bundle, const Date& today);

} // namespace escale::deuxddoc
