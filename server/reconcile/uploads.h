// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of pièces on their way, resumable after any cut or crash: what is acknowledged is on disk,
// and how much is here is the size of the file itself (architecture D7).
#pragma once

#include "server/reconcile/reconciler.h"
#include "server/store/blobs.h"
#include "server/store/store.h"
#include "shared/base/descriptor.h"
#include "shared/base/ports.h"

#include <functional>
#include <string>

namespace escale::server {

inline constexpr std::int64_t kMaxPagesPerDossier = 60;

struct UploadLimits {
    std::int64_t pagesPerDossier = kMaxPagesPerDossier;
    std::int64_t bytesPerDossier = std::int64_t{120} << 20;
    /// Of one device, announced and not ended: it sends them one by one.
    std::int64_t openPerDevice = 300;
    std::int64_t openBytesPerDevice = std::int64_t{512} << 20;
    /// Room that pages leave on the disk for the answers, which matter more.
    std::int64_t reserveBytes = 0;
    /// What nobody ended by then is erased.
    std::int64_t lifeMs = std::int64_t{14} * 24 * 3600 * 1000;
};

/// What a device announces.
struct UploadOffer {
    DossierId dossier;
    PieceId piece;
    std::string sha256; // 64 lower-case hexadecimal digits
    std::int64_t length = 0;
};

struct UploadProgress {
    UploadRow upload;
    std::int64_t offset = 0;
    std::int64_t expiresMs = 0;
    [[nodiscard]] bool isFiled() const { return upload.filedMs != 0; }
};

class Uploads {
public:
    /// Looks inside a PDF; may block. Errc::unreadableImage refuses it for ever.
    using PdfExaminer = std::function<Result<void>(ByteView)>;
    struct Places {
        std::string parts; // folder of the files on their way
        std::string blobs; // folder of the pages that are here
    };
    /// The references outlive this object. May be used from any thread.
    Uploads(Store& store, const Clock& clock, Random& random, SealingKey key, Places places,
            PdfExaminer examinePdf, UploadLimits limits = {});

    /// Opens an upload, or finds the one already open for that page; of a page that is here, one
    /// that is filed. Errc::notFound when the dossier is unknown or out of the device's scope,
    /// tooLarge over the limits of size or of the dossier, throttled over those of the device,
    /// diskFull, invalidArgument for a length that is not positive.
    Result<UploadProgress> create(const DeviceRow& device, const UploadOffer& offer);

    /// Errc::notFound when there is no such upload for this device (any more).
    Result<UploadProgress> state(const DeviceRow& device, const std::string& id);

    /// Writes `chunk` at `offset`; on disk when it returns. With the last byte the page is filed.
    /// Errc::conflict when `offset` is not where the upload stands, tooLarge past its length,
    /// diskFull: nothing of it is kept, and it may be sent again. At the last byte, and the upload
    /// is then gone: Errc::malformed when the hash differs, cryptoFailure when the seal does not
    /// open, unreadableImage for another type.
    Result<UploadProgress> append(const DeviceRow& device, const std::string& id,
                                  std::int64_t offset, ByteView chunk);

    /// Ends an upload and erases what came of it; a page already filed goes with it when no pièce
    /// of the dossier names it any more, else Errc::forbidden. Errc::notFound.
    Result<void> end(const DeviceRow& device, const std::string& id);

    /// Erases what nobody ended in time, and parts that no upload names.
    Result<void> forgetOld();

private:
    Result<UploadRow> find(const DeviceRow& device, const std::string& id);
    Result<UploadRow> open(const DeviceRow& device, const UploadOffer& offer);
    Result<void> checkQuotas(StoreSession& session, const UploadRow& row) const;
    Result<void> checkRoom(std::int64_t bytes) const;
    Result<UploadProgress> progress(UploadRow row);
    [[nodiscard]] UploadProgress progressOf(UploadRow row, std::int64_t offset) const;
    [[nodiscard]] bool isExpired(const UploadRow& row) const;
    Result<void> finish(UploadRow& row);
    Result<void> file(UploadRow& row, const std::string& type);
    Result<std::string> checkPage(const UploadRow& row) const;
    Result<void> erase(const UploadRow& row);
    Result<void> eraseFiled(const UploadRow& row);
    Result<void> sweepParts();
    [[nodiscard]] std::string partOf(const std::string& id) const;
    /// One upload is written by one thread of one server at a time.
    [[nodiscard]] Result<Descriptor> lockOf(const std::string& id) const;
    /// From a file that gets or loses its name to the row that says so.
    [[nodiscard]] Result<Descriptor> lockFiling() const;

    Store& m_store;
    const Clock& m_clock;
    Random& m_random;
    SealingKey m_key;
    std::string m_parts;
    BlobFiles m_blobs;
    PdfExaminer m_examinePdf;
    UploadLimits m_limits;
};

} // namespace escale::server
