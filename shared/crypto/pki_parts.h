// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: what makes and reads the parts of a certificate.
#pragma once

#include "shared/crypto/openssl_types.h"
#include "shared/crypto/pki.h"

#include <cstdint>
#include <string_view>

namespace escale::crypto {

using GeneralNamesPtr = Owned<GENERAL_NAMES, GENERAL_NAMES_free>;

/// Replaces the common name and, unless empty, the organizational unit of `name`.
/// Errc::invalidArgument for what X.520 or good sense refuses.
Result<void> setName(X509_NAME* name, std::string_view commonName, std::string_view unit);

/// dNSName and iPAddress entries; Errc::invalidArgument for what is neither.
Result<GeneralNamesPtr> alternativeNames(const LeafRequest& request);

/// The public key of a PEM request whose signature holds and whose key is P-256.
Result<PkeyPtr> keyOfCsr(std::string_view csrPem);

} // namespace escale::crypto
