// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of pièces on their way, resumable after any cut or crash: what is acknowledged is on disk,
// and how much is here is the size of the file itself (architecture D7).
#pragma once

#include "server/reconcile/reconciler.h"
#include "server/store/blobs.h"
#include "server/store/store.h"
#include "shared/base/ports.h"

#include <array>
#include <mutex>
#include <string>

namespace escale::server {

inline constexpr std::int64_t kMaxPagesPerDossier = 60;
/// Uploads that nobody ended are forgotten after that time.
inline constexpr std::int64_t kUploadLifeMs = std::int64_t{14} * 24 * 3600 * 1000;

/// What a device announces.
struct UploadOffer {
    DossierId dossier;
    PieceId piece;
    std::string sha256; // 64 lower-case hexadecimal digits
    std::int64_t length = 0;
};

struct UploadProgress {
    std::string id; // empty once the page is complete
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

class Uploads {
public:
    struct Places {
        std::string parts; // folder of the files on their way
        std::string blobs; // folder of the pages that are here
    };
    /// The references outlive this object. May be used from any thread.
    Uploads(Store& store, const Clock& clock, Random& random, SealingKey key, Places places);

    /// Opens an upload, or finds the one already open for that page, or says that the page is here.
    /// Errc::notFound when the dossier is unknown or out of the device's scope, tooLarge over the
    /// limits of size or number, invalidArgument for a length that is not positive.
    Result<UploadProgress> create(const DeviceRow& device, const UploadOffer& offer);

    /// Errc::notFound when there is no such upload for this device (any more).
    Result<UploadProgress> state(const DeviceRow& device, const std::string& id);

    /// Writes `chunk` at `offset`; on disk when it returns. With the last byte the page is filed.
    /// Errc::conflict when `offset` is not where the upload stands, tooLarge past its length.
    /// At the last byte, and the upload then starts again from nothing: Errc::malformed when the
    /// hash differs, cryptoFailure when the seal does not open, unreadableImage for another type.
    Result<UploadProgress> append(const DeviceRow& device, const std::string& id,
                                  std::int64_t offset, ByteView chunk);

    /// Forgets what nobody ended in time.
    Result<void> forgetOld();

private:
    Result<UploadRow> find(const DeviceRow& device, const std::string& id);
    Result<UploadProgress> progress(const UploadRow& row);
    Result<void> finish(const UploadRow& row);
    Result<std::string> checkPage(const UploadRow& row) const;
    [[nodiscard]] std::string partOf(const std::string& id) const;
    std::mutex& lockOf(const std::string& id);

    Store& m_store;
    const Clock& m_clock;
    Random& m_random;
    SealingKey m_key;
    std::string m_parts;
    BlobFiles m_blobs;
    std::array<std::mutex, 32> m_locks; // one upload is written by one thread at a time
};

} // namespace escale::server
