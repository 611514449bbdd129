// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/resolve.h"

#include <boost/asio/ip/address.hpp>

#include <cstring>
#include <future>
#include <memory>
#include <thread>

#include <netdb.h>

namespace escale::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Endpoints = std::vector<tcp::endpoint>;

namespace {

Endpoints lookUp(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    Endpoints endpoints;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        return endpoints;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        tcp::endpoint endpoint;
        if (one->ai_addrlen > endpoint.capacity())
            continue;
        std::memcpy(endpoint.data(), one->ai_addr, one->ai_addrlen);
        endpoint.resize(one->ai_addrlen);
        endpoints.push_back(endpoint);
    }
    freeaddrinfo(found);
    return endpoints;
}

} // namespace

Result<Endpoints> resolve(const std::string& host, std::uint16_t port,
                          std::chrono::steady_clock::time_point deadline) {
    boost::system::error_code ec;
    if (const auto literal = asio::ip::make_address(host, ec); !ec)
        return Endpoints{tcp::endpoint(literal, port)};
    auto answer = std::make_shared<std::promise<Endpoints>>();
    std::future<Endpoints> future = answer->get_future();
    std::thread([answer, host, port] { answer->set_value(lookUp(host, port)); }).detach();
    if (future.wait_until(deadline) != std::future_status::ready)
        return fail(Errc::timeout, "nom d’hôte sans réponse");
    Endpoints endpoints = future.get();
    if (endpoints.empty())
        return fail(Errc::networkUnavailable, "nom d’hôte sans adresse");
    return endpoints;
}

} // namespace escale::http
