// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/https_transport.h"

#include "shared/protocol/gzip.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <algorithm>

namespace escale::client {
namespace {

QByteArray bytesOf(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Result<QSslConfiguration> configurationOf(const TlsIdentity& identity) {
    const auto authorities = QSslCertificate::fromData(bytesOf(identity.caPem), QSsl::Pem);
    if (authorities.isEmpty())
        return fail(Errc::malformed, "le certificat de l’autorité est illisible");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authorities); // and no other: those of the system are not looked at
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (identity.certificatePem.empty())
        return tls;
    const QSslCertificate certificate(bytesOf(identity.certificatePem), QSsl::Pem);
    const QSslKey key(bytesOf(identity.keyPem), QSsl::Ec, QSsl::Pem);
    if (certificate.isNull() || key.isNull())
        return fail(Errc::malformed, "le certificat ou la clé de cet appareil est illisible");
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
    return tls;
}

/// Errors of Qt that stand for a status of HTTP: there is an answer.
bool isHttpStatus(QNetworkReply::NetworkError error) {
    return error == QNetworkReply::NoError ||
           (error >= QNetworkReply::ContentAccessDenied &&
            error <= QNetworkReply::UnknownContentError) ||
           error == QNetworkReply::ProtocolInvalidOperationError ||
           (error >= QNetworkReply::InternalServerError &&
            error <= QNetworkReply::UnknownServerError);
}

/// What the signals of one reply gather until it is finished.
struct Gathered {
    Bytes body;
    bool tooLarge = false;
    QString tlsProblem;
};

Error failureOf(const QNetworkReply& reply, const Gathered& gathered) {
    const std::string text = reply.errorString().toStdString();
    if (gathered.tooLarge)
        return fail(Errc::tooLarge, "réponse du serveur de plus de 8 Mo");
    if (!gathered.tlsProblem.isEmpty())
        return fail(Errc::peerRefused,
                    "ce n’est pas le serveur attendu : " + gathered.tlsProblem.toStdString());
    if (reply.error() == QNetworkReply::SslHandshakeFailedError ||
        reply.errorString().contains(QLatin1String("alert"), Qt::CaseInsensitive))
        return fail(Errc::unauthorized,
                    "le serveur n’accepte pas le certificat de l’appareil : " + text);
    if (reply.error() == QNetworkReply::OperationCanceledError ||
        reply.error() == QNetworkReply::TimeoutError)
        return fail(Errc::timeout, "le serveur n’a pas répondu à temps");
    return fail(Errc::networkUnavailable, "serveur injoignable ou réponse coupée : " + text);
}

Result<HttpAnswer> answerOf(QNetworkReply& reply, Gathered& gathered) {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || gathered.tooLarge || !isHttpStatus(reply.error()))
        return failureOf(reply, gathered);
    constexpr int kNotModified = 304; // what was asked about has not changed
    if (status >= 300 && status < 400 && status != kNotModified)
        return fail(Errc::malformed, "le serveur renvoie ailleurs : refusé");
    HttpAnswer answer;
    answer.status = status;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.headers.emplace_back(name.toLower().toStdString(), value.toStdString());
    answer.body = std::move(gathered.body);
    return answer;
}

void gather(QNetworkReply& reply, Gathered& gathered) {
    const QByteArray part = reply.readAll();
    if (gathered.body.size() + static_cast<std::size_t>(part.size()) > kMaxAnswerBytes) {
        gathered.tooLarge = true;
        reply.abort();
        return;
    }
    gathered.body.insert(gathered.body.end(), part.begin(), part.end());
}

} // namespace

std::string HttpAnswer::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpsTransport::HttpsTransport(QString server, QSslConfiguration tls, int timeoutMs)
    : m_server(std::move(server))
    , m_tls(std::move(tls))
    , m_timeoutMs(timeoutMs) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Result<std::unique_ptr<HttpsTransport>>
HttpsTransport::create(const std::string& server, const TlsIdentity& identity, int timeoutMs) {
    const QUrl url(QString::fromStdString(server), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty() ||
        !(url.path().isEmpty() || url.path() == QLatin1String("/")) || url.hasQuery())
        return fail(Errc::invalidArgument, "adresse de serveur attendue : https://nom[:port]");
    ESCALE_TRY_ASSIGN(tls, configurationOf(identity));
    return std::unique_ptr<HttpsTransport>(new HttpsTransport(
        url.adjusted(QUrl::StripTrailingSlash | QUrl::RemovePath).toString(), tls, timeoutMs));
}

HttpsTransport::~HttpsTransport() {
    abort();
}

void HttpsTransport::send(HttpRequest request, Callback done) {
    QNetworkRequest message(QUrl(m_server + QString::fromStdString(request.path)));
    message.setSslConfiguration(m_tls);
    message.setTransferTimeout(m_timeoutMs);
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    message.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    for (const auto& [name, value] : request.headers)
        message.setRawHeader(bytesOf(name), bytesOf(value));
    QByteArray body(reinterpret_cast<const char*>(request.body.data()),
                    static_cast<qsizetype>(request.body.size()));
    if (request.packs && request.body.size() >= protocol::kLeastToCompress) {
        body = bytesOf(protocol::gzip(asString(request.body)));
        message.setRawHeader("Content-Encoding", "gzip");
    }
    QNetworkReply* reply = m_network.sendCustomRequest(message, bytesOf(request.method), body);
    reply->setReadBufferSize(1 << 20);
    auto gathered = std::make_shared<Gathered>();
    QObject::connect(reply, &QNetworkReply::readyRead, reply,
                     [reply, gathered] { gather(*reply, *gathered); });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                     [gathered](const QList<QSslError>& errors) {
                         gathered->tlsProblem = errors.value(0).errorString();
                     });
    QObject::connect(reply, &QNetworkReply::finished, reply,
                     [reply, gathered, done = std::move(done)] {
                         if (!gathered->tooLarge && reply->isOpen())
                             gather(*reply, *gathered);
                         reply->deleteLater();
                         done(answerOf(*reply, *gathered));
                     });
}

void HttpsTransport::abort() {
    for (QNetworkReply* reply : m_network.findChildren<QNetworkReply*>()) {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    }
}

} // namespace escale::client
