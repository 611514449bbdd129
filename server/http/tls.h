// SPDX-License-Identifier: GPL-3.0-or-later
// TLS settings of both ends, on OpenSSL alone. Internal to the room.
#pragma once

#include "server/http/request.h"
#include "shared/base/result.h"

#include <openssl/ssl.h>

#include <memory>
#include <string>

namespace escale::http {

struct SslContextDeleter {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using SslContext = std::unique_ptr<SSL_CTX, SslContextDeleter>;

struct TlsMaterial {
    std::string certificateChainPem; // own certificate first; may be empty for a client
    std::string privateKeyPem;
    std::string caPem; // authorities that the peer's certificate must come from
};

/// Server side. With an empty caPem no client certificate is asked for; else one of another
/// authority, or out of date, ends the handshake; `requirePeer` ends it when there is none.
/// Errc::cryptoFailure, the detail naming what cannot be used.
Result<SslContext> makeServerContext(const TlsMaterial& material, bool requirePeer);
/// Client side: the peer must show a certificate of caPem. The name is asked for by expectHost.
Result<SslContext> makeClientContext(const TlsMaterial& material);

/// Before a client handshake: the certificate must be for `host` (name or IP literal), which is
/// also sent as server name when it is a name. False when OpenSSL refuses `host`.
bool expectHost(SSL* ssl, const std::string& host);

/// What the verified certificate of the peer says; present == false without one.
PeerIdentity readPeer(SSL* ssl);

/// True when `reason` (ERR_GET_REASON) is an alert by which the peer refuses our certificate.
bool isCertificateAlert(int reason);

} // namespace escale::http
