// SPDX-License-Identifier: GPL-3.0-or-later
// A voice and a loudspeaker moved by hand.
#pragma once

#include "client/speech/player.h"
#include "client/speech/synthesiser.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

namespace escale::tests {

/// A second of sound a word, one sample a millisecond. Remembers what it was asked (any thread).
class SecondAWord final : public speech::Synthesiser {
public:
    static constexpr int kRate = 1000;

    [[nodiscard]] bool speaks(const QString& language) const override { return language != "xx"; }
    Result<speech::Utterance> say(const QString& text, const QString&, speech::Pace pace) override {
        const QMutexLocker lock(&m_mutex);
        m_asked.append(text);
        m_pace = pace.wordsPerMinute;
        speech::Utterance utterance;
        utterance.sampleRate = kRate;
        int at = 0;
        for (const auto& word : text.split(' ')) {
            const auto sample = static_cast<qint64>(utterance.samples.size());
            if (!word.isEmpty())
                utterance.words.push_back({{at, int(word.size())}, sample});
            utterance.samples.resize(utterance.samples.size() + (word.isEmpty() ? 0 : kRate), 99);
            at += int(word.size()) + 1;
        }
        return utterance;
    }
    QStringList asked() {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }
    int pace() {
        const QMutexLocker lock(&m_mutex);
        return m_pace;
    }

private:
    QMutex m_mutex;
    QStringList m_asked;
    int m_pace = 0;
};

/// Plays nothing; the test says what is heard.
class HandPlayer final : public speech::Player {
public:
    void play(const speech::Utterance& utterance, double volume) override {
        ++plays;
        playing = true;
        lastVolume = volume;
        last = utterance;
    }
    void stop() override { playing = false; }
    /// The word number `index` of what is playing begins.
    void hear(int index) {
        if (playing)
            emit heard(qint64(index) * SecondAWord::kRate + 1);
    }
    void end() {
        if (std::exchange(playing, false))
            emit finished();
    }

    int plays = 0;
    bool playing = false;
    double lastVolume = -1;
    speech::Utterance last;
};

} // namespace escale::tests
