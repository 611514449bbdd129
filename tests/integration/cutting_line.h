// SPDX-License-Identifier: GPL-3.0-or-later
// A line between devices and a server that can lose what the server answers: the request arrives,
// its work is done, nobody hears of it. TCP on loopback, TLS goes through unread.
#pragma once

#include <QString>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace escale::tests {

class CuttingLine {
public:
    /// To 127.0.0.1:`port`; listens at once.
    explicit CuttingLine(const QString& port);
    CuttingLine(const CuttingLine&) = delete;
    CuttingLine& operator=(const CuttingLine&) = delete;
    ~CuttingLine();

    /// https://127.0.0.1:PORT
    [[nodiscard]] QString url() const;
    /// From then on, what the server says to a device that has sent more than `sent` bytes on one
    /// connection is kept from it. 0: everything goes through again.
    void loseAnswersAfter(std::int64_t sent) { m_after = sent; }
    /// Cuts all connections.
    void cut() { m_cut = true; }
    /// Bytes of the server that nobody got.
    [[nodiscard]] std::int64_t lost() const { return m_lost; }

private:
    struct Pair;
    void run();
    void serve(Pair& pair, bool deviceSpoke, bool serverSpoke);
    void welcome(std::vector<Pair>& pairs);
    /// Closes a pair that has come to its end; true when it had.
    static bool closed(const Pair& pair);

    int m_listener = -1;
    int m_to = 0;
    std::atomic<std::int64_t> m_after = 0;
    std::atomic<std::int64_t> m_lost = 0;
    std::atomic<bool> m_cut = false;
    std::atomic<bool> m_end = false;
    std::thread m_thread;
};

} // namespace escale::tests
