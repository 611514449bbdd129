// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_engine.h"

#include <algorithm>

namespace escale::client {

SyncEngine::SyncEngine(LocalStore& store, PageFiles& pages, Transport& transport,
                       const Clock& clock, Random& random, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_pages(pages)
    , m_transport(transport)
    , m_clock(clock)
    , m_fsm(SyncPolicy{}, random) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncEngine::step);
    if (const auto last = m_store.lastExchangeMs())
        m_status.lastSuccessMs = *last;
    refreshStatus();
}

SyncEngine::~SyncEngine() {
    m_transport.abort();
}

void SyncEngine::fetchTerritories(HeldPacks& packs) {
    m_territories = std::make_unique<TerritoryFetch>(packs, m_transport);
}

void SyncEngine::start() {
    m_mode = Mode::continuous;
    wake();
}

void SyncEngine::runOnce() {
    m_mode = Mode::once;
    m_report = {};
    wake();
}

void SyncEngine::stop() {
    m_mode = Mode::stopped;
    m_timer.stop();
    m_transport.abort();
    m_upload.reset();
    m_busy = false;
    refreshStatus();
}

void SyncEngine::wake() {
    m_fsm.wake();
    refreshStatus();
    if (m_mode != Mode::stopped && !m_busy)
        m_timer.start(0);
}

void SyncEngine::step() {
    if (m_mode == Mode::stopped || m_busy)
        return;
    auto view = look();
    if (!view) {
        noteError(view.error());
        return rest(SyncPolicy{}.pollMs);
    }
    act(m_fsm.next(*view, m_clock.nowMs()));
}

void SyncEngine::act(const SyncAction& action) {
    switch (action.kind) {
    case SyncAction::Kind::exchange:
        return exchange(action.maxEdits);
    case SyncAction::Kind::upload:
        return upload(action.page);
    case SyncAction::Kind::wait:
        return rest(action.waitMs);
    }
}

Result<SyncView> SyncEngine::look() {
    ESCALE_TRY_ASSIGN(counts, m_store.queue());
    ESCALE_TRY_ASSIGN(pages, m_store.waitingPages());
    SyncView view;
    view.edits = counts.edits;
    for (const WaitingPage& page : pages)
        view.pages.push_back(page.sha256Hex);
    return view;
}

void SyncEngine::exchange(std::size_t maxEdits) {
    m_busy = true;
    refreshStatus();
    auto batch = m_store.nextBatch(maxEdits);
    if (!batch)
        return failExchange(SyncFailure::local, batch.error());
    HttpRequest request{"POST", "/v1/sync", {{"Content-Type", "application/json"}}, {}};
    const std::string text = protocol::encode(*batch);
    const ByteView body = asBytes(text);
    request.body.assign(body.begin(), body.end());
    request.packs = true;
    m_transport.send(std::move(request), [this](const auto& answer) { exchanged(answer); });
}

void SyncEngine::exchanged(const Result<HttpAnswer>& answer) {
    if (answer && answer->status == 200)
        return take(*answer);
    if (answer && answer->status == 409) {
        m_fsm.gapFound(m_clock.nowMs());
        return done();
    }
    failExchange(failureOf(answer), errorOf(answer));
}

void SyncEngine::take(const HttpAnswer& answer) {
    auto message = protocol::decodeSyncResponse(asString(answer.body));
    if (!message)
        return failExchange(SyncFailure::server, message.error());
    auto received = m_store.receive(*message);
    if (!received)
        return failExchange(SyncFailure::local, received.error());
    m_report.sentEdits += received->acknowledged;
    m_report.received += received->dossiers;
    m_fsm.exchangeDone(message->more, m_clock.nowMs());
    m_status.lastError.reset();
    m_status.lastSuccessMs = m_clock.nowMs();
    if (const auto forgotten = forget(); !forgotten)
        noteError(forgotten.error());
    QStringList ids;
    for (const DossierId& id : received->changed)
        ids << QString::fromStdString(id.str());
    if (!ids.isEmpty())
        emit dossiersChanged(ids);
    takeTerritories();
}

