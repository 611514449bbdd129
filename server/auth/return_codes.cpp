// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/return_codes.h"

#include "shared/crypto/hash.h"

#include <algorithm>

namespace escale::server {
namespace {

// Writers wait for each other: a long list is tagged little by little.
constexpr std::size_t kTaggedAtOnce = 500;
constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;

/// Something was answered, and not erased since.
bool holdsAnswers(const Dossier& dossier) {
    return std::any_of(dossier.fields.begin(), dossier.fields.end(), [](const auto& field) {
        return field.first != "reference" && !isEmpty(field.second.value) &&
               field.second.value != Value(false);
    });
}

bool sameDigits(const std::string& a, const std::string& b) {
    return crypto::constantTimeEquals(asBytes(a), asBytes(b));
}

} // namespace

ReturnCodes::ReturnCodes(Store& store, const Clock& clock, crypto::SecretBytes key)
    : m_store(store)
    , m_clock(clock)
    , m_key(std::move(key))
    , m_byDevice(clock)
    , m_byDay(clock, kMaxWrongADay, kDayMs)
    , m_byCode(clock) {}

Bytes ReturnCodes::tagOf(const std::string& code) const {
    return crypto::hmacSha256(m_key.view(), asBytes(code));
}

Result<Dossier> ReturnCodes::open(const DeviceRow& device, const std::string& code) {
    const std::string id = device.id.str();
    if (!m_byDevice.enter(id) || !m_byDay.enter(id) || !m_byCode.enter(toHex(tagOf(code))))
        return fail(Errc::throttled, "trop de codes de reprise");
    ESCALE_TRY(catchUp());
    Result<Dossier> found = fail(Errc::internal);
    const auto written = m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        found = find(session, device, code);
        return found || found.error().code == Errc::wrongCode ? Result<void>() : found.error();
    });
    if (!written)
        return written.error();
    if (found) {
        m_byDevice.forgive(id);
        m_byDay.forgive(id);
    }
    return found;
}

Result<Dossier> ReturnCodes::find(StoreSession& session, const DeviceRow& device,
                                  const std::string& code) {
    ESCALE_TRY_ASSIGN(ids, session.returns().tagged(tagOf(code)));
    std::vector<DossierRow> rows;
    for (const DossierId& id : ids) {
        ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
        if (row && sameDigits(referenceOf(row->dossier), code) && holdsAnswers(row->dossier))
            rows.push_back(std::move(*row));
    }
    if (rows.size() != 1)
        return fail(Errc::wrongCode, "ce code n’ouvre aucune demande");
    if (rows.front().owner != device.id)
        ESCALE_TRY(session.returns().allow(rows.front().dossier.id, device.id, m_clock.nowMs()));
    return std::move(rows.front().dossier);
}

Result<bool> ReturnCodes::tagSome(StoreSession& session) const {
    ESCALE_TRY_ASSIGN(ids, session.returns().untagged(kTaggedAtOnce));
    for (const DossierId& id : ids) {
        ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
        const std::string code = row ? referenceOf(row->dossier) : std::string();
        ESCALE_TRY(session.returns().setTag(id, code.empty() ? Bytes() : tagOf(code)));
    }
    return ids.size() == kTaggedAtOnce;
}

Result<void> ReturnCodes::catchUp() {
    for (bool more = true; more;) {
        ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(left, tagSome(session));
            more = left;
            return {};
        }));
    }
    return {};
}

Result<void> ReturnCodes::startAgain() {
    return m_store.inTransaction(
        [](StoreSession& session) { return session.returns().forgetTags(); });
}

} // namespace escale::server
