// SPDX-License-Identifier: GPL-3.0-or-later
// A server of its own in a temporary folder, and tablets enrolled with it: what the benchmarks of
// sync measure. Real programs over loopback HTTPS.
#pragma once

#include "client/ctl/commands.h"
#include "client/sync/sync_engine.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace escale::client::ctl {

/// Counts what passes.
class CountingTransport final : public Transport {
public:
    explicit CountingTransport(std::unique_ptr<Transport> real)
        : m_real(std::move(real)) {}
    void send(HttpRequest request, Callback done) override;
    void abort() override { m_real->abort(); }

    std::int64_t requests = 0;
    std::int64_t bytesUp = 0; // of bodies
    std::int64_t bytesDown = 0;

private:
    std::unique_ptr<Transport> m_real;
};

struct BenchTablet {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<CountingTransport> transport;

    /// One round of the sync engine. What went wrong, if anything did.
    Result<void> sync();
    [[nodiscard]] std::int64_t bytes() const { return transport->bytesUp + transport->bytesDown; }
};

class BenchWorld {
public:
    /// Starts escale-server, which stands beside this program. Errc::notFound when it does not.
    static Result<std::unique_ptr<BenchWorld>> make(Machine& machine);
    ~BenchWorld();

    Result<BenchTablet> enrol(const std::string& name);
    /// CPU that the server has used so far, seconds.
    [[nodiscard]] double serverCpu() const;
    /// Size of its database, journal included in the file, bytes.
    Result<std::int64_t> serverBytes();
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    explicit BenchWorld(Machine& machine)
        : m_machine(machine) {}
    Result<void> start();
    Result<QJsonObject> server(const QStringList& words);

    Machine& m_machine;
    QTemporaryDir m_folder;
    QProcess m_server;
    std::string m_url;
};

} // namespace escale::client::ctl
