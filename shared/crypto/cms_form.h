// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the one form of CMS that openCms reads.
//
// OpenSSL reads far more than we write (BER, other ciphers without authentication, short tags,
// attributes that it does not authenticate). What sealCms writes has one form; anything else is
// refused here, before OpenSSL acts on it.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace escale::crypto {

/// `recipientId` is the DER of the reader's IssuerAndSerialNumber. Errc::malformed for another
/// form, Errc::cryptoFailure when no recipient is this one to the byte.
Result<void> checkCmsForm(ByteView der, ByteView recipientId);

} // namespace escale::crypto
