// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/enrolment.h"

#include "shared/crypto/hash.h"
#include "shared/crypto/secret.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace escale::server {
namespace {

// 32 signs without those that people take for others (0 and O, 1 and I).
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kRandomSigns = 12;
static_assert(kAlphabet.size() == 32);

char letterOf(protocol::Role role) {
    switch (role) {
    case protocol::Role::borne:
        return 'B';
    case protocol::Role::mediateur:
        return 'M';
    case protocol::Role::permanence:
        break;
    }
    return 'P';
}

/// Capitals, without spaces nor dashes: how the code is typed does not matter.
std::string canonical(std::string_view code) {
    std::string result;
    for (const char c : code) {
        if (c != ' ' && c != '-')
            result += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return result;
}

std::string hashOf(std::string_view code) {
    return crypto::sha256Hex(asBytes(canonical(code)));
}

Result<void> checkSite(const std::string& site) {
    const bool control = std::any_of(site.begin(), site.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (site.empty() || site.size() > kMaxSiteBytes || control)
        return fail(Errc::invalidArgument, "nom de site vide, trop long ou mal écrit");
    return {};
}

} // namespace

Result<std::string> createCode(Store& store, protocol::Role role, const std::string& site,
                               const Clock& clock, Random& random) {
    ESCALE_TRY(checkSite(site));
    std::array<std::uint8_t, kRandomSigns> bytes{};
    random.fill(bytes);
    std::string code(1, letterOf(role));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 4 == 0)
            code += '-';
        code += kAlphabet[bytes[i] % kAlphabet.size()];
    }
    CodeRow row{hashOf(code), role, site, clock.nowMs() + kCodeLifeMs, false};
    ESCALE_TRY(store.inTransaction(
        [&](StoreSession& session) -> Result<void> { return session.devices().addCode(row); }));
    return code;
}

Enrolment::Enrolment(Store& store, const Clock& clock, Random& random, Keys keys)
    : m_store(store)
    , m_clock(clock)
    , m_random(random)
    , m_keys(std::move(keys))
    , m_throttle(clock) {}

Result<protocol::EnrolResponse> Enrolment::spend(StoreSession& session,
                                                 const protocol::EnrolRequest& request) {
    const std::string hash = hashOf(request.code);
    ESCALE_TRY_ASSIGN(code, session.devices().findCode(hash));
    if (!code || !crypto::constantTimeEquals(asBytes(code->hash), asBytes(hash)))
        return fail(Errc::wrongCode, "code inconnu");
    const std::int64_t now = m_clock.nowMs();
    if (code->used || now >= code->expiresMs)
        return fail(Errc::codeUsed, code->used ? "code déjà utilisé" : "code trop ancien");

    protocol::EnrolResponse response;
    response.device = newId<DeviceId>(m_clock, m_random);
    response.role = code->role;
    response.site = code->site;
    crypto::LeafRequest leaf;
    leaf.csrPem = request.csrPem;
    leaf.commonName = response.device.str();
    leaf.organizationalUnit = protocol::roleName(code->role);
    leaf.days = kDeviceCertificateDays;
    ESCALE_TRY_ASSIGN(certificate, crypto::issue(m_keys.authority, leaf, m_clock, m_random));
    ESCALE_TRY_ASSIGN(info, crypto::readCert(std::string_view(certificate)));
    response.certificatePem = std::move(certificate);
    response.caPem = m_keys.authority.certPem;
    response.sealingPems = m_keys.sealingPems;

    ESCALE_TRY_ASSIGN(first, session.devices().useCode(hash, response.device, now));
    if (!first)
        return fail(Errc::codeUsed, "code déjà utilisé");
    DeviceRow device;
    device.id = response.device;
    device.role = code->role;
    device.site = code->site;
    device.fingerprint = info.fingerprintSha256Hex;
    device.enrolledMs = now;
    ESCALE_TRY(session.devices().add(device));
    return response;
}

Result<protocol::EnrolResponse> Enrolment::enrol(const protocol::EnrolRequest& request,
                                                 const std::string& address) {
    if (!m_throttle.enter(address))
        return fail(Errc::throttled, "trop de codes faux depuis cette adresse");
    protocol::EnrolResponse response;
    const auto done = m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(spent, spend(session, request));
        response = std::move(spent);
        return {};
    });
    if (done || done.error().code != Errc::wrongCode)
        m_throttle.forgive(address);
    ESCALE_TRY(done);
    return response;
}

Result<DeviceRow> identify(Store& store, std::string_view commonName,
                           std::string_view fingerprintSha256Hex) {
    if (!isUuid(commonName))
        return fail(Errc::unauthorized, "certificat sans appareil");
    DeviceRow device;
    ESCALE_TRY(store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(found, session.devices().find(DeviceId(std::string(commonName))));
        if (!found ||
            !crypto::constantTimeEquals(asBytes(found->fingerprint), asBytes(fingerprintSha256Hex)))
            return fail(Errc::unauthorized, "appareil inconnu");
        device = std::move(*found);
        return {};
    }));
    if (device.revoked)
        return fail(Errc::forbidden, "appareil révoqué");
    return device;
}

} // namespace escale::server
