// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what a device keeps, in one folder that only its user may read (0700).
#pragma once

#include "shared/base/result.h"

#include <string>

namespace escale::client {

struct DataDir {
    std::string root;

    [[nodiscard]] std::string database() const { return root + "/escale.sqlite"; }
    /// Server, device, role, certificates: no secret.
    [[nodiscard]] std::string profile() const { return root + "/appareil.json"; }
    /// Private TLS key: in clear (0600) on a borne, sealed under the device key elsewhere.
    [[nodiscard]] std::string tlsKey() const { return root + "/appareil.key"; }
    /// Device key wrapped under the PIN; absent on a borne.
    [[nodiscard]] std::string pinKey() const { return root + "/cle.pin"; }
    /// Key of the borne's session, only for escale-ctl, which is one process a command.
    [[nodiscard]] std::string sessionKey() const { return root + "/session"; }
    /// Certificates that 2D-Docs are verified with, behind the key that signs them. Public.
    [[nodiscard]] std::string certificates() const { return root + "/certificats-2ddoc"; }
    /// Sealed pages, each named by its SHA-256 in hexadecimal.
    [[nodiscard]] std::string pages() const { return root + "/pieces"; }
};

/// Creates the folder and its `pieces/`, 0700. Errc::storageFailure, diskFull; Errc::forbidden when
/// other users may read a folder that is already there and its mode cannot be corrected.
Result<DataDir> prepareDataDir(const std::string& root);

/// No core dump and no debugger of another process of the user may read this one's memory (check 14
/// of the security rules). Call it first in main.
void hardenProcess();

} // namespace escale::client
