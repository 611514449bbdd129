// SPDX-License-Identifier: GPL-3.0-or-later
// One sealed page to the server, with the tus 1.0.0 protocol: a cut costs the part in flight.
#pragma once

#include "client/platform/page_files.h"
#include "client/store/local_store.h"
#include "client/sync/sync_fsm.h"
#include "client/sync/transport.h"

#include <functional>
#include <optional>

namespace escale::client {

inline constexpr std::size_t kUploadChunkBytes = 256U << 10;

struct PageOutcome {
    enum class Kind {
        sent,    // the server has all of it
        refused, // it will never take it (or the file here is damaged): not to be sent again
        ended,   // it was taken back, and the server holds nothing of it any more
        failed,  // to be tried again
    };
    Kind kind = Kind::failed;
    SyncFailure failure = SyncFailure::cut;
    Error error;
};

/// One page at a time. Asks the server how much it has, creates the upload if it has nothing, sends
/// the rest by parts, each with its checksum. A page that was taken back is ended at the server
/// instead. Never blocks. Destroying it drops the callback.
class PageUpload {
public:
    using Done = std::function<void(const PageOutcome&)>;
    /// All outlive the upload.
    PageUpload(LocalStore& store, PageFiles& files, Transport& transport, WaitingPage page,
               Done done);

    void start();

private:
    void create();
    void created(const Result<HttpAnswer>& answer);
    void askOffset();
    void offsetKnown(const Result<HttpAnswer>& answer);
    void sendPart(std::int64_t offset);
    void partSent(std::int64_t offset, const Result<HttpAnswer>& answer);
    void partRefused(const HttpAnswer& answer);
    void ended(const Result<HttpAnswer>& answer);
    void send(HttpRequest request, void (PageUpload::*next)(const Result<HttpAnswer>&));
    void again();
    void fail(const Result<HttpAnswer>& answer);
    void finish(PageOutcome outcome);
    [[nodiscard]] std::optional<std::int64_t> offsetOf(const HttpAnswer& answer) const;

    LocalStore& m_store;
    PageFiles& m_files;
    Transport& m_transport;
    WaitingPage m_page;
    Done m_done;
    int m_restarts = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

/// The failure that an answer of 4xx or 5xx means, or that no answer means.
SyncFailure failureOf(const Result<HttpAnswer>& answer);
Error errorOf(const Result<HttpAnswer>& answer);

} // namespace escale::client
