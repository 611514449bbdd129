// SPDX-License-Identifier: GPL-3.0-or-later
// escale-server as an operator and as devices meet it: a process, its exit codes, its HTTPS port.
#pragma once

#include "server/http/client.h"
#include "shared/crypto/random.h"
#include "shared/protocol/messages.h"
#include "tests/server/http_support.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace escale::server_test {

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};
/// Runs the program to its end.
Ran run(const QStringList& arguments);

/// An enrolled device and its HTTPS client.
struct TestDevice {
    protocol::EnrolResponse identity;
    std::string keyPem;
    std::unique_ptr<http::HttpsClient> client;
};

/// A data directory, and the server on it.
class Program {
public:
    Program();
    ~Program();
    [[nodiscard]] QString data() const { return m_folder.filePath("donnees"); }
    bool start(const QStringList& more = {});
    /// SIGTERM, and the exit code.
    int stop();
    /// kill -9.
    void kill();
    QString code(const QString& role, const QString& site);
    TestDevice enrol(const QString& role, const QString& site);
    /// Answer without a device: anyone who trusts the authority.
    http::ClientResponse anonymous(const std::string& target, const std::string& body);
    http::ClientResult post(const TestDevice& device, const std::string& target,
                            const std::vector<http::Header>& headers, const std::string& body);
    http::ClientResult get(const TestDevice& device, const std::string& target);
    /// One request of any method, on a connection of its own.
    http_test::Received request(const TestDevice& device, const std::string& method,
                                const std::string& target, const std::vector<http::Header>& headers,
                                const std::string& body = {});
    /// Announces the whole of `body`, sends `sent` bytes of it and closes.
    bool cut(const TestDevice& device, const std::string& method, const std::string& target,
             const std::vector<http::Header>& headers, const std::string& body, std::size_t sent);
    /// Changes a number of configuration.json; for the next start.
    bool configure(const QString& key, qint64 value);
    [[nodiscard]] QByteArray log();

private:
    bool connect(http_test::RawClient& client, const TestDevice& device) const;
    [[nodiscard]] http::Url url(const std::string& target) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_log;
    std::string m_base;
};

} // namespace escale::server_test
