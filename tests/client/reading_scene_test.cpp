// SPDX-License-Identifier: GPL-3.0-or-later
// The real pages, read aloud: what they say, in which order, and which word is lit.
#include "client/speech/ear_text.h"
#include "client/viewmodels/lecture.h"
#include "client/viewmodels/lecture_voice.h"
#include "client/viewmodels/question_page.h"
#include "qml/reading/spoken_script.h"
#include "qml/reading/word_places.h"
#include "tests/client/speech_support.h"
#include "tests/client/viewmodels_support.h"

#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Escale_ClientPlugin)
Q_IMPORT_QML_PLUGIN(Escale_UiPlugin)

using namespace escale;
using namespace escale::tests;
using Page = Parcours::Page;

namespace {

// Some person of a list: what is asked about anyone.
const std::string kItem = "[00000000-0000-4000-8000-000000000001]";

} // namespace

class ReadingSceneTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyQuestionHasItsScript_data();
    void everyQuestionHasItsScript();
    void textsHaveTheirEarForms_data();
    void textsHaveTheirEarForms();
    void wordsStandWhereTheyAreShown_data();
    void wordsStandWhereTheyAreShown();
    void theWordHeardIsLit_data();
    void theWordHeardIsLit();
    void aTouchOnThePageStops();
    void theErrorIsSaidFirst();
    void answersAreSaidOnlyWhenAsked();
    void alertsCanBeHeard();
    void aLanguageSaysItselfInItself();
    void theIdleAlertIsSaidOnce();
    void nothingMovesWhileTheVoiceSpeaks();

private:
    QQuickItem* item(const QString& name, QQuickItem* under = nullptr);
    void touch(const QString& name);
    void goToQuestion(const QString& id);
    QStringList texts();
    void showLanguage(const QString& code);

    std::unique_ptr<BorneAtWork> m_borne;
    HandPlayer* m_player = nullptr; // of m_lecture
    std::unique_ptr<Lecture> m_lecture;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr; // of m_engine
};

void ReadingSceneTest::initTestCase() {
    QFont font;
    font.setFamilies({"Andika", "Noto Sans Arabic", "Noto Sans"});
    QGuiApplication::setFont(font);
}

void ReadingSceneTest::init() {
    QTest::failOnWarning(QRegularExpression("qrc:(?!.*escale-piece)"));
    m_borne = std::make_unique<BorneAtWork>();
    auto player = std::make_unique<HandPlayer>();
    m_player = player.get();
    auto& parcours = *m_borne->parcours;
    m_lecture = std::make_unique<Lecture>(
        makeNarrator(*parcours.preferences(), {}, std::move(player)), parcours);
    parcours.preferences()->setProperty("calm", true); // pages do not slide
    Parcours::setInstance(&parcours);
    Lecture::setInstance(m_lecture.get());
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath("qrc:/qt/qml");
    m_engine->setInitialProperties({{"windowed", true}});
    m_engine->load(QUrl("qrc:/qt/qml/Escale/Ui/Main.qml"));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().value(0));
    QVERIFY(m_window);
    m_window->installEventFilter(&parcours);
    m_window->installEventFilter(m_lecture.get());
}

void ReadingSceneTest::cleanup() {
    m_borne->parcours->preferences()->setLanguage("fr");
    m_engine.reset();
    m_lecture.reset();
    m_borne.reset();
}

QQuickItem* ReadingSceneTest::item(const QString& name, QQuickItem* under) {
    auto* from = under ? under : m_window->contentItem();
    if (!from->isVisible())
        return nullptr;
    if (from->objectName() == name)
        return from;
    const auto children = from->childItems();
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (auto* found = item(name, *child))
            return found;
    return nullptr;
}

void ReadingSceneTest::touch(const QString& name) {
    auto* button = item(name);
    QVERIFY2(button, qPrintable(name));
    const auto middle = button->mapToScene({button->width() / 2, button->height() / 2}).toPoint();
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, middle);
    QCoreApplication::processEvents();
}

void ReadingSceneTest::goToQuestion(const QString& id) {
    m_borne->begin();
    m_borne->goTo(id);
    QTest::qWait(20);
}

QStringList ReadingSceneTest::texts() {
    QStringList all;
    for (const auto& entry : SpokenScript::of(m_window->contentItem()))
        all.append(entry.toMap()["text"].toString());
    return all;
}

void ReadingSceneTest::showLanguage(const QString& code) {
    m_borne->parcours->chooseLanguage(code);
}

void ReadingSceneTest::everyQuestionHasItsScript_data() {
    QTest::addColumn<QString>("language");
    const Preferences preferences;
    for (const auto& language : preferences.languages()) {
        const auto code = language.toMap()["code"].toString();
        QTest::newRow(qPrintable(code)) << code;
    }
}

