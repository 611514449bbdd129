// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over HTTPS with both sides known: the server by the authority of the enrolment and by no
// other, the device by its certificate. TLS 1.2 or 1.3.
#pragma once

#include "client/sync/transport.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QString>

namespace escale::client {

inline constexpr std::size_t kMaxAnswerBytes = 8U << 20;
inline constexpr int kRequestTimeoutMs = 30'000;

struct TlsIdentity {
    std::string caPem;
    std::string certificatePem; // empty before the enrolment
    std::string keyPem;         // the caller wipes its own
};

class HttpsTransport final : public Transport {
public:
    /// `server`: "https://host:port". Errc::invalidArgument for another scheme, malformed for
    /// certificates that cannot be read.
    static Result<std::unique_ptr<HttpsTransport>> create(const std::string& server,
                                                          const TlsIdentity& identity,
                                                          int timeoutMs = kRequestTimeoutMs);
    ~HttpsTransport() override;

    void send(HttpRequest request, Callback done) override;
    void abort() override;

private:
    HttpsTransport(QString server, QSslConfiguration tls, int timeoutMs);

    QString m_server;
    QSslConfiguration m_tls;
    int m_timeoutMs;
    QNetworkAccessManager m_network;
};

} // namespace escale::client
