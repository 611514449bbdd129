// SPDX-License-Identifier: GPL-3.0-or-later
// Every expected failure of the project, once. What happened (Errc) and what the person is told
// (userMessage) are two things: the second never shows a technical word.
#pragma once

#include <string>
#include <string_view>

namespace escale {

enum class Errc {
    invalidArgument,    // a value does not have the form that its field asks for
    unknownField,       // a path that the catalogue does not know
    notFound,           // the thing named does not exist (or may not be seen by who asks)
    alreadyExists,      // refused to overwrite
    malformed,          // bytes that are not what they should be: JSON, XML, DER, a message
    tooLarge,           // over a limit of size or number
    unsupportedVersion, // a schema or protocol version that this program does not speak
    unauthorized,       // no identity, or one that is not known here
    forbidden,          // identity known, action not allowed (role, scope, revoked device)
    wrongCode,          // enrolment code, PIN or code de reprise that is not the right one
    codeUsed,           // enrolment code already used, or out of date
    throttled,          // too many attempts: wait
    cryptoFailure,      // a seal or a signature that does not hold, a key that cannot be used
    locked,         // the data are there, the key that opens them is not (session ended, no PIN)
    diskFull,       // no room left to write
    storageFailure, // the file or the database cannot be read or written
    networkUnavailable, // nobody answers: no network, server stopped, answer cut
    peerRefused,        // the other side answered no (TLS certificate, HTTP 4xx)
    serverFailure,      // the other side failed (HTTP 5xx, SOAP fault)
    timeout,            // no answer within the time allowed
    unreadableImage,    // a file that is not a JPEG, PNG or PDF that can be read
    conflict,           // the same thing was changed elsewhere; nothing was overwritten
    incomplete,         // the demande lacks something that registering it requires
    refusedBySne,       // the register answered with anomalies
    internal,           // a fault of ours
};

/// Stable lower_snake_case word of `code`, used in JSON answers and logs.
std::string_view errcName(Errc code);

/// Inverse of errcName; Errc::internal for an unknown word.
Errc errcFromName(std::string_view name);

/// One plain French sentence or two for the person in front of the screen: what happens, what to
/// do. Never a technical word.
std::string_view userMessage(Errc code);

/// A failure: its kind, and a detail for logs and operators (French, one line, never a value that a
/// person typed).
struct Error {
    Errc code = Errc::internal;
    std::string detail;

    bool operator==(const Error&) const = default;
};

} // namespace escale
