// SPDX-License-Identifier: GPL-3.0-or-later
// Words: preferences, answers read back, and the list of keys given to translators.
#include "client/viewmodels/languages.h"
#include "client/viewmodels/note_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "shared/cotation/territory.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTranslator>
#include <QtTest>

using namespace escale;

class ViewmodelsWordsTest : public QObject {
    Q_OBJECT
private slots:
    void theLanguageTurnsTheApplicationAround() {
        Preferences preferences;
        QSignalSpy changed(&preferences, &Preferences::languageChanged);
        preferences.setLanguage("ar");
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QVERIFY(preferences.rightToLeft());
        preferences.setLanguage("ar");
        preferences.setLanguage("klingon");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(preferences.language(), QString("ar"));
        preferences.setSiteLanguage("en");
        preferences.setLanguage("fr");
        preferences.setProperty("highContrast", true);
        preferences.reset();
        QCOMPARE(preferences.language(), QString("en"));
        QVERIFY(!preferences.property("highContrast").toBool());
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    }

    // The pseudo-language is one file of words that the build made; no source names it.
    void aLanguageIsOneFileOfWords() {
        QVERIFY(findLanguage("pseudo"));
        QVERIFY(!findLanguage("pseudo")->listed);
        QCOMPARE(languageCodes(), QString("fr, ar, en, uk"));
        Preferences preferences;
        QCOMPARE(preferences.languages().size(), 4);
        preferences.setLanguage("pseudo");
        QCOMPARE(preferences.language(), QString("pseudo"));
        QCOMPARE(preferences.keyboards(), QStringList{"azerty"});
    }

    void eachLanguageOpensItsKeyboards() {
        Preferences preferences;
        preferences.setLanguage("uk");
        QCOMPARE(preferences.keyboards(), (QStringList{"azerty", "cyrillic"}));
        QVERIFY(!preferences.rightToLeft());
        preferences.setLanguage("ar");
        QCOMPARE(preferences.keyboards(), (QStringList{"azerty", "arabic"}));
    }

    void aListOfLanguagesIsReadLineByLine() {
        const auto read = parseLanguages("xx\tX\tSalut\tar_DZ\tazerty arabic\t-\t3\nyy\tY\n\n");
        QCOMPARE(read.size(), 1);
        QCOMPARE(read[0].greeting, QString("Salut"));
        QVERIFY(read[0].rightToLeft() && read[0].listed && read[0].voice.isEmpty());
        QCOMPARE(read[0].keyboards.size(), 2);
    }

    void datesAreSaidInEachLanguage() {
        Preferences preferences;
        preferences.setLanguage("uk");
        QCOMPARE(dateInWords({1985, 3, 14}), QString("14 березня 1985"));
        QCOMPARE(dateWhileTyped("14/3/198", {2026, 11, 22}), QString("14 березня 198…"));
        preferences.setLanguage("ar");
        QCOMPARE(dateInWords({1985, 3, 14}), QString("14 مارس 1985"));
        QCOMPARE(amountInWords("1450"), QString("1.450\u00a0€"));
        preferences.setLanguage("fr");
        QCOMPARE(dateInWords({1985, 3, 14}), QString("14 mars 1985"));
    }

    void durationsAreSaidWithTheRightPlural_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("words");
        QTest::newRow("fr") << "fr" << 26 << u"2\u00a0ans et 2\u00a0mois"_qs;
        QTest::newRow("fr, one") << "fr" << 13 << u"1\u00a0an et 1\u00a0mois"_qs;
        QTest::newRow("uk, few") << "uk" << 26 << u"2 роки і 2 місяці"_qs;
        QTest::newRow("uk, many") << "uk" << 60 << u"5 років"_qs;
        QTest::newRow("uk, one") << "uk" << 1 << u"1 місяць"_qs;
        QTest::newRow("ar, two") << "ar" << 26 << u"سنتان وشهران"_qs;
        QTest::newRow("ar, many") << "ar" << 11 << u"11 شهرا"_qs;
        QTest::newRow("en") << "en" << 12 << u"1 year"_qs;
    }
    void durationsAreSaidWithTheRightPlural() {
        QFETCH(QString, language);
        QFETCH(int, months);
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(ESCALE_QM_DIR "/escale_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&words);
        QTEST(durationInWords(months), "words");
        QCoreApplication::removeTranslator(&words);
    }

    void datesAreReadBackAsTheyAreTyped() {
        QLocale::setDefault(QLocale("fr_FR"));
        const Date today{2026, 11, 22};
        QCOMPARE(dateWhileTyped("14", today), QString());
        QCOMPARE(dateWhileTyped("14/13", today), QString());
        QCOMPARE(dateWhileTyped("14/3/", today), QString("14 mars…"));
        QCOMPARE(dateWhileTyped("1/3/82", today), QString("1er mars 1982"));
        QCOMPARE(dateInWords({}), QString());
        QCOMPARE(communeInWords("95585"), QString("Sarcelles (95200)"));
        QCOMPARE(communeInWords("00000"), QString("00000"));
        QCOMPARE(amountInWords("abc"), QString());
        QVERIFY(amountInWords("1450").endsWith("\u00a0€"));
    }

    void aTerritoryThatMakesNoSenseIsRefused() {
        QCOMPARE(cotation::roissyTerritory().waitMonths, 26);
        QCOMPARE(cotation::loadTerritory("{}").error().code, Errc::malformed);
        QCOMPARE(cotation::loadTerritory("[]").error().code, Errc::malformed);
        QCOMPARE(cotation::loadTerritory(
                     R"({"format":"escale-territoire/1","nom":"x","siren":"1","attente_mois":0,)"
                     R"("attente_annee":2021,"source":"y"})")
                     .error()
                     .code,
                 Errc::malformed);
    }

    void theKeysGivenToTranslatorsAreThoseUsed() {
        const QString room = QStringLiteral(ESCALE_VIEWMODELS_DIR);
        QFile list(room + "/text_keys.txt");
        QVERIFY(list.open(QIODevice::ReadOnly));
        QStringList keys;
        for (const auto& line : QString::fromUtf8(list.readAll()).split('\n', Qt::SkipEmptyParts)) {
            QCOMPARE(line.count('\t'), 1);
            keys.append(line.section('\t', 0, 0));
        }
        const QRegularExpression literal(
            "\"((?:recu|note|place|piece|recap|reponse|personne|champ)\\.[a-z_.-]+[a-z])\"");
        for (const auto& file : QDir(room).entryInfoList({"*.cpp"})) {
            QFile source(file.absoluteFilePath());
            QVERIFY(source.open(QIODevice::ReadOnly));
            auto found = literal.globalMatch(QString::fromUtf8(source.readAll()));
            while (found.hasNext()) {
                const QString key = found.next().captured(1);
                QVERIFY2(keys.contains(key), qPrintable(key));
            }
        }
    }

    void everyFailureHasItsSentence() {
        QFile list(QStringLiteral(ESCALE_VIEWMODELS_DIR) + "/text_keys.txt");
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QByteArray keys = list.readAll();
        for (int code = 0; code <= static_cast<int>(Errc::internal); ++code) {
            const std::string name(errcName(static_cast<Errc>(code)));
            QVERIFY2(keys.contains(("errc." + name + "\t").c_str()), name.c_str());
        }
    }
};

QTEST_MAIN(ViewmodelsWordsTest)
#include "viewmodels_words_test.moc"
