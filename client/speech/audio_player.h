// SPDX-License-Identifier: GPL-3.0-or-later
// The sound output of the machine, by Qt Multimedia.
#pragma once

#include "client/speech/player.h"

#include <QBuffer>
#include <QTimer>

#include <memory>

class QAudioSink;

namespace escale::speech {

class AudioPlayer final : public Player {
    Q_OBJECT
public:
    explicit AudioPlayer(QObject* parent = nullptr);
    ~AudioPlayer() override;
    /// Whether there is an output now. The first call looks for it, some tens of milliseconds.
    [[nodiscard]] static bool isThere();
    void play(const Utterance& utterance, double volume) override;
    void stop() override;

private:
    void tick();

    std::unique_ptr<QAudioSink> m_sink;
    QBuffer m_bytes;
    QTimer m_timer;
    qint64 m_lastUs = -1; // heard at the last tick
    int m_stillTicks = 0; // since it moved
    int m_rate = 1;
    qint64 m_samples = 0;
};

} // namespace escale::speech