void ReadingSceneTest::everyQuestionHasItsScript() {
    QFETCH(QString, language);
    auto& parcours = *m_borne->parcours;
    showLanguage(language);
    parcours.begin();
    for (auto question : catalogueQuestions()) {
        if (question.input == Input::piece)
            continue;
        if (!question.collection.empty() && !question.holdsItems())
            question.item = question.collection + kItem;
        for (auto& field : question.fields)
            if (const auto list = field.find("[]"); list != std::string::npos)
                field.replace(list, 2, kItem);
        parcours.question()->show(faceOf(question, {}), {}, {});
        QCoreApplication::processEvents();
        const auto said = texts();
        const QString id = QString::fromStdString(question.id);
        QVERIFY2(!said.isEmpty(), qPrintable(id));
        QCOMPARE(said.first(), parcours.question()->title());
        for (const auto& choice : parcours.question()->choices().mid(0, 4))
            QVERIFY2(said.contains(choice.toMap()["label"].toString()), qPrintable(id));
        // What goes on is said after the answers, where one stands in the form at the end.
        const auto part = parcours.question()->partName();
        QVERIFY2(said.last().contains(part), qPrintable(id + said.last()));
        QVERIFY2(!said.contains("ABC") && !said.contains("7"), "the keyboard is not said");
    }
}

void ReadingSceneTest::textsHaveTheirEarForms_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("heard");
    QTest::newRow("fr") << "fr" << u"Un CDD à 800 €"_qs << "C D D";
    QTest::newRow("en") << "en" << u"800 €"_qs << "euros";
    QTest::newRow("ar") << "ar" << u"ما رقم هاتفك؟"_qs << u"هَاتِفُكْ"_qs;
    QTest::newRow("uk") << "uk" << u"Квартира T2, 800 €"_qs << u"євро"_qs;
}

void ReadingSceneTest::textsHaveTheirEarForms() {
    QFETCH(QString, language);
    QFETCH(QString, shown);
    QFETCH(QString, heard);
    QFile file(":/i18n/ear/" + language + ".tsv");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const speech::EarWords words(file.readAll(), {});
    const speech::EarText ear(shown, language, words);
    QVERIFY2(ear.spoken().contains(heard), qPrintable(ear.spoken()));
}

void ReadingSceneTest::wordsStandWhereTheyAreShown_data() {
    everyQuestionHasItsScript_data();
}

/// The layout made again has the lines of the page, and its words do not overlap.
void ReadingSceneTest::wordsStandWhereTheyAreShown() {
    QFETCH(QString, language);
    showLanguage(language);
    QTest::qWait(20);
    int labels = 0, wrapped = 0;
    for (const auto& entry : SpokenScript::of(m_window->contentItem())) {
        auto* label = qobject_cast<QQuickItem*>(entry.toMap()["item"].value<QObject*>());
        const QString text = entry.toMap()["text"].toString();
        const auto placesOf = [&](int start, int length) {
            return WordPlaces::of(
                label->property("text").toString(), label->property("rich").toBool(),
                label->property("font").value<QFont>(), label->width(),
                label->property("effectiveHorizontalAlignment").toInt(), start, length);
        };
        const auto lines = placesOf(0, int(text.size()));
        QCOMPARE(lines.size(), label->property("lineCount").toInt());
        ++labels;
        wrapped += lines.size() > 1 ? 1 : 0;
        QList<QRectF> before;
        int at = 0;
        for (const auto& word : text.split(QRegularExpression("\\s"))) {
            for (const auto& place : placesOf(at, int(word.size()))) {
                const QRectF rect = place.toRectF().adjusted(0.5, 0, -0.5, 0);
                QVERIFY(rect.left() >= -1 && rect.right() <= label->width() + 1);
                for (const auto& other : before)
                    QVERIFY2(!rect.intersects(other), qPrintable(text + " / " + word));
                before.append(rect);
            }
            at += int(word.size()) + 1;
        }
    }
    QVERIFY(labels > 8);
    QVERIFY(wrapped > 0);
}

void ReadingSceneTest::theWordHeardIsLit_data() {
    everyQuestionHasItsScript_data();
}

