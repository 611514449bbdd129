// SPDX-License-Identifier: GPL-3.0-or-later
// How an upload ends: its page is filed, or refused, or given up, or too old.
#include "server/reconcile/uploads.h"

#include "server/reconcile/page_type.h"
#include "server/reconcile/part_file.h"
#include "server/reconcile/progress.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/secret.h"

#include <filesystem>
#include <unistd.h>

namespace escale::server {
namespace {

bool isFinalRefusal(Errc code) {
    return code == Errc::malformed || code == Errc::cryptoFailure || code == Errc::unreadableImage;
}

} // namespace

Result<std::string> Uploads::checkPage(const UploadRow& row) const {
    ESCALE_TRY_ASSIGN(sealed, readFile(partOf(row.id), protocol::kMaxUploadBytes));
    if (crypto::sha256Hex(sealed) != row.sha256)
        return fail(Errc::malformed, "l’empreinte de la page ne correspond pas");
    auto page = crypto::openCms(sealed, m_key.certPem, m_key.keyPem);
    if (!page)
        return fail(Errc::cryptoFailure, "scellement de la page : " + page.error().detail);
    auto type = pageType(*page);
    if (type && *type == kPdfType)
        if (const auto examined = m_examinePdf(*page); !examined)
            type = examined.error();
    crypto::wipe(*page);
    return type;
}

Result<void> Uploads::finish(UploadRow& row) {
    auto type = checkPage(row);
    if (type)
        return file(row, *type);
    if (isFinalRefusal(type.error().code))
        ESCALE_TRY(erase(row));
    return type.error();
}

Result<void> Uploads::file(UploadRow& row, const std::string& type) {
    const std::string part = partOf(row.id);
    ESCALE_TRY_ASSIGN(filing, lockFiling());
    ESCALE_TRY(m_blobs.adopt(part, row.sha256));
    const std::int64_t now = m_clock.nowMs();
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY(
            session.pages().addPage({row.dossier, row.piece, row.sha256, type, row.length, now}));
        ESCALE_TRY(session.pages().setFiled(row.id, now));
        ESCALE_TRY_ASSIGN(dossier, session.dossiers().find(row.dossier));
        if (!dossier)
            return fail(Errc::notFound, "dossier absent");
        return saveWithProgress(session, *dossier, now);
    }));
    row.filedMs = now;
    ::unlink(part.c_str());
    return {};
}

/// The row first: a part without a row is swept, a row without a part would start from nothing.
Result<void> Uploads::erase(const UploadRow& row) {
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        return session.pages().removeUpload(row.id);
    }));
    ::unlink(partOf(row.id).c_str());
    return {};
}

Result<void> Uploads::eraseFiled(const UploadRow& row) {
    ESCALE_TRY_ASSIGN(filing, lockFiling());
    bool last = false;
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(dossier, session.dossiers().find(row.dossier));
        if (dossier && namesPage(dossier->dossier, row.piece, row.sha256))
            return fail(Errc::forbidden, "page d’une pièce du dossier");
        ESCALE_TRY(session.pages().removePage(row.dossier, row.piece, row.sha256));
        ESCALE_TRY(session.pages().removeUpload(row.id));
        ESCALE_TRY_ASSIGN(left, session.pages().pagesOfContent(row.sha256));
        last = left == 0;
        return {};
    }));
    return last ? m_blobs.erase(row.sha256) : Result<void>();
}

Result<void> Uploads::end(const DeviceRow& device, const std::string& id) {
    if (!isUuid(id))
        return fail(Errc::notFound, "envoi absent");
    ESCALE_TRY_ASSIGN(lock, lockOf(id));
    ESCALE_TRY_ASSIGN(row, find(device, id));
    return row.filedMs == 0 ? erase(row) : eraseFiled(row);
}

Result<void> Uploads::forgetOld() {
    std::vector<UploadRow> old;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, session.pages().uploadsBefore(m_clock.nowMs() - m_limits.lifeMs));
        old = std::move(rows);
        return {};
    }));
    for (const UploadRow& row : old) {
        ESCALE_TRY_ASSIGN(lock, lockOf(row.id));
        ESCALE_TRY(erase(row));
    }
    return sweepParts();
}

/// Parts whose upload a crash, between the row and the file, made nameless.
Result<void> Uploads::sweepParts() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_parts, error)) {
        const std::string id = entry.path().filename().string();
        ESCALE_TRY_ASSIGN(lock, lockOf(id));
        ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(row, session.pages().upload(id));
            if (!row || row->filedMs != 0)
                ::unlink(entry.path().c_str());
            return {};
        }));
    }
    if (error)
        return fail(Errc::storageFailure, "dossier des envois : " + error.message());
    return {};
}

} // namespace escale::server
