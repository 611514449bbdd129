// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/relay.h"

#include "shared/base/descriptor.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace escale::sne::ecole {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Descriptor newSocket() {
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

/// What one end wrote in small pieces goes on at once, as without a relay.
void sendAtOnce(const Descriptor& socket) {
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

/// Moves what is there from one end to the other, `most` bytes at most; false at the end of either.
/// `moved`: how many.
bool pump(int from, int to, std::size_t most, std::size_t& moved) {
    std::array<char, 16'384> buffer{};
    const ssize_t got = ::recv(from, buffer.data(), std::min(buffer.size(), most), 0);
    moved = got > 0 ? static_cast<std::size_t>(got) : 0;
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t step =
            ::send(to, buffer.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (step <= 0)
            return false;
        sent += step;
    }
    return got > 0;
}

} // namespace

struct Relay::Impl {
    struct Pair {
        Descriptor outer;
        Descriptor inner;
    };

    ~Impl() {
        m_stop = true;
        wake();
        if (m_thread.joinable())
            m_thread.join();
    }

    bool open(std::uint16_t port, std::uint16_t inner) {
        m_inner = inner;
        m_listener = newSocket();
        const int on = 1;
        ::setsockopt(m_listener.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        sockaddr_in address = loopback(port);
        auto* raw = reinterpret_cast<sockaddr*>(&address);
        socklen_t length = sizeof(address);
        std::array<int, 2> ends{};
        if (::bind(m_listener.get(), raw, length) != 0 || ::listen(m_listener.get(), 64) != 0 ||
            ::getsockname(m_listener.get(), raw, &length) != 0 || ::pipe(ends.data()) != 0)
            return false;
        m_port = ntohs(address.sin_port);
        m_wakeRead = Descriptor(ends[0]);
        m_wakeWrite = Descriptor(ends[1]);
        m_thread = std::thread([this] { run(); });
        return true;
    }

    void wake() {
        const char byte = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_wakeWrite.get(), &byte, 1);
    }

    void cutAll() {
        std::unique_lock lock(m_mutex);
        const int wanted = ++m_cutsAsked;
        wake();
        m_cutDone.wait(lock, [&] { return m_cutsDone >= wanted || m_stop; });
    }

    void run() {
        while (!m_stop) {
            std::vector<pollfd> watched{{m_listener.get(), POLLIN, 0},
                                        {m_wakeRead.get(), POLLIN, 0}};
            for (const Pair& pair : m_pairs) {
                watched.push_back({pair.outer.get(), POLLIN, 0});
                watched.push_back({pair.inner.get(), POLLIN, 0});
            }
            if (::poll(watched.data(), watched.size(), -1) < 0)
                continue;
            if (watched[1].revents != 0) {
                drainAndCut();
                continue;
            }
            carry(watched);
            if (watched[0].revents != 0)
                accept();
        }
    }

    void drainAndCut() {
        std::array<char, 16> bytes{};
        [[maybe_unused]] const ssize_t got = ::read(m_wakeRead.get(), bytes.data(), bytes.size());
        const std::lock_guard lock(m_mutex);
        m_pairs.clear();
        m_cutsDone = m_cutsAsked;
        m_cutDone.notify_all();
    }

    void carry(const std::vector<pollfd>& watched) {
        std::vector<Pair> kept;
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            const Pair& pair = m_pairs[i];
            const bool fromOuter = watched[2 + 2 * i].revents != 0;
            const bool fromInner = watched[3 + 2 * i].revents != 0;
            std::size_t moved = 0;
            if ((!fromOuter || pump(pair.outer.get(), pair.inner.get(), kAll, moved)) &&
                (!fromInner || pumpAnswer(pair)))
                kept.push_back(std::move(m_pairs[i]));
        }
        m_pairs = std::move(kept);
    }

    /// False when the answer ends here, because it ended or because it must be cut.
    bool pumpAnswer(const Pair& pair) {
        const std::size_t budget = m_budget;
        std::size_t moved = 0;
        const bool more = pump(pair.inner.get(), pair.outer.get(), budget, moved);
        if (budget == kAll)
            return more;
        m_budget = moved >= budget ? kAll : budget - moved;
        return more && moved < budget;
    }

    void accept() {
        Pair pair{Descriptor(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC)),
                  newSocket()};
        sockaddr_in address = loopback(m_inner);
        if (pair.outer.isOpen() &&
            ::connect(pair.inner.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)) ==
                0) {
            sendAtOnce(pair.outer);
            sendAtOnce(pair.inner);
            m_pairs.push_back(std::move(pair));
        }
    }

    std::uint16_t m_port = 0;
    std::uint16_t m_inner = 0;
    Descriptor m_listener;
    Descriptor m_wakeRead;
    Descriptor m_wakeWrite;
    std::vector<Pair> m_pairs; // of the thread
    std::atomic<bool> m_stop{false};
    std::atomic<std::size_t> m_budget{kAll}; // bytes of answers before a cut
    std::mutex m_mutex;
    std::condition_variable m_cutDone;
    int m_cutsAsked = 0;
    int m_cutsDone = 0;
    std::thread m_thread;
};

Relay::Relay(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Relay::~Relay() = default;

Result<std::unique_ptr<Relay>> Relay::start(std::uint16_t port, std::uint16_t inner) {
    auto impl = std::make_unique<Impl>();
    if (!impl->open(port, inner))
        return fail(Errc::networkUnavailable, "port déjà pris");
    return std::unique_ptr<Relay>(new Relay(std::move(impl)));
}

std::uint16_t Relay::port() const {
    return m_impl->m_port;
}

void Relay::cutWithin(std::size_t bytes) {
    m_impl->m_budget = bytes;
}

void Relay::cutAll() {
    m_impl->cutAll();
}

} // namespace escale::sne::ecole
