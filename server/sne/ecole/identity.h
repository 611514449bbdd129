// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in's authority, its certificate and the one of whoever calls, made at the first start.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <string>

namespace escale::sne::ecole {

struct Identity {
    std::string caPem;
    std::string certPem;
    std::string keyPem;
};

/// Reads DIR/{ca,cert,key}.pem, or makes them and DIR/client/{ca,cert,key}.pem. The authority's own
/// key is not kept: nobody else gets a certificate. Files are mode 0600.
/// With `expired`, the identity is that of DIR/perime, whose certificate is out of date.
Result<Identity> openIdentity(const std::string& dir, bool expired, const Clock& clock,
                              Random& random);

/// The identity of whoever calls, in DIR/client.
Result<Identity> readCaller(const std::string& dir);

} // namespace escale::sne::ecole
