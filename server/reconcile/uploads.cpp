// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/uploads.h"

#include "server/reconcile/page_type.h"
#include "server/reconcile/part_file.h"
#include "server/reconcile/progress.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/hash.h"

#include <functional>
#include <unistd.h>

namespace escale::server {
namespace {

/// The dossier, unknown to a device that may not hold it: the two cases look the same from outside.
Result<DossierRow> heldDossier(StoreSession& session, const DeviceRow& device,
                               const DossierId& id) {
    ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
    if (!row || !mayHold(device, *row))
        return fail(Errc::notFound, "dossier absent");
    return std::move(*row);
}

} // namespace

Uploads::Uploads(Store& store, const Clock& clock, Random& random, SealingKey key, Places places)
    : m_store(store)
    , m_clock(clock)
    , m_random(random)
    , m_key(std::move(key))
    , m_parts(std::move(places.parts))
    , m_blobs(std::move(places.blobs)) {}

std::string Uploads::partOf(const std::string& id) const {
    return m_parts + "/" + id;
}

std::mutex& Uploads::lockOf(const std::string& id) {
    return m_locks[std::hash<std::string>{}(id) % m_locks.size()];
}

Result<UploadProgress> Uploads::create(const DeviceRow& device, const UploadOffer& offer) {
    if (offer.length <= 0)
        return fail(Errc::invalidArgument, "page vide");
    if (offer.length > static_cast<std::int64_t>(protocol::kMaxUploadBytes))
        return fail(Errc::tooLarge, "page trop grande");
    UploadRow row{newUuid(m_clock, m_random),
                  offer.dossier,
                  offer.piece,
                  offer.sha256,
                  offer.length,
                  m_clock.nowMs()};
    bool here = false;
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY(heldDossier(session, device, offer.dossier));
        PageTable& pages = session.pages();
        ESCALE_TRY_ASSIGN(page, pages.page(offer.dossier, offer.piece, offer.sha256));
        here = page.has_value();
        if (here)
            return {};
        ESCALE_TRY_ASSIGN(known, pages.uploadOf(offer.dossier, offer.piece, offer.sha256));
        if (known && known->length != offer.length)
            return fail(Errc::invalidArgument, "même page, autre longueur");
        if (known) {
            row = *known;
            return {};
        }
        ESCALE_TRY_ASSIGN(count, pages.pageCount(offer.dossier));
        if (count >= kMaxPagesPerDossier)
            return fail(Errc::tooLarge, "trop de pages dans ce dossier");
        return pages.addUpload(row);
    }));
    if (here)
        return UploadProgress{{}, offer.length, offer.length};
    return progress(row);
}

Result<UploadRow> Uploads::find(const DeviceRow& device, const std::string& id) {
    if (!isUuid(id)) // it becomes a file name
        return fail(Errc::notFound, "envoi absent");
    UploadRow row;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(found, session.pages().upload(id));
        if (!found)
            return fail(Errc::notFound, "envoi absent");
        ESCALE_TRY(heldDossier(session, device, found->dossier));
        row = std::move(*found);
        return {};
    }));
    return row;
}

Result<UploadProgress> Uploads::progress(const UploadRow& row) {
    const std::lock_guard lock(lockOf(row.id));
    ESCALE_TRY_ASSIGN(size, partSize(partOf(row.id)));
    if (size < row.length)
        return UploadProgress{row.id, size, row.length};
    // Every byte came, and the server stopped before it filed the page.
    ESCALE_TRY(finish(row));
    return UploadProgress{{}, row.length, row.length};
}

Result<UploadProgress> Uploads::state(const DeviceRow& device, const std::string& id) {
    ESCALE_TRY_ASSIGN(row, find(device, id));
    return progress(row);
}

Result<UploadProgress> Uploads::append(const DeviceRow& device, const std::string& id,
                                       std::int64_t offset, ByteView chunk) {
    ESCALE_TRY_ASSIGN(row, find(device, id));
    const std::lock_guard lock(lockOf(row.id));
    ESCALE_TRY_ASSIGN(size, partSize(partOf(row.id)));
    if (offset != size)
        return fail(Errc::conflict, "l’envoi n’en est pas là");
    const auto length = static_cast<std::int64_t>(chunk.size());
    if (length > row.length - size)
        return fail(Errc::tooLarge, "plus d’octets qu’annoncé");
    if (length > 0)
        ESCALE_TRY(appendPart(partOf(row.id), m_parts, size, chunk));
    if (size + length < row.length)
        return UploadProgress{row.id, size + length, row.length};
    ESCALE_TRY(finish(row));
    return UploadProgress{{}, row.length, row.length};
}

Result<std::string> Uploads::checkPage(const UploadRow& row) const {
    ESCALE_TRY_ASSIGN(sealed, readFile(partOf(row.id), protocol::kMaxUploadBytes));
    if (crypto::sha256Hex(sealed) != row.sha256)
        return fail(Errc::malformed, "l’empreinte de la page ne correspond pas");
    auto page = crypto::openCms(sealed, m_key.certPem, m_key.keyPem);
    if (!page)
        return fail(Errc::cryptoFailure, "scellement de la page : " + page.error().detail);
    return pageType(*page);
}

Result<void> Uploads::finish(const UploadRow& row) {
    const std::string part = partOf(row.id);
    auto type = checkPage(row);
    if (!type) {
        const Errc code = type.error().code;
        if (code == Errc::malformed || code == Errc::cryptoFailure || code == Errc::unreadableImage)
            ::unlink(part.c_str()); // it starts again from nothing
        return type.error();
    }
    ESCALE_TRY(m_blobs.adopt(part, row.sha256));
    const std::int64_t now = m_clock.nowMs();
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY(
            session.pages().addPage({row.dossier, row.piece, row.sha256, *type, row.length, now}));
        ESCALE_TRY(session.pages().removeUpload(row.id));
        ESCALE_TRY_ASSIGN(dossier, session.dossiers().find(row.dossier));
        if (!dossier)
            return fail(Errc::notFound, "dossier absent");
        return saveWithProgress(session, *dossier, now);
    }));
    ::unlink(part.c_str());
    return {};
}

Result<void> Uploads::forgetOld() {
    std::vector<UploadRow> old;
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, session.pages().uploadsBefore(m_clock.nowMs() - kUploadLifeMs));
        for (const UploadRow& row : rows)
            ESCALE_TRY(session.pages().removeUpload(row.id));
        old = std::move(rows);
        return {};
    }));
    for (const UploadRow& row : old)
        ::unlink(partOf(row.id).c_str());
    return {};
}

} // namespace escale::server
