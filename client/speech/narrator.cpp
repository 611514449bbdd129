// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/narrator.h"

#include "client/speech/audio_player.h"
#include "client/speech/silent_player.h"
#include "client/speech/voice_worker.h"

#include <utility>

namespace escale::speech {

namespace {

// Between two lines; longer after a sentence than after a word of a list.
constexpr int kAfterSentenceMs = 420;
constexpr int kAfterWordsMs = 260;

int silenceAfter(const QString& text) {
    static const QString kEnds = QStringLiteral(".?!…؟");
    return !text.isEmpty() && kEnds.contains(text.back()) ? kAfterSentenceMs : kAfterWordsMs;
}

} // namespace

Narrator::Narrator(std::shared_ptr<Synthesiser> synthesiser, Sources sources,
                   std::unique_ptr<Player> player, QObject* parent)
    : QObject(parent)
    , m_synthesiser(std::move(synthesiser))
    , m_sources(std::move(sources))
    , m_worker(new VoiceWorker(m_synthesiser)) {
    qRegisterMetaType<Span>();
    if (player)
        usePlayer(std::move(player));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &VoiceWorker::made, this, &Narrator::keep, Qt::QueuedConnection);
    m_thread.start();
}

Narrator::~Narrator() {
    m_thread.quit();
    m_thread.wait();
}

bool Narrator::speaks(const QString& language) const {
    return m_synthesiser->speaks(language);
}

void Narrator::usePlayer(std::unique_ptr<Player> player) {
    if (m_player)
        m_player.release()->deleteLater(); // it may be the one that is calling
    m_player = std::move(player);
    connect(m_player.get(), &Player::heard, this, &Narrator::follow);
    connect(m_player.get(), &Player::finished, this, &Narrator::goOn);
    connect(m_player.get(), &Player::broken, this, &Narrator::loseSound);
}

bool Narrator::findSound() {
    if (!m_player && AudioPlayer::isThere())
        usePlayer(std::make_unique<AudioPlayer>());
    else if (!m_player)
        loseSound();
    return m_hasSound;
}

void Narrator::read(QList<Line> lines, const Manner& manner) {
    stop();
    findSound();
    m_lines = std::move(lines);
    m_manner = manner;
    m_at = nextToSay(0);
    if (m_at < 0)
        return;
    emit speakingChanged();
    if (m_at >= 0)
        prepare(m_at);
}

void Narrator::stop() {
    if (m_player)
        m_player->stop();
    const bool was = speaking();
    clear();
    if (was)
        emit speakingChanged();
}

void Narrator::forgetTexts() {
    m_voices.clear();
}

void Narrator::clear() {
    m_at = -1;
    m_playing = false;
    m_prepared.clear(); // the answers to what was asked are then left aside
    m_lines.clear();
}

const Narrator::Voice& Narrator::voiceFor(const QString& language) {
    const auto known = m_voices.find(language);
    if (known != m_voices.end())
        return known->second;
    const auto shown = [this, language](const QString& key) {
        return m_sources.shown ? m_sources.shown(key, language) : QString();
    };
    const QByteArray tsv = m_sources.earWords ? m_sources.earWords(language) : QByteArray();
    Voice voice{EarWords(tsv, shown), Recordings(m_sources.recordings, language, shown)};
    return m_voices.emplace(language, std::move(voice)).first->second;
}

/// The first line from `from` on that has something to say; -1 for none. It is then prepared.
int Narrator::nextToSay(int from) {
    for (int line = from; line < m_lines.size(); ++line) {
        if (m_prepared.contains(line))
            return line;
        const auto& [text, language, kind] = m_lines[line];
        EarText ear(text, language, voiceFor(language).words, kind);
        if (!ear.says())
            continue;
        m_prepared.emplace(line, Prepared{0, std::move(ear), {}});
        return line;
    }
    return -1;
}

void Narrator::prepare(int line) {
    auto& prepared = m_prepared.at(line);
    if (prepared.ticket != 0)
        return;
    prepared.ticket = ++m_ticket;
    VoiceTask task;
    task.ticket = prepared.ticket;
    task.spoken = prepared.ear.spoken();
    task.language = m_lines[line].language;
    task.recording = voiceFor(task.language).recordings.fileFor(m_lines[line].text);
    task.pace = m_manner.pace;
    task.silenceMs = silenceAfter(m_lines[line].text);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, task] { worker->make(task); });
}

void Narrator::keep(quint64 ticket, const Utterance& utterance) {
    for (auto& [line, prepared] : m_prepared) {
        if (prepared.ticket != ticket)
            continue;
        prepared.sound = utterance;
        if (line == m_at && !m_playing)
            play();
        return;
    }
}

void Narrator::play() {
    const auto& prepared = m_prepared.at(m_at);
    const auto& sound = *prepared.sound;
    if (sound.empty())
        return goOn();
    m_playing = true;
    if (const int next = nextToSay(m_at + 1); next >= 0)
        prepare(next);
    // A recording does not tell its words: the whole text is lit.
    m_word = sound.words.empty() ? Span{0, static_cast<int>(m_lines[m_at].text.size())} : Span();
    emit word(m_at, m_word);
    if (m_playing)
        m_player->play(sound, m_manner.volume);
}

void Narrator::follow(qint64 sample) {
    if (!m_playing)
        return;
    const auto& prepared = m_prepared.at(m_at);
    Span now;
    for (const auto& event : prepared.sound->words) {
        if (event.sample > sample)
            break;
        if (const auto shown = prepared.ear.shownAt(event.where); shown.start >= 0)
            now = shown;
    }
    // A word never goes dark between two, and the light never goes back.
    if (now.length == 0 || now == m_word || now.start < m_word.start)
        return;
    m_word = now;
    emit word(m_at, now);
}

void Narrator::goOn() {
    if (!speaking())
        return;
    m_playing = false;
    m_prepared.erase(m_at);
    m_at = nextToSay(m_at + 1);
    if (m_at < 0) {
        clear();
        emit speakingChanged();
        emit finished();
        return;
    }
    prepare(m_at);
    if (m_prepared.at(m_at).sound)
        play();
}

/// What was being read goes on, for the eyes.
void Narrator::loseSound() {
    usePlayer(std::make_unique<SilentPlayer>());
    if (std::exchange(m_hasSound, false))
        emit soundChanged();
    if (m_playing)
        m_player->play(*m_prepared.at(m_at).sound, 0);
}

} // namespace escale::speech
