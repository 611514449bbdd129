// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/outbox_port.h"

namespace escale::sne {
namespace {

/// Not a service: the name under which a creation is kept before it leaves.
constexpr std::string_view kBeforeSending = "creation_avant_envoi";

} // namespace

Result<std::string> StoreOutbox::lastCreation(const DossierId& dossier) {
    std::string xml;
    ESCALE_TRY(m_store.reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, session.outbox().exchanges(dossier));
        for (const server::ExchangeRow& row : rows) { // oldest first
            if (row.service == kBeforeSending)
                xml = asString(row.request);
        }
        return {};
    }));
    return xml;
}

Result<void> StoreOutbox::keepCreation(const DossierId& dossier, const std::string& xml,
                                       const std::string& sha256) {
    return m_outbox.archiveExchange(dossier, std::string(kBeforeSending), asBytes(xml), {}, sha256);
}

} // namespace escale::sne
