// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/fake_server.h"

#include "shared/base/json.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/return.h"

#include <QTest>
#include <QTimer>

#include <algorithm>

namespace escale::tests {
namespace {

using client::HttpAnswer;
using client::HttpRequest;

std::string headerOf(const HttpRequest& request, std::string_view name) {
    for (const auto& [key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpAnswer json(int status, const std::string& text) {
    return {status, {{"content-type", "application/json"}}, {text.begin(), text.end()}};
}

HttpAnswer refusal(int status, Errc code) {
    return json(status, protocol::encodeError(fail(code, "essai")));
}

} // namespace

void FakeServer::send(HttpRequest request, Callback done) {
    QTimer::singleShot(
        0, this,
        [this, request = std::move(request), done = std::move(done), generation = m_generation] {
            if (generation == m_generation)
                done(answer(request));
        });
}

Result<HttpAnswer> FakeServer::answer(const HttpRequest& request) {
    if (away)
        return fail(Errc::networkUnavailable, "personne ne répond");
    if (request.path == "/v1/sync")
        return sync(request);
    if (request.path == "/v1/resume")
        return resume(request);
    if (request.path.starts_with("/v1/territoires"))
        return territory(request);
    if (request.method == "POST")
        return createUpload(request);
    if (request.method == "PATCH")
        return patch(request);
    if (!pages.contains(request.path))
        return refusal(404, Errc::notFound);
    if (request.method == "DELETE") {
        ++ended;
        pages.erase(request.path);
        return HttpAnswer{204, {}, {}};
    }
    return HttpAnswer{200, {{"upload-offset", std::to_string(pages[request.path].size())}}, {}};
}

Result<HttpAnswer> FakeServer::territory(const HttpRequest& request) {
    const std::string siren = request.path.substr(request.path.rfind('/') + 1);
    if (siren != "territoires") {
        ++packsSent;
        const auto pack = packs.find(siren);
        return pack == packs.end() ? refusal(404, Errc::notFound)
                                   : HttpAnswer{200, {}, pack->second};
    }
    ++lists;
    const std::string body = protocol::encode(territories);
    const std::string tag = '"' + crypto::sha256Hex(asBytes(body)) + '"';
    if (headerOf(request, "If-None-Match") == tag) {
        ++listsUnchanged;
        return HttpAnswer{304, {{"etag", tag}}, {}};
    }
    HttpAnswer answer = json(200, body);
    answer.headers.emplace_back("etag", tag);
    return answer;
}

Result<HttpAnswer> FakeServer::sync(const HttpRequest& request) {
    ++exchanges;
    if (failingStatus != 0)
        return refusal(failingStatus, Errc::tooLarge);
    const auto message = protocol::decodeSyncRequest(asString(request.body));
    if (!message)
        return refusal(400, message.error().code);
    std::map<std::int64_t, std::string> came;
    for (const Edit& edit : message->edits)
        came[edit.seq] = escale::json::serialize(protocol::toJson(edit));
    for (const protocol::SealedEdit& sealed : message->sealed)
        came[sealed.seq] = asString(sealed.cms);
    batches.push_back(came.size());
    if (!came.empty() && came.begin()->first > mark + 1)
        return refusal(409, Errc::malformed);
    for (const auto& [seq, text] : came) {
        if (seq == mark + 1) {
            edits[seq] = text;
            mark = seq;
        }
    }
    protocol::SyncResponse answer;
    answer.acknowledged = mark;
    answer.cursor = ++cursor;
    answer.dossiers = std::exchange(snapshots, {});
    answer.statuses = std::exchange(statuses, {});
    if (loseAnswers > 0 && loseAnswers-- > 0)
        return fail(Errc::networkUnavailable, "réponse coupée");
    return json(200, protocol::encode(answer));
}

Result<HttpAnswer> FakeServer::resume(const HttpRequest& request) {
    const auto message = protocol::decodeReturnRequest(asString(request.body));
    if (!message)
        return refusal(400, message.error().code);
    if (tiredOfCodes)
        return refusal(429, Errc::throttled);
    const auto found = byCode.find(message->code);
    if (found == byCode.end())
        return refusal(403, Errc::wrongCode);
    return json(200, protocol::encode(protocol::ReturnResponse{found->second}));
}

Result<HttpAnswer> FakeServer::createUpload(const HttpRequest& request) {
    const std::string metadata = headerOf(request, "Upload-Metadata");
    const auto at = metadata.find("sha256 ");
    const auto name = fromBase64(metadata.substr(at + 7));
    if (at == std::string::npos || !name)
        return refusal(400, Errc::malformed);
    const std::string sha = asString(*name);
    const std::string path = "/v1/uploads/" + std::to_string(m_names.size() + 1);
    m_names[path] = sha;
    m_lengths[path] = std::stoul(headerOf(request, "Upload-Length"));
    pages[path] = {};
    return HttpAnswer{201, {{"location", path}, {"upload-offset", "0"}}, {}};
}

Result<HttpAnswer> FakeServer::patch(const HttpRequest& request) {
    if (!pages.contains(request.path))
        return refusal(404, Errc::notFound);
    Bytes& page = pages[request.path];
    if (m_names[request.path] == neverTakes)
        return fail(Errc::networkUnavailable, "coupé");
    if (std::stoul(headerOf(request, "Upload-Offset")) != page.size())
        return refusal(409, Errc::conflict);
    ++patches;
    Bytes part = request.body;
    if (damagedParts > 0 && damagedParts-- > 0)
        part[part.size() / 2] ^= 1;
    if (headerOf(request, "Upload-Checksum") != "sha256 " + toBase64(crypto::sha256(part)))
        return refusal(460, Errc::malformed);
    page.insert(page.end(), part.begin(), part.end());
    if (cutAfterParts >= 0 && cutAfterParts-- == 0)
        return fail(Errc::networkUnavailable, "coupé");
    if (page.size() == m_lengths[request.path]) {
        if (refusesPages)
            return refusal(422, Errc::unreadableImage);
        if (crypto::sha256Hex(page) != m_names[request.path])
            return refusal(460, Errc::malformed);
        complete.insert(m_names[request.path]);
    }
    return HttpAnswer{204, {{"upload-offset", std::to_string(page.size())}}, {}};
}

client::SyncReport syncRound(client::SyncEngine& engine) {
    client::SyncReport report;
    bool finished = false;
    QObject context;
    QObject::connect(&engine, &client::SyncEngine::roundFinished, &context,
                     [&](const client::SyncReport& done) {
                         report = done;
                         finished = true;
                     });
    engine.runOnce();
    if (!QTest::qWaitFor([&] { return finished; }, 60'000))
        report.error = fail(Errc::timeout, "la ronde ne finit pas");
    return report;
}

} // namespace escale::tests
