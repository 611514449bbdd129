// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/territory_fetch.h"

#include "client/sync/page_upload.h"
#include "shared/cotation/builtin.h"

#include <utility>

namespace escale::client {
namespace {

constexpr std::int64_t kPeriodMs = 3'600'000;
constexpr std::int64_t kRetryMs = 600'000;
constexpr int kNotModified = 304;

HttpRequest get(std::string path, const std::string& mark) {
    HttpRequest request{"GET", std::move(path), {}, {}};
    if (!mark.empty())
        request.headers.emplace_back("If-None-Match", mark);
    return request;
}

} // namespace

TerritoryFetch::TerritoryFetch(HeldPacks& packs, Transport& transport)
    : m_packs(packs)
    , m_transport(transport) {}

bool TerritoryFetch::due(std::int64_t nowMs) const {
    return m_packs.hasKey() && (nowMs >= m_nextMs || nowMs < m_startedMs);
}

void TerritoryFetch::run(std::int64_t nowMs, Callback done) {
    m_report = {};
    m_at = 0;
    m_done = std::move(done);
    m_startedMs = nowMs;
    m_nextMs = nowMs + kRetryMs;
    m_transport.send(get("/v1/territoires", m_listMark),
                     [this](const auto& answer) { listed(answer); });
}

void TerritoryFetch::listed(const Result<HttpAnswer>& answer) {
    if (answer && answer->status == 200) {
        auto list = protocol::decodeTerritories(asString(answer->body));
        if (!list) {
            note(list.error());
            return finish();
        }
        m_list = std::move(*list);
        m_listMark = answer->header("etag");
    } else if (!answer || answer->status != kNotModified) {
        note(errorOf(answer));
        return finish();
    }
    next();
}

/// The next territory that this device does not hold as the server has it.
void TerritoryFetch::next() {
    for (; m_at < m_list.size(); ++m_at) {
        const auto& entry = m_list[m_at];
        if (cotation::builtinBareme(entry.bareme).empty() ||
            m_packs.mark(entry.siren) == entry.mark)
            continue;
        m_transport.send(get("/v1/territoires/" + entry.siren, {}),
                         [this, entry](const auto& answer) { received(entry, answer); });
        ++m_at;
        return;
    }
    finish();
}

void TerritoryFetch::received(const protocol::TerritoryEntry& entry,
                              const Result<HttpAnswer>& answer) {
    if (!answer || answer->status != 200) {
        note(errorOf(answer));
        return finish();
    }
    const auto kept = m_packs.keep(entry.siren, answer->body);
    if (kept) {
        ++m_report.kept;
    } else {
        ++m_report.refused;
        note(kept.error());
    }
    next();
}

void TerritoryFetch::note(const Error& error) {
    if (!m_report.error)
        m_report.error = error;
}

void TerritoryFetch::finish() {
    if (!m_report.error)
        m_nextMs = m_startedMs + kPeriodMs;
    const Callback done = std::move(m_done);
    done(m_report);
}

} // namespace escale::client
