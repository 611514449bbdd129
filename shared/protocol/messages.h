// SPDX-License-Identifier: GPL-3.0-or-later
// Messages between a device and the server; their JSON is described in README.md beside this file.
#pragma once

#include "shared/base/bytes.h"
#include "shared/sync/edit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale::protocol {

/// Version of the messages (not of the catalogue). A server speaks N and N−1.
inline constexpr int kVersion = 1;

// Limits: refused by either side with Errc::tooLarge.
inline constexpr std::size_t kMaxSyncBytes = 2U << 20;
inline constexpr std::size_t kMaxEditsPerSync = 500;
inline constexpr std::size_t kMaxSnapshotsPerSync = 100;
inline constexpr std::size_t kMaxUploadBytes = 8U << 20; // one sealed page

enum class Role { borne, mediateur, permanence };
std::string_view roleName(Role role);
Result<Role> roleFromName(std::string_view name);

struct EnrolRequest {
    std::string code;
    std::string csrPem;
};

struct EnrolResponse {
    DeviceId device;
    Role role = Role::borne;
    std::string site;
    std::string certificatePem;           // client certificate of the device
    std::string caPem;                    // authority of the server and of the devices
    std::vector<std::string> sealingPems; // recipients of what waits to be sent: server, escrow
};

/// An edit that its device cannot read back: CMS AuthEnvelopedData of the edit's JSON.
struct SealedEdit {
    std::int64_t seq = 0;
    Bytes cms;
};

struct SyncRequest {
    std::int64_t cursor = 0; // last change of the server that the device has
    std::vector<Edit> edits; // contiguous seq with `sealed`, all of the device
    std::vector<SealedEdit> sealed;
};

/// An edit that was kept but not applied, and why. It is never sent again.
struct RefusedEdit {
    std::int64_t seq = 0;
    DossierId dossier;
    Errc code = Errc::internal;
    std::string detail;
};

/// Where a dossier of a borne stands: never a value that somebody typed.
struct DossierStatus {
    DossierId dossier;
    DossierStage stage = DossierStage::draft;
    std::string numeroUnique;
    std::string receivedOn;
    std::vector<Task> tasks;
    std::vector<PieceStatus> pieces;
};

struct SyncResponse {
    std::int64_t acknowledged = 0; // high-water mark: every edit up to this seq is on disk
    std::int64_t cursor = 0;
    bool more = false; // ask again: there are more changes
    std::vector<RefusedEdit> refused;
    std::vector<Dossier> dossiers;       // full snapshots, for roles that share them
    std::vector<DossierStatus> statuses; // for a borne
};

std::string encode(const EnrolRequest& message);
std::string encode(const EnrolResponse& message);
std::string encode(const SyncRequest& message);
std::string encode(const SyncResponse& message);

/// Errc::malformed, tooLarge or unsupportedVersion.
Result<EnrolRequest> decodeEnrolRequest(std::string_view json);
Result<EnrolResponse> decodeEnrolResponse(std::string_view json);
Result<SyncRequest> decodeSyncRequest(std::string_view json);
Result<SyncResponse> decodeSyncResponse(std::string_view json);

/// Parts that are also kept on disk by both sides.
json::value toJson(const Edit& edit);
Result<Edit> editFromJson(const json::value& value);
json::value toJson(const Dossier& dossier);
Result<Dossier> dossierFromJson(const json::value& value);

/// Body of every refusal: {"erreur": "code_faux", "message": "…"}.
std::string encodeError(const Error& error);
/// The error of a refusal's body; Errc::peerRefused when it has not that form.
Error decodeError(std::string_view body);

} // namespace escale::protocol
