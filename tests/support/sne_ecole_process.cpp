// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sne_ecole_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace escale::sne_test {
namespace {

constexpr int kWaitMs = 20'000;

std::string content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

EcoleProcess::~EcoleProcess() {
    kill();
}

bool EcoleProcess::start(const QStringList& options, int port) {
    m_process.start(ESCALE_SNE_ECOLE,
                    QStringList{"run", "--data", dir(), "--port", QString::number(port)} + options);
    if (!m_process.waitForStarted(kWaitMs))
        return false;
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kWaitMs))
            return false;
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = QUrl(ready.value("ecoute").toString()).port();
    return m_port > 0;
}

void EcoleProcess::kill() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kWaitMs);
}

bool EcoleProcess::stop() {
    m_process.terminate();
    return m_process.waitForFinished(kWaitMs) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

sne::SneConfig EcoleProcess::clientConfig() const {
    sne::SneConfig config;
    config.url.host = "127.0.0.1";
    config.url.port = static_cast<std::uint16_t>(m_port);
    config.url.target = std::string(sne::kServicePath);
    config.tls.caPem = content(dir() + "/client/ca.pem");
    config.tls.certificateChainPem = content(dir() + "/client/cert.pem");
    config.tls.privateKeyPem = content(dir() + "/client/key.pem");
    config.guichet = "G1226";
    config.timeout = std::chrono::seconds(20);
    return config;
}

QByteArray EcoleProcess::ask(const QStringList& arguments) const {
    QProcess process;
    process.start(ESCALE_SNE_ECOLE, arguments + QStringList{"--data", dir()});
    process.waitForFinished(kWaitMs);
    return process.readAllStandardOutput();
}

QStringList EcoleProcess::numbers() const {
    QStringList numbers;
    const auto held = QJsonDocument::fromJson(ask({"list"})).object().value("demandes").toArray();
    for (const auto& row : held)
        numbers << row.toObject().value("numero").toString();
    return numbers;
}

} // namespace escale::sne_test
