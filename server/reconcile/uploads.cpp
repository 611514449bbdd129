// SPDX-License-Identifier: GPL-3.0-or-later
// Announcing, asking, appending. upload_filing.cpp: what becomes of a page at its last byte.
#include "server/reconcile/uploads.h"

#include "server/reconcile/part_file.h"

#include <algorithm>

namespace escale::server {
namespace {

constexpr std::size_t kUploadSlots = 1024;

/// The dossier, unknown to a device that may not hold it: the two cases look the same from outside.
Result<DossierRow> heldDossier(StoreSession& session, const DeviceRow& device,
                               const DossierId& id) {
    ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
    if (!row || !mayHold(device, *row))
        return fail(Errc::notFound, "dossier absent");
    return std::move(*row);
}

} // namespace

Uploads::Uploads(Store& store, const Clock& clock, Random& random, SealingKey key, Places places,
                 PdfExaminer examinePdf, UploadLimits limits)
    : m_store(store)
    , m_clock(clock)
    , m_random(random)
    , m_key(std::move(key))
    , m_parts(std::move(places.parts))
    , m_blobs(std::move(places.blobs))
    , m_examinePdf(std::move(examinePdf))
    , m_limits(limits) {}

std::string Uploads::partOf(const std::string& id) const {
    return m_parts + "/" + id;
}

Result<Descriptor> Uploads::lockOf(const std::string& id) const {
    return lockSlot(m_parts, 1 + std::hash<std::string>{}(id) % kUploadSlots);
}

Result<Descriptor> Uploads::lockFiling() const {
    return lockPages(m_parts);
}

bool Uploads::isExpired(const UploadRow& row) const {
    return row.createdMs + m_limits.lifeMs < m_clock.nowMs();
}

UploadProgress Uploads::progressOf(UploadRow row, std::int64_t offset) const {
    const std::int64_t expires = row.createdMs + m_limits.lifeMs;
    return {std::move(row), offset, expires};
}

Result<void> Uploads::checkRoom(std::int64_t bytes) const {
    ESCALE_TRY_ASSIGN(free, freeBytes(m_parts));
    if (free < m_limits.reserveBytes + bytes)
        return fail(Errc::diskFull, "plus assez de place pour une page");
    return {};
}

Result<void> Uploads::checkQuotas(StoreSession& session, const UploadRow& row) const {
    ESCALE_TRY_ASSIGN(dossier, session.pages().useOf(row.dossier));
    if (dossier.pages >= m_limits.pagesPerDossier ||
        dossier.bytes + row.length > m_limits.bytesPerDossier)
        return fail(Errc::tooLarge, "trop de pages dans ce dossier");
    ESCALE_TRY_ASSIGN(device, session.pages().openOf(row.device));
    if (device.pages >= m_limits.openPerDevice ||
        device.bytes + row.length > m_limits.openBytesPerDevice)
        return fail(Errc::throttled, "trop d’envois commencés par cet appareil");
    return checkRoom(row.length);
}

Result<UploadRow> Uploads::open(const DeviceRow& device, const UploadOffer& offer) {
    UploadRow row{newUuid(m_clock, m_random),
                  offer.dossier,
                  offer.piece,
                  offer.sha256,
                  offer.length,
                  m_clock.nowMs(),
                  device.id,
                  0};
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY(heldDossier(session, device, offer.dossier));
        PageTable& pages = session.pages();
        ESCALE_TRY_ASSIGN(known, pages.uploadOf(offer.dossier, offer.piece, offer.sha256));
        if (known && known->length != offer.length)
            return fail(Errc::invalidArgument, "même page, autre longueur");
        if (known && !isExpired(*known)) {
            row = std::move(*known);
            return {};
        }
        if (known) // forgetOld() erases what came of it
            ESCALE_TRY(pages.removeUpload(known->id));
        ESCALE_TRY_ASSIGN(page, pages.page(offer.dossier, offer.piece, offer.sha256));
        if (page && page->bytes != offer.length)
            return fail(Errc::invalidArgument, "même page, autre longueur");
        if (page)
            row.filedMs = page->receivedMs;
        else
            ESCALE_TRY(checkQuotas(session, row));
        return pages.addUpload(row);
    }));
    return row;
}

Result<UploadProgress> Uploads::create(const DeviceRow& device, const UploadOffer& offer) {
    if (offer.length <= 0)
        return fail(Errc::invalidArgument, "page vide");
    if (offer.length > static_cast<std::int64_t>(protocol::kMaxUploadBytes))
        return fail(Errc::tooLarge, "page trop grande");
    ESCALE_TRY_ASSIGN(opened, open(device, offer));
    return state(device, opened.id);
}

Result<UploadRow> Uploads::find(const DeviceRow& device, const std::string& id) {
    UploadRow row;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(found, session.pages().upload(id));
        if (!found)
            return fail(Errc::notFound, "envoi absent");
        ESCALE_TRY(heldDossier(session, device, found->dossier));
        row = std::move(*found);
        return {};
    }));
    if (!isExpired(row))
        return row;
    ESCALE_TRY(erase(row));
    return fail(Errc::notFound, "envoi expiré");
}

Result<UploadProgress> Uploads::progress(UploadRow row) {
    if (row.filedMs != 0)
        return progressOf(std::move(row), row.length);
    ESCALE_TRY_ASSIGN(size, partSize(partOf(row.id)));
    // Every byte came, and the server stopped before it filed the page.
    if (size >= row.length)
        ESCALE_TRY(finish(row));
    return progressOf(std::move(row), std::min(size, row.length));
}

Result<UploadProgress> Uploads::state(const DeviceRow& device, const std::string& id) {
    if (!isUuid(id)) // it becomes a file name
        return fail(Errc::notFound, "envoi absent");
    ESCALE_TRY_ASSIGN(lock, lockOf(id));
    ESCALE_TRY_ASSIGN(row, find(device, id));
    return progress(std::move(row));
}

Result<UploadProgress> Uploads::append(const DeviceRow& device, const std::string& id,
                                       std::int64_t offset, ByteView chunk) {
    if (!isUuid(id))
        return fail(Errc::notFound, "envoi absent");
    ESCALE_TRY_ASSIGN(lock, lockOf(id));
    ESCALE_TRY_ASSIGN(row, find(device, id));
    ESCALE_TRY_ASSIGN(before, progress(row));
    if (offset != before.offset)
        return fail(Errc::conflict, "l’envoi n’en est pas là");
    const auto length = static_cast<std::int64_t>(chunk.size());
    if (length > row.length - offset)
        return fail(Errc::tooLarge, "plus d’octets qu’annoncé");
    if (length == 0)
        return before;
    ESCALE_TRY(checkRoom(length));
    ESCALE_TRY(appendPart(partOf(id), m_parts, offset, chunk));
    return progress(std::move(row));
}

} // namespace escale::server
