// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/network.h"

namespace escale::simulation {
namespace {

constexpr std::int64_t kGivesUpMs = 45'000;
constexpr std::int64_t kNoNetworkMs = 50;

Error cutOff() {
    return fail(Errc::networkUnavailable, "liaison coupée");
}

} // namespace

struct Line::Call {
    client::HttpRequest request;
    client::Transport::Callback done; // empty once answered, or given up
};

class LineTransport final : public client::Transport {
public:
    explicit LineTransport(Line& line)
        : m_line(line) {}
    ~LineTransport() override { forget(); }
    void send(client::HttpRequest request, Callback done) override {
        forget();
        m_call = std::make_shared<Line::Call>(Line::Call{std::move(request), std::move(done)});
        m_line.begin(m_call);
    }
    void abort() override { forget(); }

private:
    /// What has left goes on its way all the same.
    void forget() {
        if (m_call)
            m_call->done = {};
    }
    Line& m_line;
    std::shared_ptr<Line::Call> m_call;
};

Line::Line(Timeline& timeline, Chance chance, Story& story, std::string name, Serve serve)
    : m_timeline(timeline)
    , m_chance(chance)
    , m_story(story)
    , m_name(std::move(name))
    , m_serve(std::move(serve)) {}

std::unique_ptr<client::Transport> Line::transport() {
    return std::make_unique<LineTransport>(*this);
}

void Line::begin(const std::shared_ptr<Call>& call) {
    if (!m_connected)
        return answer(call, kNoNetworkMs, cutOff());
    answer(call, kGivesUpMs, fail(Errc::timeout, "pas de réponse"));
    if (m_chance.percent(m_weather.doubled)) {
        m_story.say(m_name, "sa demande part deux fois");
        carry(call, m_chance.between(1, m_weather.slowestMs * 20));
    }
    if (m_chance.percent(m_weather.lost))
        return m_story.say(m_name, "sa demande se perd");
    if (m_chance.percent(m_weather.heldUp))
        return carry(call, m_chance.between(kGivesUpMs, kGivesUpMs * 10));
    carry(call, m_chance.between(1, m_weather.slowestMs));
}

void Line::carry(const std::shared_ptr<Call>& call, std::int64_t delayMs) {
    m_timeline.in(delayMs, [this, call] { arrive(call); });
}

void Line::arrive(const std::shared_ptr<Call>& call) {
    auto answered = m_serve(call->request);
    const std::int64_t back = m_chance.between(1, m_weather.slowestMs);
    if (!answered)
        return answer(call, back, cutOff());
    if (m_chance.percent(m_weather.answerLost))
        return m_story.say(m_name, "la réponse du serveur se perd");
    if (m_chance.percent(m_weather.answerCut)) {
        m_story.say(m_name, "la réponse du serveur est coupée au milieu");
        return answer(call, back, cutOff());
    }
    answer(call, back, std::move(*answered));
}

void Line::answer(const std::shared_ptr<Call>& call, std::int64_t delayMs,
                  Result<client::HttpAnswer> result) {
    m_timeline.in(delayMs, [call, result = std::move(result)] {
        if (const auto done = std::exchange(call->done, {}))
            done(result);
    });
}

} // namespace escale::simulation
