// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/recordings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sndfile.h>

#include <memory>

namespace escale::speech {

namespace {

constexpr int kMaxSeconds = 120;
constexpr int kMaxRate = 192'000;
constexpr int kMaxChannels = 8;
constexpr qint64 kMaxIndexBytes = 1 << 20;

struct Close {
    void operator()(SNDFILE* file) const { sf_close(file); }
};

std::vector<qint16> mixed(const std::vector<qint16>& interleaved, int channels) {
    if (channels == 1)
        return interleaved;
    std::vector<qint16> one(interleaved.size() / static_cast<std::size_t>(channels));
    for (std::size_t i = 0; i < one.size(); ++i) {
        int sum = 0;
        for (int channel = 0; channel < channels; ++channel)
            sum += interleaved[i * static_cast<std::size_t>(channels) +
                               static_cast<std::size_t>(channel)];
        one[i] = static_cast<qint16>(sum / channels);
    }
    return one;
}

} // namespace

Recordings::Recordings(const QString& folder, const QString& language,
                       const EarWords::Shown& shown) {
    const QDir dir(folder + QLatin1Char('/') + language);
    if (folder.isEmpty() || !dir.exists() || !shown)
        return;
    const auto files = dir.entryInfoList({"*.wav", "*.opus", "*.ogg", "*.flac"}, QDir::Files);
    for (const auto& file : files)
        add(file.filePath(), shown(file.completeBaseName()));
    QFile index(dir.filePath("index.tsv"));
    if (!index.open(QIODevice::ReadOnly))
        return;
    for (const auto& line :
         QString::fromUtf8(index.read(kMaxIndexBytes)).split(QLatin1Char('\n'))) {
        const auto tab = line.indexOf(QLatin1Char('\t'));
        // Only files of the folder itself: the index is not ours.
        const QString name = QFileInfo(line.left(tab)).fileName();
        if (tab > 0 && dir.exists(name))
            add(dir.filePath(name), shown(line.mid(tab + 1).trimmed()));
    }
}

void Recordings::add(const QString& file, const QString& text) {
    if (!text.isEmpty() && !text.contains(QLatin1String("%1")))
        m_files.insert(text, file);
}

Result<Utterance> readRecording(const QString& file) {
    if (!QFile::exists(file))
        return fail(Errc::notFound, "enregistrement absent");
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, Close> opened(
        sf_open(QFile::encodeName(file).constData(), SFM_READ, &info));
    if (!opened || info.samplerate < 1 || info.samplerate > kMaxRate || info.channels < 1 ||
        info.channels > kMaxChannels)
        return fail(Errc::malformed, "enregistrement illisible");
    // The number of frames that a damaged header gives is not trusted.
    const sf_count_t limit = sf_count_t{kMaxSeconds} * info.samplerate;
    std::vector<qint16> all;
    std::vector<qint16> some(static_cast<std::size_t>(info.samplerate * info.channels));
    sf_count_t frames = 0;
    while (const auto count = sf_readf_short(opened.get(), some.data(), info.samplerate)) {
        if ((frames += count) > limit)
            return fail(Errc::tooLarge, "enregistrement trop long");
        all.insert(all.end(), some.begin(), some.begin() + count * info.channels);
    }
    if (all.empty())
        return fail(Errc::malformed, "enregistrement vide");
    return Utterance{info.samplerate, mixed(all, info.channels), {}};
}

} // namespace escale::speech
