// SPDX-License-Identifier: GPL-3.0-or-later
// A person is back with their code de reprise on a device that has not their dossier.
//
// A dossier is looked for by an HMAC of its code, whose key is a file of its own: how long the look
// takes says nothing of the codes that are close. What guessing costs: for a device, 10 wrong codes
// in 15 minutes and 100 a day, among 10^12, whatever the number of its connections (with a million
// demandes, one chance in ten thousand for a day of a stolen one); and a code is taken 10 times
// in 15 minutes at the most, right or wrong.
#pragma once

#include "server/auth/throttle.h"
#include "server/store/store.h"
#include "shared/crypto/secret.h"

#include <string>

namespace escale::server {

class ReturnCodes {
public:
    static constexpr int kMaxWrongADay = 100;

    /// The references outlive this object. `key` has 32 bytes. May be used from any thread.
    ReturnCodes(Store& store, const Clock& clock, crypto::SecretBytes key);

    /// The dossier of that code (12 digits); from now on `device` may send answers to it, and a
    /// tablet holds it as those of its site. Errc::throttled, wrongCode for a code that opens
    /// nothing: unknown, of a demande that was erased, or the same as another one's.
    Result<Dossier> open(const DeviceRow& device, const std::string& code);
    /// Tags the dossiers that came since: the more there are, the longer it takes.
    Result<void> catchUp();
    /// The key is new: nothing that was tagged with another one is found.
    Result<void> startAgain();

private:
    [[nodiscard]] Bytes tagOf(const std::string& code) const;
    Result<bool> tagSome(StoreSession& session) const;
    Result<Dossier> find(StoreSession& session, const DeviceRow& device, const std::string& code);

    Store& m_store;
    const Clock& m_clock;
    crypto::SecretBytes m_key;
    Throttle m_byDevice, m_byDay, m_byCode;
};

} // namespace escale::server
