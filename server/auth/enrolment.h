// SPDX-License-Identifier: GPL-3.0-or-later
// One-time codes that a person types on a new device, and the certificate they give it.
#pragma once

#include "server/auth/throttle.h"
#include "server/store/store.h"
#include "shared/base/ports.h"
#include "shared/crypto/pki.h"
#include "shared/protocol/messages.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::server {

inline constexpr std::int64_t kCodeLifeMs = std::int64_t{24} * 3600 * 1000;
inline constexpr int kDeviceCertificateDays = 3 * 365;
inline constexpr std::size_t kMaxSiteBytes = 80;

/// A new code, "B-7KQ2-9MXD-4TRA": a letter for the role, then 60 random bits. Only its hash is
/// stored. Errc::invalidArgument for a site that is empty, too long or has control characters.
Result<std::string> createCode(Store& store, protocol::Role role, const std::string& site,
                               const Clock& clock, Random& random);

class Enrolment {
public:
    struct Keys {
        crypto::Authority authority;
        std::vector<std::string> sealingPems; // given to the device: server, escrow
    };
    /// The references outlive this object. May be used from any thread.
    Enrolment(Store& store, const Clock& clock, Random& random, Keys keys);

    /// Spends the code and makes the device known. Errc::wrongCode, codeUsed (also out of date),
    /// throttled after Throttle::kMaxWrong wrong codes of `address`; malformed or cryptoFailure for
    /// a request of certificate that cannot be used, which does not spend the code.
    Result<protocol::EnrolResponse> enrol(const protocol::EnrolRequest& request,
                                          const std::string& address);

private:
    Result<protocol::EnrolResponse> spend(StoreSession& session,
                                          const protocol::EnrolRequest& request);

    Store& m_store;
    const Clock& m_clock;
    Random& m_random;
    Keys m_keys;
    Throttle m_throttle;
};

/// The device behind a client certificate that TLS verified. Errc::unauthorized when it is not
/// known here, or with another certificate than its own; forbidden once revoked.
Result<DeviceRow> identify(Store& store, std::string_view commonName,
                           std::string_view fingerprintSha256Hex);

} // namespace escale::server
