// SPDX-License-Identifier: GPL-3.0-or-later
// The network between devices and the server: requests are lost, doubled, overtaken, held up for
// minutes; answers are lost or cut after the work is done.
#pragma once

#include "client/sync/transport.h"
#include "tests/simulation/chance.h"
#include "tests/simulation/story.h"

#include <functional>
#include <memory>
#include <optional>

namespace escale::simulation {

/// In percent of the requests, or ms.
struct Weather {
    int lost = 0;       // the request never arrives
    int doubled = 0;    // it arrives twice
    int heldUp = 0;     // it arrives minutes later, when its sender has given up
    int answerLost = 0; // the work is done, nobody hears of it
    int answerCut = 0;
    std::int64_t slowestMs = 300;
};

/// What the server answers; nothing: it is not there, or it died over the request.
using Serve = std::function<std::optional<client::HttpAnswer>(const client::HttpRequest&)>;

/// The line of one device.
class Line {
public:
    Line(Timeline& timeline, Chance chance, Story& story, std::string name, Serve serve);

    void setWeather(const Weather& weather) { m_weather = weather; }
    void setConnected(bool connected) { m_connected = connected; }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// The line outlives it; one at a time.
    std::unique_ptr<client::Transport> transport();

private:
    friend class LineTransport;
    struct Call;
    void begin(const std::shared_ptr<Call>& call);
    void carry(const std::shared_ptr<Call>& call, std::int64_t delayMs);
    void arrive(const std::shared_ptr<Call>& call);
    void answer(const std::shared_ptr<Call>& call, std::int64_t delayMs,
                Result<client::HttpAnswer> result);

    Timeline& m_timeline;
    Chance m_chance;
    Story& m_story;
    std::string m_name;
    Serve m_serve;
    Weather m_weather;
    bool m_connected = true;
};

} // namespace escale::simulation
