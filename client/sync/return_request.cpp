// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_engine.h"
#include "shared/crypto/secret.h"
#include "shared/protocol/return.h"

namespace escale::client {
namespace {

Result<Dossier> dossierOf(const Result<HttpAnswer>& answer) {
    if (!answer || answer->status != 200)
        return errorOf(answer);
    ESCALE_TRY_ASSIGN(message, protocol::decodeReturnResponse(asString(answer->body)));
    return std::move(message.dossier);
}

} // namespace

void SyncEngine::fetchByCode(const std::string& code, std::function<void(Result<Dossier>)> done) {
    HttpRequest request{"POST", "/v1/resume", {{"Content-Type", "application/json"}}, {}};
    std::string text = protocol::encode(protocol::ReturnRequest{code});
    const ByteView body = asBytes(text);
    request.body.assign(body.begin(), body.end());
    crypto::wipe(text);
    m_transport.send(std::move(request),
                     [done = std::move(done)](const auto& answer) { done(dossierOf(answer)); });
}

} // namespace escale::client
