// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of a host within a time limit. Internal to the room.
#pragma once

#include "shared/base/result.h"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace escale::http {

/// The system's resolver cannot be interrupted, so it runs on a thread of its own, left behind when
/// the time is up. Errc::networkUnavailable when the name has no address, Errc::timeout.
Result<std::vector<boost::asio::ip::tcp::endpoint>>
resolve(const std::string& host, std::uint16_t port,
        std::chrono::steady_clock::time_point deadline);

} // namespace escale::http
