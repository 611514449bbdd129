// SPDX-License-Identifier: GPL-3.0-or-later
// Lines read one after the other, stopped at once, lit word by word.
#include "client/speech/narrator.h"
#include "client/speech/silent_player.h"
#include "tests/client/speech_support.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sndfile.h>

using namespace escale::speech;
using escale::tests::HandPlayer;
using escale::tests::SecondAWord;

class SpeechNarratorTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void linesFollowEachOther();
    void wordsAreLitInOrder();
    void stopIsObeyedAtOnce();
    void whatComesLateIsNotPlayed();
    void readingAgainStopsWhatWasRead();
    void linesWithNothingToSayArePassed();
    void earWordsAreSaid();
    void aRecordingTakesThePlace();
    void aLostOutputLeavesTheLight();
    void withoutOutputTheWordsPassAtTheirPace();

private:
    void read(const QStringList& texts) {
        QList<Line> lines;
        for (const auto& text : texts)
            lines.append({text, "fr", Kind::plain});
        m_narrator->read(lines, {});
    }

    std::shared_ptr<SecondAWord> m_voice;
    HandPlayer* m_player = nullptr; // of m_narrator
    std::unique_ptr<Narrator> m_narrator;
    Narrator::Sources m_sources;
};

void SpeechNarratorTest::init() {
    m_voice = std::make_shared<SecondAWord>();
    auto player = std::make_unique<HandPlayer>();
    m_player = player.get();
    m_narrator = std::make_unique<Narrator>(m_voice, m_sources, std::move(player));
}

void SpeechNarratorTest::linesFollowEachOther() {
    QSignalSpy ended(m_narrator.get(), &Narrator::finished);
    read({"un deux", "trois"});
    QVERIFY(m_narrator->speaking());
    QTRY_COMPARE(m_player->plays, 1);
    // The next line is made while this one is heard.
    QTRY_COMPARE(m_voice->asked(), QStringList({"un deux", "trois"}));
    m_player->end();
    QTRY_COMPARE(m_player->plays, 2);
    QVERIFY(m_narrator->speaking());
    m_player->end();
    QVERIFY(!m_narrator->speaking());
    QCOMPARE(ended.size(), 1);
}

void SpeechNarratorTest::wordsAreLitInOrder() {
    QSignalSpy words(m_narrator.get(), &Narrator::word);
    read({"un deux trois"});
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(words.size(), 1); // the line begins
    for (const int word : {0, 1, 1, 0, 2})
        m_player->hear(word);
    QCOMPARE(words.size(), 4); // once each, never back
    QCOMPARE(words.last().at(1).value<Span>(), (Span{8, 5}));
}

void SpeechNarratorTest::stopIsObeyedAtOnce() {
    QSignalSpy words(m_narrator.get(), &Narrator::word);
    read({"un deux", "trois"});
    QTRY_COMPARE(m_player->plays, 1);
    words.clear();
    m_narrator->stop();
    QVERIFY(!m_player->playing);
    QVERIFY(!m_narrator->speaking());
    m_player->hear(1);
    QTest::qWait(50);
    QCOMPARE(m_player->plays, 1);
    QCOMPARE(words.size(), 0);
}

void SpeechNarratorTest::whatComesLateIsNotPlayed() {
    read({"un deux"});
    m_narrator->stop(); // before the sound is made
    QTRY_COMPARE(m_voice->asked().size(), 1);
    QTest::qWait(50);
    QCOMPARE(m_player->plays, 0);
}

void SpeechNarratorTest::readingAgainStopsWhatWasRead() {
    read({"un", "deux"});
    read({"trois"});
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(m_player->last.words.front().where.length, 5);
    m_player->end();
    QVERIFY(!m_narrator->speaking());
}

void SpeechNarratorTest::linesWithNothingToSayArePassed() {
    QSignalSpy words(m_narrator.get(), &Narrator::word);
    read({"…", "un", "", "deux"});
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(words.last().at(0).toInt(), 1); // its place among all lines
    m_player->end();
    QTRY_COMPARE(m_player->plays, 2);
    QCOMPARE(words.last().at(0).toInt(), 3);
    m_narrator->read({{"…", "fr", Kind::plain}}, {});
    QVERIFY(!m_narrator->speaking());
}

void SpeechNarratorTest::earWordsAreSaid() {
    Narrator::Sources sources;
    sources.earWords = [](const QString& language) {
        return language == "fr" ? QByteArray("mot:RFR\trevenu fiscal\n") : QByteArray();
    };
    auto player = std::make_unique<HandPlayer>();
    auto* hand = player.get();
    Narrator narrator(m_voice, sources, std::move(player));
    QSignalSpy words(&narrator, &Narrator::word);
    narrator.read({{"Le RFR", "fr", Kind::plain}}, {});
    QTRY_COMPARE(hand->plays, 1);
    QCOMPARE(m_voice->asked(), QStringList("Le revenu fiscal"));
    hand->hear(2); // "fiscal" lights RFR
    QCOMPARE(words.last().at(1).value<Span>(), (Span{3, 3}));
}

void SpeechNarratorTest::aRecordingTakesThePlace() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("fr"));
    SF_INFO info{};
    info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    info.samplerate = 16000;
    info.channels = 1;
    const auto file = folder.filePath("fr/question.nom.wav").toLocal8Bit();
    SNDFILE* out = sf_open(file.constData(), SFM_WRITE, &info);
    const std::vector<short> tone(16000, 1234);
    sf_writef_short(out, tone.data(), 16000);
    sf_close(out);
    Narrator::Sources sources;
    sources.recordings = folder.path();
    sources.shown = [](const QString& key, const QString&) {
        return key == "question.nom" ? QString("Votre nom ?") : QString();
    };
    auto player = std::make_unique<HandPlayer>();
    auto* hand = player.get();
    Narrator narrator(m_voice, sources, std::move(player));
    QSignalSpy words(&narrator, &Narrator::word);
    narrator.read({{"Votre nom ?", "fr", Kind::plain}}, {});
    QTRY_COMPARE(hand->plays, 1);
    QVERIFY(m_voice->asked().isEmpty());
    QCOMPARE(hand->last.sampleRate, 16000);
    QCOMPARE(hand->last.samples[100], qint16(1234));
    QCOMPARE(words.last().at(1).value<Span>(), (Span{0, 11})); // no words known: all of it
}

void SpeechNarratorTest::aLostOutputLeavesTheLight() {
    QSignalSpy sound(m_narrator.get(), &Narrator::soundChanged);
    read({"un"});
    QTRY_COMPARE(m_player->plays, 1);
    emit m_player->broken();
    QCOMPARE(sound.size(), 1);
    QVERIFY(!m_narrator->findSound());
    QVERIFY(m_narrator->speaking());
    QTRY_VERIFY(!m_narrator->speaking()); // it goes to its end by itself
}

void SpeechNarratorTest::withoutOutputTheWordsPassAtTheirPace() {
    Narrator narrator(m_voice, m_sources, std::make_unique<SilentPlayer>());
    QSignalSpy words(&narrator, &Narrator::word);
    QSignalSpy ended(&narrator, &Narrator::finished);
    narrator.read({{"un deux", "fr", Kind::plain}}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(words.size(), 3);
}

QTEST_MAIN(SpeechNarratorTest)
#include "speech_narrator_test.moc"
