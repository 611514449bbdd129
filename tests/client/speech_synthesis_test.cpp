// SPDX-License-Identifier: GPL-3.0-or-later
// libespeak-ng: sound for each language, and its words in order.
#include "client/speech/synthesiser.h"

#include <QTest>

#include <cmath>

using namespace escale::speech;

namespace {

double loudness(const Utterance& utterance) {
    double sum = 0;
    for (const auto sample : utterance.samples)
        sum += double(sample) * sample;
    return utterance.empty() ? 0 : std::sqrt(sum / double(utterance.samples.size()));
}

} // namespace

class SpeechSynthesisTest : public QObject {
    Q_OBJECT

private slots:
    void everyLanguageIsHeard_data();
    void everyLanguageIsHeard();
    void wordsFollowTheText_data();
    void wordsFollowTheText();
    void placesCountAsTheTextDoes();
    void aSlowerPaceTakesLonger();
    void anUnknownLanguageIsRefused();
    void nothingToSayIsNoSound();

private:
    std::unique_ptr<Synthesiser> m_voice =
        makeEspeak({{"fr", "fr"}, {"en", "en-gb"}, {"ar", "ar"}, {"uk", "uk"}, {"xx", ""}});
};

void SpeechSynthesisTest::everyLanguageIsHeard_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::newRow("fr") << "fr" << u"Où habitez-vous aujourd’hui ?"_qs;
    QTest::newRow("en") << "en" << u"Where do you live today?"_qs;
    QTest::newRow("ar") << "ar" << u"أَيْنَ تَسْكُن اَلْيَوْم؟"_qs;
    QTest::newRow("uk") << "uk" << u"Де ви живете сьогодні?"_qs;
}

void SpeechSynthesisTest::everyLanguageIsHeard() {
    QFETCH(QString, language);
    QFETCH(QString, text);
    QVERIFY(m_voice->speaks(language));
    const auto said = m_voice->say(text, language, Pace());
    QVERIFY(said.has_value());
    QVERIFY2(said->milliseconds() > 700, qPrintable(QString::number(said->milliseconds())));
    QVERIFY(loudness(*said) > 300);
}

void SpeechSynthesisTest::wordsFollowTheText_data() {
    everyLanguageIsHeard_data();
}

void SpeechSynthesisTest::wordsFollowTheText() {
    QFETCH(QString, language);
    QFETCH(QString, text);
    const auto said = m_voice->say(text, language, Pace());
    QVERIFY(said.has_value());
    QVERIFY(said->words.size() >= 3);
    qint64 sample = -1;
    int start = -1;
    for (const auto& word : said->words) {
        QVERIFY(word.sample >= sample);
        QVERIFY(word.sample < qint64(said->samples.size()));
        QVERIFY(word.where.start >= start);
        QVERIFY(word.where.start + word.where.length <= text.size());
        sample = word.sample;
        start = word.where.start;
    }
    QCOMPARE(said->words.front().where.start, 0);
    // The last word of the text is heard too.
    QVERIFY(said->words.back().where.start > text.size() / 2);
}

void SpeechSynthesisTest::placesCountAsTheTextDoes() {
    // A sign outside the first plane counts for two, as in QString.
    const QString text = QString::fromUtf8("Voilà 🏠 la maison");
    const auto said = m_voice->say(text, "fr", Pace());
    QVERIFY(said.has_value());
    QCOMPARE(text.mid(said->words.back().where.start, said->words.back().where.length), "maison");
}

void SpeechSynthesisTest::aSlowerPaceTakesLonger() {
    const auto usual = m_voice->say("Bonjour à vous", "fr", Pace());
    const auto slow = m_voice->say("Bonjour à vous", "fr", Pace{Pace::kSlow});
    QVERIFY(usual->samples.size() * 11 < slow->samples.size() * 10);
}

void SpeechSynthesisTest::anUnknownLanguageIsRefused() {
    QVERIFY(!m_voice->speaks("tlh"));
    QVERIFY(!m_voice->speaks("xx"));
    QCOMPARE(m_voice->say("nuqneH", "tlh", Pace()).error().code, escale::Errc::notFound);
}

void SpeechSynthesisTest::nothingToSayIsNoSound() {
    const auto said = m_voice->say("", "fr", Pace());
    QVERIFY(said.has_value());
    QVERIFY(said->words.empty());
}

QTEST_MAIN(SpeechSynthesisTest)
#include "speech_synthesis_test.moc"
