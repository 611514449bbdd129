// SPDX-License-Identifier: GPL-3.0-or-later
// Runs escale-sne-ecole as a process of its own, and calls it with our client.
#pragma once

#include "server/sne/sne_client.h"
#include "tests/support/sne_samples.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace escale::sne_test {

class EcoleProcess {
public:
    /// Kills the process if it still runs.
    ~EcoleProcess();

    /// Starts it and waits until it listens; false when it does not. `port` 0: any.
    bool start(const QStringList& options = {}, int port = 0);
    /// kill -9.
    void kill();
    /// SIGTERM; true when it ended by itself without an error.
    bool stop();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString dir() const { return m_dir.path(); }
    /// Configuration of a client with the certificate that the stand-in made for it.
    [[nodiscard]] sne::SneConfig clientConfig() const;
    /// Standard output of `list` or `show`.
    [[nodiscard]] QByteArray ask(const QStringList& arguments) const;
    /// Numbers that it holds.
    [[nodiscard]] QStringList numbers() const;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

} // namespace escale::sne_test
