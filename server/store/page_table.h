// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of pièces: those that are here, and those on their way. Their bytes are files (blobs.h).
#pragma once

#include "shared/base/ids.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace escale::server {

struct PageRow {
    DossierId dossier;
    PieceId piece;
    std::string sha256;      // hexadecimal, of the sealed bytes: the name of the file
    std::string contentType; // "image/jpeg", "image/png", "application/pdf"
    std::int64_t bytes = 0;  // sealed
    std::int64_t receivedMs = 0;
};

/// An upload that was announced. How much of it is here is the size of its file, never a number
/// kept apart.
struct UploadRow {
    std::string id;
    DossierId dossier;
    PieceId piece;
    std::string sha256;
    std::int64_t length = 0;
    std::int64_t createdMs = 0;
    DeviceId device;          // that announced it
    std::int64_t filedMs = 0; // 0: bytes are still missing, or not checked yet
};

/// What quotas look at; uploads that were filed no longer count.
struct PageUse {
    std::int64_t pages = 0; // here or announced
    std::int64_t bytes = 0;
};

class PageTable {
public:
    virtual ~PageTable() = default;
    virtual Result<std::optional<UploadRow>> upload(const std::string& id) = 0;
    /// The upload announced for that very page, if any.
    virtual Result<std::optional<UploadRow>>
    uploadOf(const DossierId& dossier, const PieceId& piece, const std::string& sha256) = 0;
    virtual Result<void> addUpload(const UploadRow& row) = 0;
    virtual Result<void> removeUpload(const std::string& id) = 0;
    virtual Result<void> setFiled(const std::string& id, std::int64_t nowMs) = 0;
    virtual Result<std::vector<UploadRow>> uploadsBefore(std::int64_t createdMs) = 0;

    virtual Result<std::optional<PageRow>> page(const DossierId& dossier, const PieceId& piece,
                                                const std::string& sha256) = 0;
    virtual Result<void> removePage(const DossierId& dossier, const PieceId& piece,
                                    const std::string& sha256) = 0;
    /// Pages, of any dossier, whose content is that one.
    virtual Result<std::int64_t> pagesOfContent(const std::string& sha256) = 0;
    /// Adding the same page again changes nothing.
    virtual Result<void> addPage(const PageRow& row) = 0;
    /// SHA-256 of every page of the dossier that is here.
    virtual Result<std::set<std::string>> received(const DossierId& dossier) = 0;
    virtual Result<std::vector<PageRow>> pages(const DossierId& dossier) = 0;
    virtual Result<PageUse> useOf(const DossierId& dossier) = 0;
    /// What a device has announced and not ended.
    virtual Result<PageUse> openOf(const DeviceId& device) = 0;
};

} // namespace escale::server
