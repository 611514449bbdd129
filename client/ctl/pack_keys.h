// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the signed packs that an operator makes and checks.
#pragma once

#include "client/ctl/arguments.h"
#include "shared/crypto/sign.h"

#include <string>

namespace escale::client::ctl {

/// The key that signs: the file of --cle (its public part beside it, `.pub`), else one made, or
/// made before, beside the pack of --out. wipe() its private part.
Result<crypto::KeyPair> signingKey(const Arguments& arguments);

/// Text of --cle-publique, else of the `.pub` beside `pack`.
Result<std::string> publicKey(const Arguments& arguments, const std::string& pack);

} // namespace escale::client::ctl
