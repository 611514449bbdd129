// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/late_transport.h"

namespace escale::client {

void LateTransport::attach(std::unique_ptr<Transport> connection) {
    detach();
    m_connection = std::move(connection);
}

void LateTransport::detach() {
    abort();
    m_connection.reset();
}

void LateTransport::send(HttpRequest request, Callback done) {
    if (m_connection)
        return m_connection->send(std::move(request), std::move(done));
    done(fail(Errc::locked, "il faut le code PIN"));
}

void LateTransport::abort() {
    if (m_connection)
        m_connection->abort();
}

} // namespace escale::client
