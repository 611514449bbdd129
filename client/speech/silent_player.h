// SPDX-License-Identifier: GPL-3.0-or-later
// No sound output: the words pass at the pace at which they would be heard.
#pragma once

#include "client/speech/player.h"

#include <QElapsedTimer>
#include <QTimer>

namespace escale::speech {

class SilentPlayer final : public Player {
    Q_OBJECT
public:
    explicit SilentPlayer(QObject* parent = nullptr);
    void play(const Utterance& utterance, double volume) override;
    void stop() override;

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_samples = 0;
    int m_rate = 1;
};

} // namespace escale::speech