void ReadingSceneTest::theWordHeardIsLit() {
    QFETCH(QString, language);
    showLanguage(language);
    QTest::qWait(20);
    const QImage before = m_window->grabWindow();
    touch("ecouter");
    QTRY_COMPARE(m_player->plays, 1);
    QVERIFY(m_player->last.words.size() > 1);
    emit m_player->heard(m_player->last.words[1].sample + 1);
    QVERIFY(m_lecture->wordLength() > 0);
    auto* label = qobject_cast<QQuickItem*>(m_lecture->currentItem());
    QVERIFY(label);
    // Lamp where there was ground, on the question and nowhere below it.
    const QImage lit = m_window->grabWindow();
    const QRectF place = label->mapRectToScene({0, 0, label->width(), label->height()});
    int lamp = 0, elsewhere = 0;
    for (int y = 0; y < lit.height(); ++y)
        for (int x = 180; x < lit.width() - 180; ++x) {
            if (lit.pixel(x, y) == before.pixel(x, y))
                continue;
            place.adjusted(-8, -12, 8, 12).contains(x, y) ? ++lamp : ++elsewhere;
        }
    QVERIFY2(lamp > 500, qPrintable(QString::number(lamp)));
    QCOMPARE(elsewhere, 0);
    touch("ecouter");
    QVERIFY(!m_lecture->speaking());
    QCOMPARE(m_window->grabWindow().copy(place.toRect()), before.copy(place.toRect()));
}

void ReadingSceneTest::aTouchOnThePageStops() {
    goToQuestion("situation_familiale");
    touch("ecouter");
    QTRY_COMPARE(m_player->plays, 1);
    touch("choix:marie");
    QVERIFY(!m_lecture->speaking());
    QVERIFY(!m_player->playing);
    QCOMPARE(m_borne->parcours->question()->draft().selected, QStringList("marie"));
}

void ReadingSceneTest::theErrorIsSaidFirst() {
    goToQuestion("nom");
    m_borne->type("12345");
    QCoreApplication::processEvents();
    const auto said = texts();
    const QString error = m_borne->parcours->question()->error();
    QVERIFY(!error.isEmpty());
    QVERIFY2(error.startsWith(said.first().left(12)), qPrintable(said.first()));
}

void ReadingSceneTest::answersAreSaidOnlyWhenAsked() {
    m_borne->begin();
    m_borne->goTo({});
    QTest::qWait(20);
    QCOMPARE(m_borne->parcours->page(), Page::Verifier);
    int values = 0;
    for (const auto& entry : SpokenScript::of(m_window->contentItem())) {
        values += entry.toMap()["isPrivate"].toBool() ? 1 : 0;
        if (!entry.toMap()["isPrivate"].toBool())
            QVERIFY(!entry.toMap()["text"].toString().contains("Benarou"));
    }
    QVERIFY(values > 3);
    touch("ecouter");
    QVERIFY(m_lecture->asking());
    QVERIFY(item("lire-tout-haut"));
    QTest::qWait(30);
    QCOMPARE(m_player->plays, 0);
    QTest::qWait(520); // a second press at the same place would be a double press
    touch("tout-lire");
    QTRY_COMPARE(m_player->plays, 1);
    QVERIFY(!item("lire-tout-haut"));
}

void ReadingSceneTest::alertsCanBeHeard() {
    goToQuestion("nom");
    m_borne->parcours->askToFinish();
    QTest::qWait(20);
    touch("ecouter");
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(m_lecture->currentText(), item("terminer-page")->property("title").toString());
}

void ReadingSceneTest::aLanguageSaysItselfInItself() {
    for (const auto& entry : SpokenScript::of(item("langue:ar"))) {
        QCOMPARE(entry.toMap()["language"].toString(), "ar");
        QVERIFY(!entry.toMap()["text"].toString().isEmpty());
    }
    QCOMPARE(SpokenScript::of(item("langue:ar")).size(), 2);
}

void ReadingSceneTest::theIdleAlertIsSaidOnce() {
    goToQuestion("nom");
    m_borne->steadyMs += 91'000;
    m_borne->parcours->idle()->check();
    QTRY_COMPARE(m_player->plays, 1);
    QCOMPARE(m_lecture->currentText().left(4), "Vous");
    m_player->end();
    QTRY_COMPARE(m_player->plays, 2); // question, then what to do
    m_player->end();
    m_borne->steadyMs += 5'000;
    m_borne->parcours->idle()->check();
    QTest::qWait(50);
    QCOMPARE(m_player->plays, 2);
    QVERIFY(m_borne->parcours->idleSecondsLeft() > 0);
}

void ReadingSceneTest::nothingMovesWhileTheVoiceSpeaks() {
    m_borne->parcours->preferences()->setProperty("calm", false);
    goToQuestion("situation_familiale");
    touch("ecouter");
    QTRY_COMPARE(m_player->plays, 1);
    QQmlComponent probe(m_engine.get());
    probe.setData("import QtQml\nimport Escale.Ui\nQtObject { property int tickMs: Theme.tickMs }",
                  {});
    const std::unique_ptr<QObject> theme(probe.create());
    QVERIFY2(theme, qPrintable(probe.errorString()));
    QCOMPARE(theme->property("tickMs").toInt(), 0);
    m_lecture->stop();
    QVERIFY(theme->property("tickMs").toInt() > 0);
}

QTEST_MAIN(ReadingSceneTest)
#include "reading_scene_test.moc"
