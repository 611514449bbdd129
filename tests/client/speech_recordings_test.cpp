// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded voice takes the place of the synthesis.
#include "client/speech/recordings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sndfile.h>

#include <cmath>

using namespace escale::speech;

namespace {

/// `seconds` of a tone, written as a person's recorder would.
void record(const QString& file, int format, int rate, int channels, double seconds) {
    SF_INFO info{};
    info.format = format;
    info.samplerate = rate;
    info.channels = channels;
    SNDFILE* out = sf_open(QFile::encodeName(file).constData(), SFM_WRITE, &info);
    QVERIFY2(out, sf_strerror(nullptr));
    const auto frames = static_cast<sf_count_t>(rate * seconds);
    std::vector<short> samples;
    for (sf_count_t i = 0; i < frames; ++i)
        for (int channel = 0; channel < channels; ++channel)
            samples.push_back(static_cast<short>(8000 * std::sin(0.05 * double(i))));
    QCOMPARE(sf_writef_short(out, samples.data(), frames), frames);
    sf_close(out);
}

QString shownFor(const QString& key) {
    return key == "question.nom" ? "Quel est votre nom ?" : key == "Quay/Aide" ? "Aide" : "";
}

} // namespace

class SpeechRecordingsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(QDir(m_folder.path()).mkpath("fr")); }
    void aKeyNamesItsFile();
    void theIndexNamesOtherTexts();
    void theIndexStaysInItsFolder();
    void anotherLanguageHasItsOwn();
    void soundIsRead_data();
    void soundIsRead();
    void whatIsNoSoundIsRefused();

private:
    QString path(const QString& name) const { return m_folder.filePath("fr/" + name); }

    QTemporaryDir m_folder;
};

void SpeechRecordingsTest::aKeyNamesItsFile() {
    record(path("question.nom.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1, 0.5);
    const Recordings recordings(m_folder.path(), "fr", shownFor);
    QVERIFY(recordings.fileFor("Quel est votre nom ?").endsWith("fr/question.nom.wav"));
    QVERIFY(recordings.fileFor("Quel est votre prénom ?").isEmpty());
}

void SpeechRecordingsTest::theIndexNamesOtherTexts() {
    record(path("aide.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1, 0.5);
    QFile index(path("index.tsv"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("aide.wav\tQuay/Aide\nabsent.wav\tquestion.nom\nsans tabulation\n");
    index.close();
    const Recordings recordings(m_folder.path(), "fr", shownFor);
    QVERIFY(recordings.fileFor("Aide").endsWith("fr/aide.wav"));
}

void SpeechRecordingsTest::theIndexStaysInItsFolder() {
    record(m_folder.filePath("dehors.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1, 0.1);
    QFile index(path("index.tsv"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("../dehors.wav\tQuay/Aide\n");
    index.close();
    QVERIFY(Recordings(m_folder.path(), "fr", shownFor).fileFor("Aide").isEmpty());
}

void SpeechRecordingsTest::anotherLanguageHasItsOwn() {
    record(path("question.nom.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1, 0.1);
    QVERIFY(Recordings(m_folder.path(), "ar", shownFor).empty());
    QVERIFY(Recordings({}, "fr", shownFor).empty());
}

void SpeechRecordingsTest::soundIsRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::newRow("wav") << "a.wav" << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 44100 << 1;
    QTest::newRow("stereo") << "b.wav" << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 22050 << 2;
    QTest::newRow("flac") << "c.flac" << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16) << 48000 << 1;
    QTest::newRow("opus") << "d.opus" << (SF_FORMAT_OGG | SF_FORMAT_OPUS) << 48000 << 1;
}

void SpeechRecordingsTest::soundIsRead() {
    QFETCH(QString, name);
    QFETCH(int, format);
    QFETCH(int, rate);
    QFETCH(int, channels);
    record(path(name), format, rate, channels, 1.0);
    const auto sound = readRecording(path(name));
    QVERIFY(sound.has_value());
    QCOMPARE(sound->sampleRate, rate);
    QVERIFY(std::abs(sound->milliseconds() - 1000) < 40);
    QVERIFY(*std::max_element(sound->samples.begin(), sound->samples.end()) > 5000);
}

void SpeechRecordingsTest::whatIsNoSoundIsRefused() {
    QFile text(path("texte.wav"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("ceci n’est pas un son");
    text.close();
    QCOMPARE(readRecording(path("texte.wav")).error().code, escale::Errc::malformed);
    QCOMPARE(readRecording(path("absent.wav")).error().code, escale::Errc::notFound);
    record(path("long.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1, 121);
    QCOMPARE(readRecording(path("long.wav")).error().code, escale::Errc::tooLarge);
}

QTEST_MAIN(SpeechRecordingsTest)
#include "speech_recordings_test.moc"
