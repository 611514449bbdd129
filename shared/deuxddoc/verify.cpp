// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/verify.h"

#include "shared/crypto/foreign.h"
#include "shared/deuxddoc/base32.h"

#include <chrono>
#include <optional>

namespace escale::deuxddoc {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;

/// Instants of a day that has no zone: Paris is ahead of UTC by two hours at most.
struct DayMs {
    std::int64_t first;
    std::int64_t last;
};

DayMs instantsOf(const Date& date) {
    namespace chrono = std::chrono;
    const chrono::year_month_day day{chrono::year(date.year),
                                     chrono::month(static_cast<unsigned>(date.month)),
                                     chrono::day(static_cast<unsigned>(date.day))};
    const std::int64_t start = chrono::sys_days(day).time_since_epoch().count() * kDayMs;
    return {start - 2 * kHourMs, start + kDayMs};
}

bool validOn(const BundleCertificate& certificate, const Date& date) {
    const DayMs day = instantsOf(date);
    return certificate.notBeforeMs <= day.last && certificate.notAfterMs >= day.first;
}

/// Why this bundle decides nothing today.
std::optional<Reason> unusable(const Trust& trust) {
    if (trust.bundle == nullptr)
        return Reason::noCertificates;
    const auto& date = trust.bundle->date();
    const auto& next = trust.bundle->nextUpdate();
    if (!date || !next)
        return trust.acceptUndated ? std::nullopt : std::optional(Reason::undatedBundle);
    // One day for the zones: a bundle made this morning reaches a device that is still at
    // yesterday.
    if (trust.today < addDays(*date, -1))
        return Reason::clockBehind;
    if (trust.today > *next)
        return Reason::staleBundle;
    return std::nullopt;
}

Bytes signatureOf(const Message& message) {
    const ByteView raw = asBytes(message.signature);
    if (message.header.version == 1)
        return {raw.begin(), raw.end()};
    const auto decoded = fromBase32(message.signature);
    return decoded ? *decoded : Bytes();
}

/// What the certificate `leaf` of `authority` says of `message`.
Verification judge(const Message& message, const BundleCertificate& leaf,
                   const BundleCertificate& authority) {
    Verification result;
    result.certificate = leaf.fingerprint;
    if (!crypto::verifyIssuedBy(leaf.pem, authority.pem)) {
        result.reason = Reason::untrustedCertificate;
        return result;
    }
    const auto held =
        crypto::verifyRawEcdsa(leaf.pem, asBytes(message.signedText), signatureOf(message));
    if (!held && held.error().code != Errc::cryptoFailure) {
        result.reason = Reason::untrustedCertificate;
        return result;
    }
    if (!held) {
        result.verdict = Verdict::altered;
        result.reason = Reason::signatureWrong;
        return result;
    }
    const auto& day = message.header.signedOn;
    if (!day || !validOn(leaf, *day) || !validOn(authority, *day)) {
        result.reason = Reason::outsideValidity;
        return result;
    }
    result.verdict = Verdict::verified;
    result.reason = Reason::signatureHolds;
    for (const Field& field : message.fields) {
        if (!field.id.empty())
            result.covers.push_back(field.id);
    }
    return result;
}

/// Which of two answers of certificates that have the same name says more.
bool saysMore(const Verification& one, const Verification& other) {
    const auto rank = [](const Verification& verification) {
        if (verification.verdict == Verdict::verified)
            return 4;
        if (verification.reason == Reason::outsideValidity)
            return 3;
        if (verification.verdict == Verdict::altered)
            return 2;
        return verification.reason == Reason::untrustedCertificate ? 1 : 0;
    };
    return rank(one) > rank(other);
}

} // namespace

Verification verify(const Message& message, const Trust& trust) {
    Verification best;
    if (const auto reason = unusable(trust)) {
        best.reason = *reason;
        return best;
    }
    best.reason = Reason::unknownCertificate;
    for (const BundleCertificate* leaf : trust.bundle->leaves(message.header.certificate)) {
        for (const BundleCertificate* authority :
             trust.bundle->authorities(message.header.authority)) {
            Verification result = judge(message, *leaf, *authority);
            if (saysMore(result, best))
                best = std::move(result);
        }
    }
    return best;
}

std::string_view verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::verified:
        return "vérifié";
    case Verdict::unverifiable:
        return "non vérifiable";
    case Verdict::altered:
        return "altéré";
    }
    return "non vérifiable";
}

std::string_view reasonName(Reason reason) {
    switch (reason) {
    case Reason::signatureHolds:
        return "signature_juste";
    case Reason::signatureWrong:
        return "signature_fausse";
    case Reason::noCertificates:
        return "aucun_certificat";
    case Reason::undatedBundle:
        return "certificats_sans_date";
    case Reason::staleBundle:
        return "certificats_trop_anciens";
    case Reason::clockBehind:
        return "horloge_en_retard";
    case Reason::unknownCertificate:
        return "certificat_inconnu";
    case Reason::untrustedCertificate:
        return "certificat_pas_reconnu";
    case Reason::outsideValidity:
        return "hors_validite";
    }
    return "certificat_inconnu";
}

} // namespace escale::deuxddoc
