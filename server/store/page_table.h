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
    virtual Result<std::vector<UploadRow>> uploadsBefore(std::int64_t createdMs) = 0;

    virtual Result<std::optional<PageRow>> page(const DossierId& dossier, const PieceId& piece,
                                                const std::string& sha256) = 0;
    /// Adding the same page again changes nothing.
    virtual Result<void> addPage(const PageRow& row) = 0;
    /// SHA-256 of every page of the dossier that is here.
    virtual Result<std::set<std::string>> received(const DossierId& dossier) = 0;
    virtual Result<std::vector<PageRow>> pages(const DossierId& dossier) = 0;
    /// Pages that are here or announced, for the quota.
    virtual Result<std::int64_t> pageCount(const DossierId& dossier) = 0;
};

} // namespace escale::server
