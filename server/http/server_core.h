// SPDX-License-Identifier: GPL-3.0-or-later
// What all the connections of one server share. Internal to the room.
#pragma once

#include "server/http/server.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace escale::http {

/// Read and changed on the I/O thread only; `router` and `config` are also read by workers.
struct ServerCore {
    ServerCore(ServerConfig serverConfig, Router routes, boost::asio::ssl::context tlsContext)
        : config(std::move(serverConfig))
        , router(std::move(routes))
        , tls(std::move(tlsContext))
        , workers(std::make_unique<boost::asio::thread_pool>(config.workerThreads)) {}

    const ServerConfig config;
    const Router router;
    boost::asio::ssl::context tls;
    // Gone before the I/O context: calls that it drops own coroutines of that context.
    std::unique_ptr<boost::asio::thread_pool> workers;
    std::size_t bodyBytes = 0; // held by the requests in flight
    bool stopping = false;
};

} // namespace escale::http
