// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/audio_player.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>

namespace escale::speech {

namespace {

constexpr int kTickMs = 33;
constexpr int kBufferMs = 120;
// An output that takes nothing for that long will never take anything.
constexpr int kStillTicks = 1500 / kTickMs;

/// The samples as `format` wants them: rate and channels, 16 bits.
QByteArray bytesFor(const Utterance& utterance, const QAudioFormat& format) {
    const double step = double(utterance.sampleRate) / format.sampleRate();
    const auto& in = utterance.samples;
    const auto frames = static_cast<std::size_t>(double(in.size()) / step);
    std::vector<qint16> out;
    out.reserve(frames * static_cast<std::size_t>(format.channelCount()));
    for (std::size_t i = 0; i < frames; ++i) {
        const double at = double(i) * step;
        const auto left = static_cast<std::size_t>(at);
        const auto right = std::min(left + 1, in.size() - 1);
        const double part = at - double(left);
        const auto value =
            static_cast<qint16>(std::lround(in[left] * (1 - part) + in[right] * part));
        out.insert(out.end(), static_cast<std::size_t>(format.channelCount()), value);
    }
    return {reinterpret_cast<const char*>(out.data()),
            static_cast<qsizetype>(out.size() * sizeof(qint16))};
}

QAudioFormat formatFor(const QAudioDevice& device, int rate) {
    QAudioFormat format;
    format.setSampleFormat(QAudioFormat::Int16);
    format.setChannelCount(1);
    format.setSampleRate(rate);
    if (device.isFormatSupported(format))
        return format;
    format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

AudioPlayer::AudioPlayer(QObject* parent)
    : Player(parent) {
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &AudioPlayer::tick);
}

AudioPlayer::~AudioPlayer() = default;

bool AudioPlayer::isThere() {
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void AudioPlayer::play(const Utterance& utterance, double volume) {
    stop();
    const auto device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        emit broken();
        return;
    }
    const auto format = formatFor(device, utterance.sampleRate);
    m_bytes.setData(bytesFor(utterance, format));
    m_bytes.open(QIODevice::ReadOnly);
    m_rate = utterance.sampleRate;
    m_samples = static_cast<qint64>(utterance.samples.size());
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(format.bytesForDuration(kBufferMs * 1000LL));
    m_sink->setVolume(volume);
    m_lastUs = -1;
    m_stillTicks = 0;
    m_sink->start(&m_bytes);
    m_timer.start();
}

void AudioPlayer::stop() {
    m_timer.stop();
    if (!m_sink)
        return;
    m_sink->reset(); // drops what the output holds already
    // Some outputs still look at their data before they are deleted.
    m_sink.release()->deleteLater();
    m_bytes.close();
}

void AudioPlayer::tick() {
    const qint64 us = m_sink->processedUSecs();
    m_stillTicks = us == m_lastUs ? m_stillTicks + 1 : 0;
    m_lastUs = us;
    if (m_sink->state() == QAudio::IdleState && m_bytes.atEnd()) {
        stop();
        emit finished();
        return;
    }
    const auto error = m_sink->error();
    if ((error != QAudio::NoError && error != QAudio::UnderrunError) ||
        m_stillTicks > kStillTicks) {
        stop();
        emit broken();
        return;
    }
    // What was given to the output is heard once its buffer has passed.
    const qint64 heardUs = std::max<qint64>(0, us - kBufferMs * 1000LL / 2);
    emit heard(std::min(m_samples, heardUs * m_rate / 1'000'000));
}

} // namespace escale::speech
