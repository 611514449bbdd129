// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of pièces as rows: what waits, what the server has, what the person took back. Their
// bytes are files (platform/page_files.h), under the names given here. Part of LocalStore.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale::client {

/// A page already sealed and written under its name, which an edit is about to name.
struct NewPage {
    PieceId piece;
    int rank = 0; // from 0
    std::string sha256Hex;
    std::int64_t bytes = 0; // sealed
};

/// A page about which the server must still be told something.
struct WaitingPage {
    std::string sha256Hex;
    DossierId dossier;
    PieceId piece;
    std::int64_t bytes = 0;
    std::string uploadPath; // "/v1/uploads/…" once the server has opened it
    bool dropped = false;   // the person took it back: the upload is ended, the page forgotten
};

enum class PageStep { waiting, sent, refused };

/// One page of a dossier that this device captured.
struct KeptPage {
    PieceId piece;
    std::string sha256Hex;
    PageStep step = PageStep::waiting;
};

class PageStore {
public:
    virtual ~PageStore() = default;

    /// Pages whose edit the server has, oldest first; those taken back come in their turn.
    virtual Result<std::vector<WaitingPage>> waitingPages() = 0;
    virtual Result<void> setUploadPath(const std::string& sha256Hex, std::string_view path) = 0;
    virtual Result<void> pageSent(const std::string& sha256Hex) = 0;
    virtual Result<void> pageRefused(const std::string& sha256Hex, const Error& reason) = 0;
    /// The server no longer holds what was taken back: no row names it any more.
    virtual Result<void> pageForgotten(const std::string& sha256Hex) = 0;

    /// Every page of the dossier that was captured here and not taken back, in order. No key is
    /// needed.
    virtual Result<std::vector<KeptPage>> pagesOf(const DossierId& id) = 0;
    /// Names of every page that a row still names.
    virtual Result<std::vector<std::string>> pageNames() = 0;

    /// The page sealed under its dossier's own key, bound to its name: a copy to look at.
    virtual Result<Bytes> sealCopy(const DossierId& id, const std::string& name, ByteView page) = 0;
    /// Errc::cryptoFailure when it was changed.
    virtual Result<Bytes> openCopy(const DossierId& id, const std::string& name,
                                   ByteView sealed) = 0;
};

} // namespace escale::client
