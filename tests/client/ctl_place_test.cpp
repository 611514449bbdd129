// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl: from invented demandes to a place, the packs that it refuses, and the measures.
#include "tests/client/ctl_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale::tests;

namespace {

constexpr const char* kRoissy = "roissy-pays-de-france-2023-11";

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s ne s’écrit pas", qUtf8Printable(path));
}

} // namespace

class CtlPlaceTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_dir.isValid());
        const Answer made = ctl({"population", "--epci", "roissy", "--n", "6000", "--seed", "4",
                                 "--date", "2026-10-01", "--out", at("gens.csv")});
        QVERIFY2(made.code == 0, qPrintable(made.message));
        QVERIFY(made.json["inventees"].toBool());
        const Answer built = build("place.pack", {"--date", "2026-10-01"});
        QVERIFY2(built.code == 0, qPrintable(built.message));
        QVERIFY(built.json["octets"].toInt() <= 10'000);
        QVERIFY(built.json["inventees"].toBool());
    }

    void oneSeedIsOnePopulation() {
        QCOMPARE(contentOf(at("gens.csv")).count('\n'), 6001);
        const QStringList line{"population", "--epci",     "roissy", "--n",       "50",
                               "--date",     "2026-10-01", "--out",  at("a.csv"), "--seed"};
        QCOMPARE(ctl(line + QStringList{"9"}).code, 0);
        const QByteArray first = contentOf(at("a.csv"));
        QCOMPARE(ctl(line + QStringList{"9"}).code, 0);
        QCOMPARE(contentOf(at("a.csv")), first);
        QCOMPARE(ctl(line + QStringList{"10"}).code, 0);
        QVERIFY(contentOf(at("a.csv")) != first);
    }

    void aPlaceIsSaidWithItsDateAndItsAge() {
        const Answer answer = rank("place.pack", {"--date", "2026-10-20"});
        QVERIFY2(answer.code == 0, qPrintable(answer.message));
        const QJsonObject place = answer.json["place"].toObject();
        QVERIFY(place["de"].toInt() >= 1 && place["a"].toInt() - place["de"].toInt() >= 10);
        QVERIFY(place["sur"].toInt() > place["a"].toInt());
        QCOMPARE(answer.json["niveau"].toString(), QStringLiteral("commune"));
        QCOMPARE(answer.json["age_jours"].toInt(), 19);
        QVERIFY(!answer.json["perime"].toBool());
        const QString said = answer.json["phrase"].toString();
        QVERIFY2(said.contains("au 1er octobre 2026") && said.contains("inventés") &&
                     said.contains("pas une promesse"),
                 qPrintable(said));
    }

    void whatIsOldIsSaidToBeOld() {
        const Answer answer = rank("place.pack", {"--date", "2026-11-01"});
        QVERIFY(answer.json["perime"].toBool());
        QVERIFY(answer.json["phrase"].toString().contains("anciens"));
    }

    void aSmallCommuneTakesTheWholeEpciAndSaysSo() {
        const Answer answer = ctl({"distribution", "rank", "--pack", at("place.pack"), "--commune",
                                   "95212", "--typologie", "T3", "--note", "20"});
        QCOMPARE(answer.json["niveau"].toString(), QStringLiteral("epci"));
        QVERIFY(answer.json["phrase"].toString().contains("agglomération"));
        const Answer none = ctl({"distribution", "rank", "--pack", at("place.pack"), "--commune",
                                 "95212", "--typologie", "T9", "--note", "20"});
        QVERIFY(none.json["place"].isNull());
        QVERIFY(none.json["phrase"].toString().contains("pas connue"));
    }

    void packsThatDoNotHoldAreRefusedInPlainWords() {
        const QByteArray whole = contentOf(at("place.pack"));
        const auto refused = [&](const QByteArray& content, const char* said,
                                 const QStringList& more = {}) {
            write(at("autre.pack"), content);
            write(at("autre.pack.pub"), contentOf(at("place.pack.pub")));
            const Answer answer = rank("autre.pack", more);
            QVERIFY2(answer.code == 1 && answer.message.contains(QString::fromUtf8(said)),
                     qPrintable(answer.message));
            QVERIFY(answer.json.isEmpty());
        };
        refused(whole.left(whole.size() / 2), "coupé");
        refused(whole.left(whole.size() - 72), "pas signé");
        QByteArray changed = whole;
        changed[200] = static_cast<char>(changed[200] ^ 1);
        refused(changed, "modifié");
        QCOMPARE(build("voisin.pack", {"--date", "2026-10-01"}).code, 0);
        refused(contentOf(at("voisin.pack")), "autre clé");
        const Answer later =
            build("tard.pack", {"--date", "2026-11-01", "--cle", at("place.pack.cle")});
        QVERIFY2(later.code == 1, qPrintable(later.message)); // no public key beside that file
        write(at("place.pack.cle.pub"), contentOf(at("place.pack.pub")));
        QCOMPARE(build("tard.pack", {"--date", "2026-11-01", "--cle", at("place.pack.cle")}).code,
                 0);
        write(at("tard.pack.pub"), contentOf(at("place.pack.pub")));
        refused(whole, "plus ancien", {"--deja", at("tard.pack")});
    }

    void theNextReleaseDoesNotShowOneDemande() {
        QList<QByteArray> lines = contentOf(at("gens.csv")).split('\n');
        lines.removeAt(1500);
        write(at("moins.csv"), lines.join('\n'));
        const Answer built =
            ctl({"distribution", "build", "--bareme", kRoissy, "--from", at("moins.csv"), "--out",
                 at("place.pack.suite"), "--avant", at("place.pack"), "--date", "2026-10-01",
                 "--cle", at("place.pack.cle")});
        QVERIFY2(built.code == 0, qPrintable(built.message));
        QCOMPARE(contentOf(at("place.pack.suite")), contentOf(at("place.pack")));
    }

    void aFileThatIsNotOfDemandesIsRefused() {
        write(at("faux.csv"), "nom;prenom\nA;B\n");
        const auto from = [&](const QString& path) {
            return ctl({"distribution", "build", "--bareme", kRoissy, "--from", path, "--out",
                        at("faux.pack")});
        };
        QCOMPARE(from(at("faux.csv")).code, 1);
        QList<QByteArray> lines = contentOf(at("gens.csv")).split('\n').mid(0, 4);
        lines[2].replace("invente;", "invente;zz");
        write(at("faux.csv"), lines.join('\n'));
        const Answer bad = from(at("faux.csv"));
        QVERIFY2(bad.code == 1 && bad.message.contains("faux.csv:3"), qPrintable(bad.message));
        QVERIFY(!QFile::exists(at("faux.pack")));
    }

    void measuresAgree() {
        const Answer answer = ctl({"bench", "cotation", "--n", "5000"});
        QVERIFY2(answer.code == 0, qPrintable(answer.message));
        QVERIFY(answer.json["memes_notes"].toBool());
        QVERIFY(answer.json["par_seconde"].toObject()["moteur"].toDouble() > 0);
    }

private:
    QString at(const char* name) const { return m_dir.filePath(name); }
    Answer build(const char* out, const QStringList& more) const {
        return ctl(QStringList{"distribution", "build", "--bareme", kRoissy, "--from",
                               at("gens.csv"), "--out", at(out)} +
                   more);
    }
    Answer rank(const char* pack, const QStringList& more) const {
        return ctl(QStringList{"distribution", "rank", "--pack", at(pack), "--commune", "95585",
                               "--typologie", "T3", "--note", "37"} +
                   more);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CtlPlaceTest)
#include "ctl_place_test.moc"
