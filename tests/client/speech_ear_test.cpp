// SPDX-License-Identifier: GPL-3.0-or-later
// From the eye to the ear: what is said, and which words of the page it lights.
#include "client/speech/ear_text.h"

#include <QTest>

using namespace escale::speech;

class SpeechEarTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAreSaidAsPeopleSayThem_data();
    void numbersAreSaidAsPeopleSayThem();
    void aCodeIsSaidSignBySign();
    void wordsHaveASpokenForm();
    void aWholeTextHasASpokenForm();
    void aNameKeepsItsPlaceInASpokenForm();
    void aWrongLineIsLeftOut();
    void wholeWordsAreLit_data();
    void wholeWordsAreLit();
    void aSpokenFormLightsItsWord();
    void aSpokenTextLightsWordForWord();
    void aLineBreakIsHeard();
    void signsAloneSayNothing();

private:
    QString lit(const EarText& ear, const QString& shown, const QString& heard) const {
        const int at = ear.spoken().indexOf(heard);
        const auto span = ear.shownAt({at, int(heard.size())});
        return at < 0 || span.start < 0 ? QString() : shown.mid(span.start, span.length);
    }

    const EarWords m_words{"# rien\n"
                           "mot:€\teuros\n"
                           "mot:CDD\tC D D\n"
                           "mot:N-2\tn moins deux\n"
                           "mot:اسم\tاِسْم\n"
                           "question.nom\tDites-moi votre nom\n"
                           "question.de\tOù vit %1 maintenant\n"
                           "question.sans\tjamais vu\n"
                           "ligne sans rien\n",
                           [](const QString& key) {
                               return key == "question.nom"  ? QString("Quel est votre nom ?")
                                      : key == "question.de" ? QString("Où habite %1 ?")
                                                             : QString();
                           }};
};

void SpeechEarTest::numbersAreSaidAsPeopleSayThem_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("amount") << "fr" << u"1\u00a0250\u00a0€"_qs << u"1250  euros "_qs;
    QTest::newRow("narrow space") << "fr" << u"14\u202f880"_qs << u"14880"_qs;
    QTest::newRow("arabic amount") << "ar" << u"1.250"_qs << u"1250"_qs;
    QTest::newRow("a full stop in French") << "fr" << u"1.250"_qs << u"1.250"_qs;
    QTest::newRow("date") << "fr" << u"3 / 1 / 1982"_qs << u"3 janvier 1982"_qs;
    QTest::newRow("date in English") << "en" << u"03/01/1982"_qs << u"3 January 1982"_qs;
    QTest::newRow("no such month") << "fr" << u"3/13/1982"_qs << u"3, 13, 1982"_qs;
    QTest::newRow("telephone") << "fr" << u"06 12 34 56 78"_qs << u"0 6, 12, 34, 56, 78"_qs;
    QTest::newRow("postcode") << "fr" << u"95200"_qs << u"95, 200"_qs;
    QTest::newRow("postcode with zeros") << "fr" << u"01011"_qs << u"0 1, 0 11"_qs;
    QTest::newRow("reference") << "fr" << u"4829 1570 3642"_qs << u"4 8 2 9, 1 5 7 0, 3 6 4 2, "_qs;
    QTest::newRow("year") << "fr" << u"en 2024."_qs << u"en 2024."_qs;
}

void SpeechEarTest::numbersAreSaidAsPeopleSayThem() {
    QFETCH(QString, language);
    QFETCH(QString, shown);
    QFETCH(QString, spoken);
    QCOMPARE(EarText(shown, language, m_words).spoken(), spoken);
}

void SpeechEarTest::aCodeIsSaidSignBySign() {
    const QString shown = "4829";
    const EarText ear(shown, "fr", m_words, Kind::code);
    QCOMPARE(ear.spoken(), "4 8 2 9, ");
    QCOMPARE(lit(ear, shown, "2"), "4829");
}

void SpeechEarTest::wordsHaveASpokenForm() {
    QCOMPARE(EarText("Un CDD, revenus N-2", "fr", m_words).spoken(),
             "Un C D D, revenus n moins deux");
    // Inside another word, it is not that word.
    QCOMPARE(EarText("CDDX", "fr", m_words).spoken(), "CDDX");
}

void SpeechEarTest::aWholeTextHasASpokenForm() {
    QCOMPARE(EarText("Quel est votre nom ?", "fr", m_words).spoken(), "Dites-moi votre nom");
}

void SpeechEarTest::aNameKeepsItsPlaceInASpokenForm() {
    QCOMPARE(EarText("Où habite Inès ?", "fr", m_words).spoken().simplified(),
             "Où vit Inès maintenant");
}

void SpeechEarTest::aWrongLineIsLeftOut() {
    QCOMPARE(m_words.size(), 6);
}

void SpeechEarTest::wholeWordsAreLit_data() {
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QString>("seen");
    QTest::newRow("first") << "Avez"
                           << "Avez-vous";
    QTest::newRow("second half") << "vous"
                                 << "Avez-vous";
    QTest::newRow("elision") << "identité"
                             << "d’identité";
    QTest::newRow("in quotes") << "seul"
                               << "seul";
}

void SpeechEarTest::wholeWordsAreLit() {
    QFETCH(QString, heard);
    QFETCH(QString, seen);
    const QString shown = u"Avez-vous une pièce d’identité ? «\u00a0seul\u00a0»"_qs;
    QCOMPARE(lit(EarText(shown, "fr", m_words), shown, heard), seen);
}

void SpeechEarTest::aSpokenFormLightsItsWord() {
    const QString shown = u"Un CDD : 1\u00a0250\u00a0€"_qs;
    const EarText ear(shown, "fr", m_words);
    QCOMPARE(lit(ear, shown, "D D"), "CDD");
    QCOMPARE(lit(ear, shown, "1250"), u"1\u00a0250"_qs);
    QCOMPARE(lit(ear, shown, "euros"), u"€"_qs);
}

void SpeechEarTest::aSpokenTextLightsWordForWord() {
    const QString shown = u"ما اسم عائلتك"_qs;
    const EarText ear(shown, "ar", m_words);
    QCOMPARE(lit(ear, shown, u"اِسْم"_qs), u"اسم"_qs);
    // As a whole: as many words, each lights its own; else the whole text.
    const QString question = "Quel est votre nom ?";
    QCOMPARE(lit(EarText(question, "fr", m_words), question, "nom"), "Quel est votre nom");
}

void SpeechEarTest::aLineBreakIsHeard() {
    QCOMPARE(EarText("Terminer\net effacer", "fr", m_words).spoken(), "Terminer, et effacer");
}

void SpeechEarTest::signsAloneSayNothing() {
    QVERIFY(!EarText("…", "fr", m_words).says());
    QVERIFY(!EarText("", "fr", m_words).says());
    QVERIFY(EarText("1", "fr", m_words).says());
}

QTEST_MAIN(SpeechEarTest)
#include "speech_ear_test.moc"
