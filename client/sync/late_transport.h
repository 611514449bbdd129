// SPDX-License-Identifier: GPL-3.0-or-later
// A transport whose connection comes and goes with the key that opens it: behind a PIN, the TLS key
// is not readable before it, nor after the lock.
#pragma once

#include "client/sync/transport.h"

#include <memory>

namespace escale::client {

class LateTransport final : public Transport {
public:
    void attach(std::unique_ptr<Transport> connection);
    /// Drops what is in flight, and the connection with its key.
    void detach();

    /// Without a connection: Errc::locked, at once.
    void send(HttpRequest request, Callback done) override;
    void abort() override;

private:
    std::unique_ptr<Transport> m_connection;
};

} // namespace escale::client
