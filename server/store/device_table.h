// SPDX-License-Identifier: GPL-3.0-or-later
// Devices and the one-time codes that enrol them.
#pragma once

#include "shared/base/ids.h"
#include "shared/protocol/messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace escale::server {

struct DeviceRow {
    DeviceId id;
    protocol::Role role = protocol::Role::borne;
    std::string site;
    std::string fingerprint; // SHA-256 of its certificate's DER, hexadecimal
    std::int64_t enrolledMs = 0;
    std::int64_t acknowledged = 0; // high-water mark: every edit up to this seq is here
    bool revoked = false;
};

struct CodeRow {
    std::string hash; // SHA-256 of the code, hexadecimal; the code itself is nowhere
    protocol::Role role = protocol::Role::borne;
    std::string site;
    std::int64_t expiresMs = 0;
    bool used = false;
};

class DeviceTable {
public:
    virtual ~DeviceTable() = default;
    virtual Result<std::optional<DeviceRow>> find(const DeviceId& id) = 0;
    virtual Result<std::vector<DeviceRow>> all() = 0;
    virtual Result<void> add(const DeviceRow& device) = 0;
    virtual Result<void> setAcknowledged(const DeviceId& id, std::int64_t seq) = 0;
    /// Errc::notFound for an unknown device; revoking twice changes nothing.
    virtual Result<void> revoke(const DeviceId& id, std::int64_t nowMs) = 0;

    virtual Result<void> addCode(const CodeRow& code) = 0;
    virtual Result<std::optional<CodeRow>> findCode(const std::string& hash) = 0;
    /// False when the code was already used (or is unknown): it is used once, whoever races.
    virtual Result<bool> useCode(const std::string& hash, const DeviceId& by,
                                 std::int64_t nowMs) = 0;
};

} // namespace escale::server
