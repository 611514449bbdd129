// SPDX-License-Identifier: GPL-3.0-or-later
// Who this device is, as the enrolment told it (appareil.json). No secret.
#pragma once

#include "shared/protocol/messages.h"

#include <string>
#include <vector>

namespace escale::client {

struct DeviceProfile {
    std::string server; // "https://host:port", without a final slash
    DeviceId device;
    protocol::Role role = protocol::Role::borne;
    std::string site;
    std::string caPem;                    // the only authority trusted for the server
    std::string certificatePem;           // of the device
    std::vector<std::string> sealingPems; // recipients of what waits to be sent

    bool operator==(const DeviceProfile&) const = default;
    /// A borne forgets; the other roles keep their people's dossiers behind a PIN.
    [[nodiscard]] bool isBorne() const { return role == protocol::Role::borne; }
    /// "demandeur" on a borne, "mediateur" or "permanence": author of the edits by default.
    [[nodiscard]] std::string defaultAuthor() const;
};

std::string encodeProfile(const DeviceProfile& profile);
/// Errc::malformed.
Result<DeviceProfile> decodeProfile(std::string_view json);

} // namespace escale::client
