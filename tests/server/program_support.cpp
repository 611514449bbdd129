// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/program_support.h"

#include "shared/crypto/pki.h"

#include <QFile>
#include <QJsonObject>

#include <stdexcept>

namespace escale::server_test {
namespace {

std::string headOf(const std::string& method, const std::string& target,
                   const std::vector<http::Header>& headers, std::size_t length) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const http::Header& header : headers)
        text += header.name + ": " + header.value + "\r\n";
    return text + "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

constexpr std::chrono::seconds kCallTimeout(20);
constexpr int kProcessTimeoutMs = 60'000;

std::string fileText(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("fichier absent : " + path.toStdString());
    return file.readAll().toStdString();
}

std::unique_ptr<http::HttpsClient> clientWith(const std::string& ca, const std::string& cert = {},
                                              const std::string& key = {}) {
    http::ClientConfig config;
    config.caPem = ca;
    config.certificateChainPem = cert;
    config.privateKeyPem = key;
    config.maxAnswerBytes = 8U << 20;
    return std::make_unique<http::HttpsClient>(http::HttpsClient::make(config).value());
}

} // namespace

Ran run(const QStringList& arguments) {
    QProcess process;
    process.start(ESCALE_SERVER_PROGRAM, arguments);
    if (!process.waitForFinished(kProcessTimeoutMs))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Program::Program() {
    if (run({"init", "--data", data()}).code != 0)
        throw std::runtime_error("init");
}

Program::~Program() {
    if (m_process)
        kill();
}

bool Program::start(const QStringList& more) {
    m_process = std::make_unique<QProcess>();
    m_process->start(ESCALE_SERVER_PROGRAM,
                     QStringList{"run", "--data", data(), "--port", "0"} + more);
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(kProcessTimeoutMs))
            return false;
    }
    const auto ready = QJsonDocument::fromJson(m_process->readLine());
    m_base = ready.object()["ecoute"].toString().toStdString();
    return !m_base.empty();
}

int Program::stop() {
    m_process->terminate();
    m_process->waitForFinished(kProcessTimeoutMs);
    m_log += m_process->readAllStandardError();
    const int code = m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    m_process.reset();
    return code;
}

void Program::kill() {
    m_process->kill();
    m_process->waitForFinished(kProcessTimeoutMs);
    m_log += m_process->readAllStandardError();
    m_process.reset();
}

QByteArray Program::log() {
    if (m_process)
        m_log += m_process->readAllStandardError();
    return m_log;
}

QString Program::code(const QString& role, const QString& site) {
    const Ran ran = run({"enrol", "--data", data(), "--site", site, "--role", role});
    return ran.json().object()["code"].toString();
}

http::Url Program::url(const std::string& target) const {
    return http::parseUrl(m_base + target).value();
}

http::ClientResponse Program::anonymous(const std::string& target, const std::string& body) {
    const auto client = clientWith(fileText(data() + "/pki/autorite.pem"));
    return client->post(url(target), {{"Content-Type", "application/json"}}, body, kCallTimeout)
        .value();
}

TestDevice Program::enrol(const QString& role, const QString& site) {
    const std::string key = crypto::newP256KeyPem().value();
    const protocol::EnrolRequest request{code(role, site).toStdString(),
                                         crypto::makeCsr(key, "appareil").value()};
    const auto answer = anonymous("/v1/enrol", protocol::encode(request));
    TestDevice device;
    device.identity = protocol::decodeEnrolResponse(answer.body).value();
    device.keyPem = key;
    device.client = clientWith(device.identity.caPem, device.identity.certificatePem, key);
    return device;
}

http::ClientResult Program::post(const TestDevice& device, const std::string& target,
                                 const std::vector<http::Header>& headers,
                                 const std::string& body) {
    return device.client->post(url(target), headers, body, kCallTimeout);
}

http::ClientResult Program::get(const TestDevice& device, const std::string& target) {
    return device.client->get(url(target), {}, kCallTimeout);
}

bool Program::connect(http_test::RawClient& client, const TestDevice& device) const {
    http_test::TlsOptions options;
    options.identity = {device.identity.certificatePem, device.keyPem};
    return client.connect(url("").port, options);
}

bool Program::cut(const TestDevice& device, const std::string& method, const std::string& target,
                  const std::vector<http::Header>& headers, const std::string& body,
                  std::size_t sent) {
    http_test::RawClient client;
    return connect(client, device) &&
           client.send(headOf(method, target, headers, body.size()) + body.substr(0, sent));
}

bool Program::configure(const QString& key, qint64 value) {
    QFile file(data() + "/configuration.json");
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    object[key] = value;
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(QJsonDocument(object).toJson()) > 0;
}

http_test::Received Program::request(const TestDevice& device, const std::string& method,
                                     const std::string& target,
                                     const std::vector<http::Header>& headers,
                                     const std::string& body) {
    http_test::RawClient client;
    if (!connect(client, device))
        return {};
    client.send(headOf(method, target, headers, body.size()) + body);
    return client.readAnswer(method != "HEAD");
}

} // namespace escale::server_test
