// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody was typing and has not answered yet, behind a PIN, sealed under the key of the
// dossier. Part of LocalStore.
#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace escale::client {

class DraftStore {
public:
    virtual ~DraftStore() = default;

    /// In place of the one before; an empty `text` leaves none. Once it returns, it survives a
    /// crash. Errc::forbidden on a borne, where what is half typed goes with the session.
    virtual Result<void> keepDraft(const DossierId& id, std::string_view text) = 0;
    /// Empty when there is none.
    virtual Result<std::string> draft(const DossierId& id) = 0;
};

} // namespace escale::client
