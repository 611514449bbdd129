// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/page_upload.h"

#include "shared/crypto/hash.h"

#include <charconv>

namespace escale::client {
namespace {

constexpr int kMaxRestarts = 3;
constexpr std::string_view kUploads = "/v1/uploads";
constexpr int kHashMismatch = 460;

HttpRequest tus(std::string method, std::string path) {
    return {std::move(method), std::move(path), {{"Tus-Resumable", "1.0.0"}}, {}};
}

std::string metadataOf(const WaitingPage& page) {
    const auto entry = [](const char* name, const std::string& value) {
        return std::string(name) + " " + toBase64(asBytes(value));
    };
    return entry("dossier", page.dossier.str()) + "," + entry("piece", page.piece.str()) + "," +
           entry("sha256", page.sha256Hex);
}

bool isUploadPath(std::string_view path) {
    return path.starts_with("/v1/uploads/") && path.size() <= 200 &&
           path.find_first_of(" ?#\r\n") == std::string_view::npos;
}

/// Ended, expired, or of another server: nothing is there any more.
bool isGone(int status) {
    return status == 404 || status == 410;
}

/// tus, checksum extension: "algorithm base64".
std::string checksumOf(ByteView part) {
    return "sha256 " + toBase64(crypto::sha256(part));
}

} // namespace

SyncFailure failureOf(const Result<HttpAnswer>& answer) {
    if (!answer)
        return SyncFailure::cut;
    return answer->status >= 500 ? SyncFailure::server : SyncFailure::refused;
}

Error errorOf(const Result<HttpAnswer>& answer) {
    if (!answer)
        return answer.error();
    Error error = protocol::decodeError(asString(answer->body));
    if (error.code == Errc::peerRefused && answer->status >= 500)
        error.code = Errc::serverFailure;
    if (error.detail.empty())
        error.detail = "réponse HTTP " + std::to_string(answer->status);
    return error;
}

PageUpload::PageUpload(LocalStore& store, PageFiles& files, Transport& transport, WaitingPage page,
                       Done done)
    : m_store(store)
    , m_files(files)
    , m_transport(transport)
    , m_page(std::move(page))
    , m_done(std::move(done)) {}

void PageUpload::start() {
    if (m_page.dropped)
        return send(tus("DELETE", m_page.uploadPath), &PageUpload::ended);
    const auto content = m_files.read(m_page.sha256Hex, 0, protocol::kMaxUploadBytes + 1);
    if (!content && content.error().code != Errc::notFound)
        return finish({PageOutcome::Kind::failed, SyncFailure::local, content.error()});
    if (!content || crypto::sha256Hex(*content) != m_page.sha256Hex)
        return finish(
            {PageOutcome::Kind::refused, SyncFailure::local,
             escale::fail(Errc::cryptoFailure, "page abîmée ou absente sur cet appareil")});
    m_page.uploadPath.empty() ? create() : askOffset();
}

void PageUpload::send(HttpRequest request, void (PageUpload::*next)(const Result<HttpAnswer>&)) {
    m_transport.send(std::move(request),
                     [this, next, alive = std::weak_ptr(m_alive)](const auto& answer) {
                         if (!alive.expired())
                             (this->*next)(answer);
                     });
}

void PageUpload::ended(const Result<HttpAnswer>& answer) {
    if (answer && (answer->status / 100 == 2 || isGone(answer->status)))
        return finish({PageOutcome::Kind::ended, {}, {}});
    finish({PageOutcome::Kind::failed, failureOf(answer), errorOf(answer)});
}

void PageUpload::create() {
    HttpRequest request = tus("POST", std::string(kUploads));
    request.headers.emplace_back("Upload-Length", std::to_string(m_page.bytes));
    request.headers.emplace_back("Upload-Metadata", metadataOf(m_page));
    send(std::move(request), &PageUpload::created);
}

void PageUpload::created(const Result<HttpAnswer>& answer) {
    if (!answer || answer->status != 201)
        return fail(answer);
    if (offsetOf(*answer) == m_page.bytes) // all of it came before, the answer was lost
        return finish({PageOutcome::Kind::sent, {}, {}});
    m_page.uploadPath = answer->header("location");
    if (!isUploadPath(m_page.uploadPath))
        return finish({PageOutcome::Kind::failed, SyncFailure::server,
                       escale::fail(Errc::malformed, "adresse d’envoi illisible")});
    if (auto kept = m_store.setUploadPath(m_page.sha256Hex, m_page.uploadPath); !kept)
        return finish({PageOutcome::Kind::failed, SyncFailure::local, kept.error()});
    sendPart(offsetOf(*answer).value_or(0));
}

void PageUpload::askOffset() {
    send(tus("HEAD", m_page.uploadPath), &PageUpload::offsetKnown);
}

void PageUpload::offsetKnown(const Result<HttpAnswer>& answer) {
    if (answer && isGone(answer->status))
        return again();
    const auto offset = answer && answer->status / 100 == 2 ? offsetOf(*answer) : std::nullopt;
    if (!offset)
        return fail(answer);
    if (*offset == m_page.bytes)
        return finish({PageOutcome::Kind::sent, {}, {}});
    sendPart(*offset);
}

void PageUpload::sendPart(std::int64_t offset) {
    auto part = m_files.read(m_page.sha256Hex, offset, kUploadChunkBytes);
    if (!part || part->empty())
        return finish({PageOutcome::Kind::failed, SyncFailure::local,
                       part ? escale::fail(Errc::storageFailure, "page plus courte que prévu")
                            : part.error()});
    HttpRequest request = tus("PATCH", m_page.uploadPath);
    request.headers.emplace_back("Content-Type", "application/offset+octet-stream");
    request.headers.emplace_back("Upload-Offset", std::to_string(offset));
    request.headers.emplace_back("Upload-Checksum", checksumOf(*part));
    request.body = std::move(*part);
    m_transport.send(std::move(request),
                     [this, offset, alive = std::weak_ptr(m_alive)](const auto& answer) {
                         if (!alive.expired())
                             partSent(offset, answer);
                     });
}

void PageUpload::partSent(std::int64_t offset, const Result<HttpAnswer>& answer) {
    if (!answer)
        return fail(answer);
    if (answer->status / 100 != 2)
        return partRefused(*answer);
    const auto next = offsetOf(*answer);
    if (!next || *next <= offset)
        return finish({PageOutcome::Kind::failed, SyncFailure::server,
                       escale::fail(Errc::malformed, "avancement d’envoi illisible")});
    if (*next == m_page.bytes)
        return finish({PageOutcome::Kind::sent, {}, {}});
    sendPart(*next);
}

void PageUpload::partRefused(const HttpAnswer& answer) {
    // What is there was not moved by a part that came damaged, nor by one that came twice.
    if ((answer.status == 409 || answer.status == kHashMismatch) && ++m_restarts <= kMaxRestarts)
        return askOffset();
    if (isGone(answer.status))
        return again();
    fail(answer);
}

/// The server has lost it (expired, or not what was announced): from the first byte.
void PageUpload::again() {
    m_page.uploadPath.clear();
    const auto kept = m_store.setUploadPath(m_page.sha256Hex, "");
    if (!kept)
        return finish({PageOutcome::Kind::failed, SyncFailure::local, kept.error()});
    if (++m_restarts > kMaxRestarts)
        return finish({PageOutcome::Kind::failed, SyncFailure::server,
                       escale::fail(Errc::serverFailure, "envoi recommencé trop souvent")});
    create();
}

void PageUpload::fail(const Result<HttpAnswer>& answer) {
    const int status = answer ? answer->status : 0;
    const bool never = status == 422 || status == 413;
    finish({never ? PageOutcome::Kind::refused : PageOutcome::Kind::failed, failureOf(answer),
            errorOf(answer)});
}

void PageUpload::finish(PageOutcome outcome) {
    const Done done = std::move(m_done);
    done(outcome); // may destroy this object
}

std::optional<std::int64_t> PageUpload::offsetOf(const HttpAnswer& answer) const {
    const std::string text = answer.header("upload-offset");
    std::int64_t offset = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), offset);
    if (error != std::errc() || end != text.data() + text.size() || offset < 0 ||
        offset > m_page.bytes)
        return std::nullopt;
    return offset;
}

} // namespace escale::client
