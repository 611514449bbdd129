// SPDX-License-Identifier: GPL-3.0-or-later
// Is what a 2D-Doc says what its author signed? Offline, against a dated bundle of certificates.
// It proves the data of the code, neither the rest of the page nor who brings it.
#pragma once

#include "shared/deuxddoc/bundle.h"
#include "shared/deuxddoc/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::deuxddoc {

enum class Verdict {
    verified,     // signed by the certificate that it names, valid on the day of the signature
    unverifiable, // nothing can be said here, for or against
    altered,      // the certificate that it names did not sign this
};

enum class Reason {
    signatureHolds,
    signatureWrong,
    noCertificates,       // no bundle on this device
    undatedBundle,        // nobody says until when it holds
    staleBundle,          // its next update has passed
    clockBehind,          // today is before the day of the bundle: the device's clock is wrong
    unknownCertificate,   // the authority or the certificate is not in the bundle
    untrustedCertificate, // there, but not issued by the authority that the message names
    outsideValidity,      // the certificate or its authority was not valid on that day
};

struct Verification {
    Verdict verdict = Verdict::unverifiable;
    Reason reason = Reason::noCertificates;
    std::vector<std::string> covers; // identifiers of the fields vouched for; only when verified
    std::string certificate;         // SHA-256 of the certificate that decided, if one did
    bool operator==(const Verification&) const = default;
};

struct Trust {
    const CertificateBundle* bundle = nullptr; // not owned; nullptr: none here
    Date today;
    /// An operator named the folder and answers for its age.
    bool acceptUndated = false;
};

Verification verify(const Message& message, const Trust& trust);

/// "vérifié", "non vérifiable", "altéré".
std::string_view verdictWord(Verdict verdict);
/// Stable lower_snake_case word, for JSON.
std::string_view reasonName(Reason reason);

} // namespace escale::deuxddoc
