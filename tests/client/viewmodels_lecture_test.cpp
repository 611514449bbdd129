// SPDX-License-Identifier: GPL-3.0-or-later
// « Écouter »: on demand only, stopped at once, nothing private without being asked for.
#include "client/viewmodels/lecture.h"
#include "tests/client/speech_support.h"
#include "tests/client/viewmodels_support.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace escale;
using namespace escale::tests;

namespace {

QVariantMap entry(const QString& text, bool isPrivate = false, QObject* item = nullptr) {
    return {{"text", text}, {"isPrivate", isPrivate}, {"item", QVariant::fromValue(item)}};
}

} // namespace

class ViewmodelsLectureTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsReadByItself();
    void readsAndLightsWhatIsRead();
    void aSecondPressStops();
    void aTouchStopsAtOnce();
    void theTouchOfTheButtonDoesNotReadAgain();
    void leavingThePageStops();
    void theLanguageStops();
    void theEndOfTheSessionStops();
    void privateValuesAreAskedFor();
    void onlyWhatIsNotPrivate();
    void theChoiceIsForOnePage();
    void anAlertNeverSaysAPrivateValue();
    void readingIsASignOfLife();
    void anAlertIsNoSignOfLife();
    void loudnessAndPaceEndWithTheSession();
    void aMissingOutputIsSaidOnce();
    void aLanguageWithoutVoiceIsNotOffered();

private:
    void press(QEvent::Type type) {
        QMouseEvent event(type, {}, {}, {}, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        m_lecture->eventFilter(nullptr, &event);
    }
    void readPage() {
        m_lecture->listen({entry("un deux"), entry("trois")});
        QTRY_COMPARE(m_player->plays, 1);
    }

    std::unique_ptr<BorneAtWork> m_borne;
    std::shared_ptr<SecondAWord> m_voice;
    HandPlayer* m_player = nullptr; // of m_lecture
    std::unique_ptr<Lecture> m_lecture;
};

void ViewmodelsLectureTest::init() {
    m_borne = std::make_unique<BorneAtWork>();
    m_voice = std::make_shared<SecondAWord>();
    auto player = std::make_unique<HandPlayer>();
    m_player = player.get();
    m_lecture = std::make_unique<Lecture>(
        std::make_unique<speech::Narrator>(m_voice, speech::Narrator::Sources(), std::move(player)),
        *m_borne->parcours);
    m_borne->begin();
}

void ViewmodelsLectureTest::cleanup() {
    m_lecture.reset();
    m_borne.reset();
}

void ViewmodelsLectureTest::nothingIsReadByItself() {
    m_borne->goTo("naissance");
    QTest::qWait(30);
    QVERIFY(!m_lecture->speaking());
    QVERIFY(m_voice->asked().isEmpty());
}

void ViewmodelsLectureTest::readsAndLightsWhatIsRead() {
    QObject shown;
    m_lecture->listen({entry("un deux", false, &shown)});
    QVERIFY(m_lecture->speaking());
    QTRY_COMPARE(m_player->plays, 1);
    m_player->hear(1);
    QCOMPARE(m_lecture->currentText(), "un deux");
    QCOMPARE(m_lecture->currentItem(), &shown);
    QCOMPARE(m_lecture->wordStart(), 3);
    QCOMPARE(m_lecture->wordLength(), 4);
    m_player->end();
    QVERIFY(!m_lecture->speaking());
    QCOMPARE(m_lecture->currentItem(), nullptr);
    QCOMPARE(m_lecture->wordStart(), -1);
}

void ViewmodelsLectureTest::aSecondPressStops() {
    readPage();
    m_lecture->listen({entry("un deux"), entry("trois")});
    QVERIFY(!m_lecture->speaking());
    QVERIFY(!m_player->playing);
}

void ViewmodelsLectureTest::aTouchStopsAtOnce() {
    readPage();
    press(QEvent::MouseButtonPress);
    QVERIFY(!m_lecture->speaking());
    QVERIFY(!m_player->playing);
    press(QEvent::MouseButtonRelease);
    QCoreApplication::processEvents();
    m_lecture->listen({entry("un")}); // another press
    QVERIFY(m_lecture->speaking());
}

void ViewmodelsLectureTest::theTouchOfTheButtonDoesNotReadAgain() {
    readPage();
    press(QEvent::MouseButtonPress);
    press(QEvent::MouseButtonRelease);
    m_lecture->listen({entry("un deux"), entry("trois")}); // the button answers its release
    QVERIFY(!m_lecture->speaking());
}

void ViewmodelsLectureTest::leavingThePageStops() {
    readPage();
    m_borne->parcours->back();
    QVERIFY(!m_lecture->speaking());
    QVERIFY(!m_player->playing);
}

void ViewmodelsLectureTest::theLanguageStops() {
    readPage();
    m_borne->parcours->preferences()->setLanguage("ar");
    QVERIFY(!m_lecture->speaking());
    m_borne->parcours->preferences()->setLanguage("fr");
}

