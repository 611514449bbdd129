// SPDX-License-Identifier: GPL-3.0-or-later
// The project's real programs, run as a person or an operator runs them.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace escale::tests {

/// What one command answered.
struct Answer {
    int code = -1;    // exit code; -1 when it crashed or was killed
    QJsonObject json; // stdout, empty when it is not a JSON object
    QByteArray out;   // stdout
    QString message;  // stderr
};

/// Runs a program of the build to its end (at most 60 s).
Answer run(const QString& program, const QStringList& arguments, const QString& pin = {});

/// A server program that announces {"ecoute": URL}.
class Service {
public:
    Service() = default;
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// False, with errors() set, when it does not announce itself within 20 s.
    bool start(const QString& program, const QStringList& arguments);
    /// SIGTERM, and waits for the end. True when it ended by itself with code 0.
    bool stop();
    /// SIGKILL.
    void kill();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString port() const { return m_url.section(QLatin1Char(':'), -1); }
    [[nodiscard]] QString errors() const { return m_errors; }

private:
    std::unique_ptr<QProcess> m_process;
    QString m_url;
    QString m_errors;
};

/// A photo of an invented document: a small JPEG.
QByteArray inventedPhoto(int variant = 0);

} // namespace escale::tests
