// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl: notes of a file of cases, and what it says of a barème, from outside.
#include "tests/client/ctl_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale::tests;

namespace {

constexpr const char* kRoissy = "roissy-pays-de-france-2023-11";

QByteArray smallBareme() {
    return contentOf(QStringLiteral(ESCALE_TEST_DATA "/baremes/pays-invente.json"));
}

QString casesFile() {
    return QStringLiteral(ESCALE_TEST_DATA "/cotation/lectures/cas.json");
}

/// The small barème with `from` replaced, or as many copies of a line as asked.
QByteArray changed(const char* from, const char* to) {
    QByteArray text = smallBareme();
    if (!text.contains(from))
        qFatal("%s n’est pas dans le petit barème", from);
    return text.replace(text.indexOf(from), static_cast<qsizetype>(strlen(from)), to);
}

QByteArray withLines(int count) {
    QJsonObject bareme = QJsonDocument::fromJson(smallBareme()).object();
    QJsonArray lines = bareme["criteres"].toArray();
    QJsonObject line = lines.at(1).toObject();
    for (int i = 0; lines.size() < count; ++i) {
        line["code"] = QStringLiteral("ligne_%1").arg(i);
        lines.append(line);
    }
    bareme["criteres"] = lines;
    bareme["malus"] = QJsonArray();
    return QJsonDocument(bareme).toJson();
}

} // namespace

class CtlCotationTest : public QObject {
    Q_OBJECT
private slots:
    void aFileOfCasesIsScored() {
        const Answer answer = ctl({"cote", "--bareme", kRoissy, "--cas", casesFile()});
        QVERIFY2(answer.code == 0, qPrintable(answer.message));
        const QJsonArray wanted =
            QJsonDocument::fromJson(contentOf(casesFile())).object()["cas"].toArray();
        const QJsonArray found = answer.json["resultats"].toArray();
        QCOMPARE(found.size(), wanted.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            QJsonObject expected = wanted[i].toObject()["attendu"].toObject();
            expected["id"] = wanted[i].toObject()["id"];
            QJsonObject given = found[i].toObject();
            given.remove("avertissements");
            given.remove("grille_certaine");
            QCOMPARE(given, expected);
        }
        QCOMPARE(answer.json["rangs"].toArray().at(1).toObject()["diffusion"].toString(),
                 QStringLiteral("masquee_moins_de_11"));
    }

    void filesOfCasesThatCannotBeReadAreRefused() {
        QTemporaryDir dir;
        const QString path = dir.filePath("cas.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"schema\": \"cotation-cases/1\", \"cas\": [{\"id\": \"Z9\"}]}");
        file.close();
        const Answer one = ctl({"cote", "--bareme", kRoissy, "--cas", path});
        QCOMPARE(one.code, 1);
        QVERIFY(one.message.contains("Z9"));
        QCOMPARE(one.json["resultats"].toArray().size(), 1); // the others would still be there
        QCOMPARE(ctl({"cote", "--bareme", kRoissy, "--cas", dir.filePath("rien")}).code, 1);
        const Answer unknown = ctl({"cote", "--bareme", "atlantide", "--cas", path});
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.message.contains(kRoissy)); // those that exist are named
        QCOMPARE(ctl({"cote", "--cas", path}).code, 2);
    }

    void aGoodBaremeIsGood() {
        const Answer answer = ctl({"bareme", "check", kRoissy});
        QVERIFY2(answer.code == 0, qPrintable(answer.message));
        QVERIFY(answer.json["erreurs"].toArray().isEmpty());
        const QJsonArray warnings = answer.json["avertissements"].toArray();
        QVERIFY(!warnings.isEmpty());
        for (const QJsonValue& warning : warnings) {
            QVERIFY(warning["ligne"].toInt() > 1);
            QVERIFY(!warning["raison"].toString().isEmpty());
        }
        QCOMPARE(answer.json["empreinte"].toString().size(), 64);
    }

    void badBaremesAreRefusedInPlainWords_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("line"); // 0: none is expected
        QTest::newRow("cycle") << changed("\"notions\": {",
                                          "\"notions\": {\n\"a\": {\"libelle\": \"A\", \"source\": "
                                          "\"acte: 3\", \"valeur\": {\"notion\": \"b\"}},\n\"b\": "
                                          "{\"libelle\": \"B\", \"source\": \"acte: 3\", "
                                          "\"valeur\": {\"notion\": \"a\"}},")
                               << "se définit par elle-même" << 17;
        QTest::newRow("unknown fact")
            << changed("[{\"fait\": \"ressources\"}, 500]", "[{\"fait\": \"fortune\"}, 500]")
            << "fait inconnu : fortune" << 38;
        QTest::newRow("65 criteria") << withLines(65) << "64 au plus" << 0;
        QTest::newRow("points over 255")
            << changed("{\"unique\": 8}", "{\"unique\": 256}") << "de 1 à 255" << 32;
        QTest::newRow("missing parameter")
            << changed("{\"parametre\": \"plafond_ressources\"}", "{\"parametre\": \"plafond\"}")
            << "paramètre inconnu : plafond" << 16;
        QTest::newRow("no value at the date")
            << changed("\"valeur\": 1000, \"valable_du\": \"2024-01-01\"",
                       "\"valeur\": 1000, \"valable_du\": \"2024-01-02\"")
            << "aucune valeur le jour où le barème commence" << 10;
        QTest::newRow("bad date") << changed("\"valable_du\": \"2024-01-01\"",
                                             "\"valable_du\": \"2024-02-30\"")
                                  << "date AAAA-MM-JJ qui existe" << 3;
        QTest::newRow("written twice")
            << changed("{\"unique\": 8}", "{\"unique\": 8, \"unique\": 9}")
            << "membre écrit deux fois" << 32;
        QTest::newRow("mark of order") << "\xEF\xBB\xBF" + smallBareme() << "BOM" << 1;
        QTest::newRow("cut") << smallBareme().left(900) << "JSON illisible, ligne" << 0;
        QTest::newRow("not UTF-8") << changed("Plainte", "Pl\xE9inte") << "JSON illisible" << 0;
        QTest::newRow("empty") << QByteArray() << "JSON illisible" << 0;
        QTest::newRow("50 MB") << QByteArray(50 << 20, ' ') << "8 Mo" << 0;
    }

    void badBaremesAreRefusedInPlainWords() {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QFETCH(int, line);
        QTemporaryDir dir;
        const QString path = dir.filePath("bareme.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const Answer answer = ctl({"bareme", "check", path});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.message.contains(said), qPrintable(answer.message));
        QVERIFY(answer.message.contains(path));
        if (line > 0)
            QVERIFY2(answer.message.contains(QStringLiteral("%1:%2 : ").arg(path).arg(line)),
                     qPrintable(answer.message));
        const Answer used = ctl({"cote", "--bareme", path, "--cas", casesFile()});
        QCOMPARE(used.code, 1); // nothing is scored with it
        QVERIFY(used.json.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CtlCotationTest)
#include "ctl_cotation_test.moc"
