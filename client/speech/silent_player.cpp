// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/silent_player.h"

#include <algorithm>

namespace escale::speech {

namespace {
constexpr int kTickMs = 33;
}

SilentPlayer::SilentPlayer(QObject* parent)
    : Player(parent) {
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &SilentPlayer::tick);
}

void SilentPlayer::play(const Utterance& utterance, double) {
    m_samples = static_cast<qint64>(utterance.samples.size());
    m_rate = utterance.sampleRate;
    m_since.start();
    m_timer.start();
}

void SilentPlayer::stop() {
    m_timer.stop();
}

void SilentPlayer::tick() {
    const qint64 sample = m_since.elapsed() * m_rate / 1000;
    emit heard(std::min(sample, m_samples));
    if (sample < m_samples || !m_timer.isActive())
        return;
    m_timer.stop();
    emit finished();
}

} // namespace escale::speech
