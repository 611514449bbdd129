// SPDX-License-Identifier: GPL-3.0-or-later
// multipart/related packages with XOP (W3C XML-binary Optimized Packaging 1.0, RFC 2387), as the
// SNE's services use them. Building is exact; reading is tolerant of what a peer may vary (case and
// folding of headers, LF instead of CRLF, preamble, order of parameters), strict about limits.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::sne {

inline constexpr std::size_t kMaxMtomBytes = 4U << 20; // whole package
inline constexpr std::size_t kMaxMtomPartBytes = 2U << 20;
inline constexpr std::size_t kMaxMtomParts = 8;
inline constexpr std::size_t kMaxMtomPartHeaders = 16;

struct Attachment {
    std::string contentId;   // without angle brackets
    std::string contentType; // whole value of the header
    std::string fileName;
    std::string content; // decoded
    bool base64 = false; // how it travels; when building only
};

/// A SOAP root and what travels beside it.
struct MtomMessage {
    std::string action;   // of the start-info: "http://ws.metier.nuu.application.i2/getNumUnique"
    std::string rootType; // Content-Type of the root part, when read
    std::string soap;     // the envelope
    std::vector<Attachment> attachments;

    /// nullptr when no part has that Content-ID. `href` is "cid:…", percent-encoded or not.
    [[nodiscard]] const Attachment* byHref(std::string_view href) const;
};

struct WireMessage {
    std::string contentType; // header of the HTTP message
    std::string body;
};

/// `token` makes boundary and root Content-ID unique: [0-9a-f]+, found nowhere in the message.
WireMessage buildMtom(const MtomMessage& message, std::string_view token);

/// Reads a package, or a plain application/soap+xml (or text/xml) body: faults come so.
/// Errc::malformed, or Errc::tooLarge over a limit.
Result<MtomMessage> parseMtom(std::string_view contentType, std::string_view body);

} // namespace escale::sne
