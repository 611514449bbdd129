// SPDX-License-Identifier: GPL-3.0-or-later
// Reads lines aloud, one after the other, and tells which word is being heard. Nothing starts by
// itself; stop() is obeyed at once. Lives on the thread of the interface.
#pragma once

#include "client/speech/ear_text.h"
#include "client/speech/player.h"
#include "client/speech/recordings.h"
#include "client/speech/synthesiser.h"

#include <QObject>
#include <QThread>

#include <map>
#include <memory>
#include <optional>

namespace escale::speech {

class VoiceWorker;

/// A text as it is shown, without tags.
struct Line {
    QString text;
    QString language;
    Kind kind = Kind::plain;
};

struct Manner {
    Pace pace;
    double volume = 1;
};

class Narrator : public QObject {
    Q_OBJECT
public:
    /// Folder of the recordings ("" for none), and the texts that are said otherwise (content of
    /// the file of a language; empty when it has none).
    struct Sources {
        QString recordings;
        std::function<QByteArray(const QString& language)> earWords;
        /// Text that a key shows in `language`; empty when that is not known now.
        std::function<QString(const QString& key, const QString& language)> shown;
    };

    /// `player` null: the output of the machine is looked for when something is first read.
    Narrator(std::shared_ptr<Synthesiser> synthesiser, Sources sources,
             std::unique_ptr<Player> player = nullptr, QObject* parent = nullptr);
    ~Narrator() override;

    [[nodiscard]] bool speaks(const QString& language) const;
    [[nodiscard]] bool speaking() const { return m_at >= 0; }
    /// Looks for the sound output of the machine, once; false when it has none, or lost it. Words
    /// pass all the same.
    bool findSound();
    /// Stops what was being read.
    void read(QList<Line> lines, const Manner& manner);
    void stop();
    /// Texts have changed (another language is shown): what was known of them is forgotten.
    void forgetTexts();

signals:
    void speakingChanged();
    void soundChanged();
    /// Word `where` of line `line` is being heard; start -1: the line begins.
    void word(int line, const escale::speech::Span& where);
    /// To the last line.
    void finished();

private:
    struct Voice {
        EarWords words;
        Recordings recordings;
    };

    const Voice& voiceFor(const QString& language);
    void usePlayer(std::unique_ptr<Player> player);
    [[nodiscard]] int nextToSay(int from);
    void prepare(int line);
    void keep(quint64 ticket, const Utterance& utterance);
    void play();
    void follow(qint64 sample);
    void goOn();
    void loseSound();
    void clear();

    /// A line on its way to be heard.
    struct Prepared {
        quint64 ticket = 0;
        EarText ear;
        std::optional<Utterance> sound; // nothing: being made
    };

    std::shared_ptr<Synthesiser> m_synthesiser;
    Sources m_sources;
    std::map<QString, Voice> m_voices;
    std::unique_ptr<Player> m_player;
    bool m_hasSound = true;
    QThread m_thread;
    VoiceWorker* m_worker = nullptr; // lives on m_thread, deleted with it
    QList<Line> m_lines;
    Manner m_manner;
    std::map<int, Prepared> m_prepared; // by line
    quint64 m_ticket = 0;
    int m_at = -1; // line being read, -1 for none
    bool m_playing = false;
    Span m_word;
};

} // namespace escale::speech

Q_DECLARE_METATYPE(escale::speech::Span)
