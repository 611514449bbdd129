// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/pack_keys.h"

#include "client/ctl/bareme_file.h"
#include "client/platform/atomic_file.h"

#include <filesystem>

namespace escale::client::ctl {
namespace {

constexpr std::size_t kMaxKeyBytes = 4096;

} // namespace

Result<crypto::KeyPair> signingKey(const Arguments& arguments) {
    const std::string pack = arguments.option("out");
    const std::string given = arguments.option("cle");
    const std::string secret = given.empty() ? pack + ".cle" : given;
    std::error_code error;
    if (!given.empty() || std::filesystem::exists(secret, error)) {
        crypto::KeyPair pair;
        ESCALE_TRY_ASSIGN(text, textFile(secret, kMaxKeyBytes));
        pair.privatePem = std::move(text);
        ESCALE_TRY_ASSIGN(shown,
                          textFile(given.empty() ? pack + ".pub" : given + ".pub", kMaxKeyBytes));
        pair.publicPem = std::move(shown);
        return pair;
    }
    ESCALE_TRY_ASSIGN(pair, crypto::newEd25519());
    ESCALE_TRY(writeFileAtomic(secret, asBytes(pair.privatePem)));
    ESCALE_TRY(writeFileAtomic(pack + ".pub", asBytes(pair.publicPem)));
    return pair;
}

Result<std::string> publicKey(const Arguments& arguments, const std::string& pack) {
    const std::string given = arguments.option("cle-publique");
    return textFile(given.empty() ? pack + ".pub" : given, kMaxKeyBytes);
}

} // namespace escale::client::ctl
