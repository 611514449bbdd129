// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/cutting_line.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace escale::tests {
namespace {

constexpr int kLookMs = 20;

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int socketTo(int port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return made;
    ::close(made);
    return -1;
}

/// What `from` has now goes to `to`, unless it is null; its size, 0 when it is closed.
ssize_t carry(int from, const int* to) {
    std::array<char, 16'384> bytes{};
    const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
    for (ssize_t sent = 0; to && sent < got;) {
        const ssize_t more =
            ::send(*to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (more <= 0)
            return 0;
        sent += more;
    }
    return std::max<ssize_t>(got, 0);
}

} // namespace

struct CuttingLine::Pair {
    int device;
    int server;
    std::int64_t sent = 0; // by the device
    bool open = true;
};

bool CuttingLine::closed(const Pair& pair) {
    if (pair.open)
        return false;
    ::close(pair.device);
    ::close(pair.server);
    return true;
}

CuttingLine::CuttingLine(const QString& port)
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_to(port.toInt()) {
    const sockaddr_in any = loopback(0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&any), sizeof any) != 0 ||
        ::listen(m_listener, 16) != 0)
        throw std::runtime_error("no port for the line");
    m_thread = std::thread([this] { run(); });
}

CuttingLine::~CuttingLine() {
    m_end = true;
    m_thread.join();
    ::close(m_listener);
}

QString CuttingLine::url() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    return QStringLiteral("https://127.0.0.1:%1").arg(ntohs(address.sin_port));
}

void CuttingLine::serve(Pair& pair, bool deviceSpoke, bool serverSpoke) {
    if (deviceSpoke) {
        const ssize_t got = carry(pair.device, &pair.server);
        pair.sent += got;
        pair.open = got > 0;
    }
    if (pair.open && serverSpoke) {
        const bool loses = m_after > 0 && pair.sent > m_after;
        const ssize_t got = carry(pair.server, loses ? nullptr : &pair.device);
        m_lost += loses ? got : 0;
        pair.open = got > 0;
    }
}

void CuttingLine::welcome(std::vector<Pair>& pairs) {
    const int device = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = socketTo(m_to);
    if (device >= 0 && server >= 0)
        pairs.push_back({device, server});
    else
        ::close(std::max(device, server));
}

void CuttingLine::run() {
    std::vector<Pair> pairs;
    while (!m_end) {
        std::vector<pollfd> looks{{m_listener, POLLIN, 0}};
        for (const Pair& pair : pairs) {
            looks.push_back({pair.device, POLLIN, 0});
            looks.push_back({pair.server, POLLIN, 0});
        }
        (void)::poll(looks.data(), looks.size(), kLookMs);
        const bool cut = m_cut.exchange(false);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            serve(pairs[i], looks[1 + 2 * i].revents != 0, looks[2 + 2 * i].revents != 0);
            pairs[i].open = pairs[i].open && !cut;
        }
        std::erase_if(pairs, closed);
        if (looks.front().revents != 0)
            welcome(pairs);
    }
    for (Pair& pair : pairs) {
        pair.open = false;
        (void)closed(pair);
    }
}

} // namespace escale::tests
