// SPDX-License-Identifier: GPL-3.0-or-later
// A person is back with their code de reprise. Part of LocalStore.
#pragma once

#include "shared/base/bytes.h"
#include "shared/crypto/secret.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::client {

/// A dossier whose session has ended, and its key under the code de reprise (crypto/kdf.h).
struct ReturnKey {
    DossierId dossier;
    Bytes wrapped;
};

/// The store must be unlocked (a new session's key) for what opens a dossier: Errc::locked.
class ReturnStore {
public:
    virtual ~ReturnStore() = default;

    /// Opens again, with the code de reprise, a dossier whose session has ended. Errc::wrongCode,
    /// counted durably; after 5 wrong ones a growing wait (Errc::throttled). Blocks about 0.3 s.
    virtual Result<void> reopen(const DossierId& id, std::string_view code) = 0;
    /// What a code may open here, newest first. Who looks for it counts the attempt: one for each
    /// code typed, whatever the number of dossiers, so that who comes back does not use up the
    /// attempts of the others.
    virtual Result<std::vector<ReturnKey>> returnKeys() = 0;
    /// The code gave `key`, which is the one of `id`.
    virtual Result<void> reopenWith(const DossierId& id, crypto::SecretBytes key) = 0;
    /// A dossier that the server gave for its code: kept for the session under `key`, itself kept
    /// under the code as `wrapped`, until the server has what is added to it.
    virtual Result<void> adopt(const Dossier& dossier, crypto::SecretBytes key,
                               ByteView wrapped) = 0;
    /// Behind a PIN, the same: it becomes one of the dossiers of this device, own edits that wait
    /// on top. Errc::locked, forbidden on a borne.
    virtual Result<void> take(const Dossier& dossier) = 0;
};

/// The digits of a code as a person writes it: "4829 1570 3642".
std::string digitsOf(std::string_view code);

} // namespace escale::client
