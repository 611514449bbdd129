// SPDX-License-Identifier: GPL-3.0-or-later
// Every title, hint, answer, message and label of every language, measured with its face at its
// size against the room of its component. The pages themselves are walked by the self-test; this
// one says at once which text is too long, and in which language.
#include "tests/i18n/rooms.h"

#include <QtTest>

using namespace escale::i18n;

class FitTest : public QObject {
    Q_OBJECT
private slots:
    void everyTextHasItsRoom() {
        QStringList faults;
        int measured = 0;
        for (const auto& text : allTexts())
            for (const auto& room : roomsOf(text)) {
                ++measured;
                if (const auto wrong = fault(text, room); !wrong.isEmpty())
                    faults.append(wrong);
            }
        QVERIFY(measured > 3000);
        for (const auto& wrong : faults) // Qt Test would cut a long message
            qWarning().noquote() << wrong;
        QVERIFY2(faults.isEmpty(), qPrintable(QString::number(faults.size()) + " do not fit"));
    }

    void everyLanguageIsMeasured() {
        QVERIFY(languages().contains("uk"));
        for (const auto& language : languages()) {
            int titles = 0;
            for (const auto& text : allTexts())
                titles += text.language == language && text.key.startsWith("question.") ? 1 : 0;
            QVERIFY2(titles > 50, qPrintable(language));
        }
    }

    void thePagesSayWhatTheirTextsAre() {
        QCOMPARE(roleOf("ReviewPage/On peut tout lire ?"), QString("title"));
        QCOMPARE(roleOf("ReviewPage/Non, recommencer"), QString("secondaryText"));
        QVERIFY(roleOf("Quay/Aide").isEmpty());
    }

    void aTextTooLongIsSeen() {
        const Text title{"fr", "question.x", QString("mot ").repeated(30)};
        const Text answer{"uk", "code.civilite.x", QString("Ж").repeated(40)};
        QVERIFY(!fault(title, roomsOf(title).first()).isEmpty());
        QVERIFY(fault(answer, roomsOf(answer).first()).contains("a word of"));
        QVERIFY(fault({"fr", "question.x", "Court ?"}, roomsOf(title).first()).isEmpty());
        const Text person{"fr", "question.x", "%1"};
        QVERIFY(measure(filled(person), roomsOf(title).first()).widest > 100);
    }

    void theMeasureIsThatOfTheFace() {
        const Room room{"room", 1000, 1, 42, true};
        const qreal narrow = measure("iiii", room).widest;
        QVERIFY(measure("mmmm", room).widest > 2 * narrow);
        QCOMPARE(measure("un\ndeux", room).lines, 2);
    }
};

QTEST_MAIN(FitTest)
#include "fit_test.moc"