void ViewmodelsLectureTest::theEndOfTheSessionStops() {
    readPage();
    m_borne->parcours->finish();
    QVERIFY(!m_lecture->speaking());
}

void ViewmodelsLectureTest::privateValuesAreAskedFor() {
    m_lecture->listen({entry("Votre nom"), entry("Benarous", true)});
    QVERIFY(m_lecture->asking());
    QVERIFY(!m_lecture->speaking());
    m_lecture->answerPrivate(true);
    QVERIFY(!m_lecture->asking());
    QTRY_COMPARE(m_voice->asked(), QStringList({"Votre nom", "Benarous"}));
}

void ViewmodelsLectureTest::onlyWhatIsNotPrivate() {
    QObject second;
    m_lecture->listen({entry("Benarous", true), entry("Votre nom", false, &second)});
    m_lecture->answerPrivate(false);
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(m_voice->asked(), QStringList("Votre nom"));
    QCOMPARE(m_lecture->currentItem(), &second);
    m_player->end();
    QVERIFY(!m_lecture->speaking());
    QCOMPARE(m_voice->asked(), QStringList("Votre nom"));
}

void ViewmodelsLectureTest::theChoiceIsForOnePage() {
    m_lecture->listen({entry("Benarous", true)});
    m_lecture->answerPrivate(true);
    m_lecture->stop();
    m_lecture->listen({entry("Benarous", true)}); // same page: not asked again
    QVERIFY(m_lecture->speaking());
    m_borne->parcours->back();
    m_lecture->listen({entry("Benarous", true)});
    QVERIFY(m_lecture->asking());
    QVERIFY(!m_lecture->speaking());
    m_borne->parcours->begin();
    QVERIFY(!m_lecture->asking()); // the question goes with its page
}

void ViewmodelsLectureTest::anAlertNeverSaysAPrivateValue() {
    m_lecture->announce({entry("Toujours là ?"), entry("Benarous", true)});
    QTRY_COMPARE(m_player->plays, 1);
    m_player->end();
    QVERIFY(!m_lecture->speaking());
    QCOMPARE(m_voice->asked(), QStringList("Toujours là ?"));
}

void ViewmodelsLectureTest::readingIsASignOfLife() {
    readPage();
    m_borne->steadyMs += 91'000;
    m_player->hear(1);
    m_borne->parcours->idle()->check();
    QCOMPARE(m_borne->parcours->idleSecondsLeft(), 0);
}

void ViewmodelsLectureTest::anAlertIsNoSignOfLife() {
    m_borne->steadyMs += 91'000;
    m_borne->parcours->idle()->check();
    const int left = m_borne->parcours->idleSecondsLeft();
    QVERIFY(left > 0);
    m_lecture->announce({entry("un deux")});
    QTRY_COMPARE(m_player->plays, 1);
    m_player->hear(1);
    QCOMPARE(m_borne->parcours->idleSecondsLeft(), left);
}

void ViewmodelsLectureTest::loudnessAndPaceEndWithTheSession() {
    readPage();
    const double usual = m_player->lastVolume;
    const int usualPace = m_voice->pace();
    m_lecture->stop();
    m_borne->parcours->preferences()->setProperty("loudVoice", true);
    m_borne->parcours->preferences()->setProperty("slowVoice", true);
    m_lecture->listen({entry("un")});
    QTRY_COMPARE(m_player->plays, 2);
    QVERIFY(m_player->lastVolume > usual);
    QVERIFY(m_voice->pace() < usualPace);
    m_borne->parcours->finish();
    m_lecture->listen({entry("un")});
    QTRY_COMPARE(m_player->plays, 3);
    QCOMPARE(m_player->lastVolume, usual);
    QCOMPARE(m_voice->pace(), usualPace);
}

void ViewmodelsLectureTest::aMissingOutputIsSaidOnce() {
    readPage();
    QVERIFY(!m_lecture->soundless());
    emit m_player->broken();
    QVERIFY(m_lecture->soundless());
    QVERIFY(!m_lecture->speaking());
    m_lecture->readSilently();
    QVERIFY(!m_lecture->soundless());
    QVERIFY(m_lecture->speaking());
    QTRY_VERIFY(m_lecture->wordLength() > 0); // the words pass by themselves
    m_lecture->stop();
    m_lecture->listen({entry("un")});
    QVERIFY(!m_lecture->soundless());
    QVERIFY(m_lecture->speaking());
    m_borne->parcours->finish();
    m_lecture->listen({entry("un")}); // another person
    QVERIFY(m_lecture->soundless());
}

void ViewmodelsLectureTest::aLanguageWithoutVoiceIsNotOffered() {
    QVERIFY(m_lecture->isAvailable());
    QVERIFY(!m_lecture->available("xx"));
}

QTEST_MAIN(ViewmodelsLectureTest)
#include "viewmodels_lecture_test.moc"
