// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a permanence, sealed under the device key like the rest. Part of LocalStore.
#pragma once

#include "shared/visits/visit.h"

#include <vector>

namespace escale::client {

class VisitStore {
public:
    virtual ~VisitStore() = default;

    /// Once it returns, the visit survives a crash. Errc::locked before the PIN; forbidden on a
    /// borne; alreadyExists for an identifier that is there.
    virtual Result<void> keepVisit(const Visit& visit) = 0;
    /// Oldest first. Errc::locked.
    virtual Result<std::vector<Visit>> visits() = 0;
};

} // namespace escale::client