/// A failure here waits for the next time: nothing of the person depends on it.
void SyncEngine::takeTerritories() {
    if (!m_territories || !m_territories->due(m_clock.nowMs()))
        return done();
    m_territories->run(m_clock.nowMs(), [this](const TerritoryReport& report) {
        m_report.territories.kept += report.kept;
        m_report.territories.refused += report.refused;
        if (report.error)
            m_report.territories.error = report.error;
        done();
    });
}

void SyncEngine::failExchange(SyncFailure failure, const Error& error) {
    noteError(error);
    m_fsm.exchangeFailed(failure, m_clock.nowMs());
    done();
}

void SyncEngine::upload(const std::string& sha256Hex) {
    auto pages = m_store.waitingPages();
    const auto isIt = [&](const WaitingPage& page) { return page.sha256Hex == sha256Hex; };
    if (!pages || std::none_of(pages->begin(), pages->end(), isIt)) {
        m_timer.start(0);
        return;
    }
    m_busy = true;
    refreshStatus();
    m_upload = std::make_unique<PageUpload>(
        m_store, m_pages, m_transport, *std::find_if(pages->begin(), pages->end(), isIt),
        [this, sha256Hex](const PageOutcome& outcome) { uploaded(sha256Hex, outcome); });
    m_upload->start();
}

void SyncEngine::uploaded(const std::string& sha256Hex, const PageOutcome& outcome) {
    PageOutcome settled = outcome;
    if (const auto written = settlePage(sha256Hex, outcome); !written)
        settled = {PageOutcome::Kind::failed, SyncFailure::local, written.error()};
    if (settled.kind == PageOutcome::Kind::failed)
        m_fsm.uploadFailed(sha256Hex, settled.failure, m_clock.nowMs());
    else
        m_fsm.uploadDone(sha256Hex);
    if (settled.kind == PageOutcome::Kind::sent)
        ++m_report.sentPages;
    else if (settled.kind == PageOutcome::Kind::failed)
        noteError(settled.error); // a refusal is kept with the dossier
    done();
}

Result<void> SyncEngine::settlePage(const std::string& sha256Hex, const PageOutcome& outcome) {
    if (outcome.kind == PageOutcome::Kind::failed)
        return {};
    if (outcome.kind == PageOutcome::Kind::refused) {
        ESCALE_TRY(m_store.pageRefused(sha256Hex, outcome.error));
        return forget();
    }
    if (outcome.kind == PageOutcome::Kind::ended) {
        ESCALE_TRY(m_pages.erase(sha256Hex));
        ESCALE_TRY(m_store.pageForgotten(sha256Hex));
        return forget();
    }
    ESCALE_TRY(m_store.pageSent(sha256Hex));
    ESCALE_TRY(m_pages.eraseSent(sha256Hex));
    return forget();
}

Result<void> SyncEngine::forget() {
    ESCALE_TRY_ASSIGN(names, m_store.forgetAcknowledged());
    for (const std::string& name : names)
        ESCALE_TRY(m_pages.erase(name));
    return {};
}

void SyncEngine::done() {
    m_busy = false;
    m_timer.start(0); // the upload that called us is destroyed by the next one, not under its feet
    refreshStatus();
}

void SyncEngine::rest(std::int64_t waitMs) {
    if (m_mode == Mode::once)
        return finishRound();
    m_status.nextAttemptMs = m_clock.nowMs() + waitMs;
    m_timer.start(static_cast<int>(std::min<std::int64_t>(waitMs, SyncPolicy{}.longestWaitMs)));
    refreshStatus();
}

void SyncEngine::finishRound() {
    m_mode = Mode::stopped;
    m_upload.reset();
    refreshStatus();
    m_report.waiting = m_status.waitingEdits + m_status.waitingPages;
    emit roundFinished(m_report);
}

void SyncEngine::noteError(const Error& error) {
    m_status.lastError = error;
    if (!m_report.error)
        m_report.error = error;
}

void SyncEngine::refreshStatus() {
    const SyncStatus before = m_status;
    m_status.running = m_busy;
    if (m_busy)
        m_status.nextAttemptMs = 0;
    if (const auto counts = m_store.queue()) {
        m_status.waitingEdits = counts->edits;
        m_status.waitingPages = counts->pages;
    }
    if (m_status != before)
        emit statusChanged();
}

} // namespace escale::client
