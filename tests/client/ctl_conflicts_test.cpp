// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl: two answers to one question, from outside.
#include "tests/client/ctl_program.h"
#include "tests/client/tablet_at_work.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

const QString kRent = "logement_actuel.loyer";

struct Clash {
    TabletAtWork tablet;
    QString id;

    Clash() {
        tablet.open();
        id = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(id);
    }
    [[nodiscard]] QString data() const { return QString::fromStdString(tablet.device.root()); }
    Answer ctl(const QString& command, const QStringList& rest = {}) {
        return tests::ctl(QStringList{"conflict", command, "--data", data()} + rest,
                          {{"ESCALE_PIN", kPin}});
    }
    [[nodiscard]] QStringList onRent() const { return {"--dossier", id, "--chemin", kRent}; }
};

/// What both commands print of the clash: which question, both answers, by whom, where.
void checkPrinted(const QJsonObject& conflict, const Clash& here) {
    QCOMPARE(conflict["dossier"].toString(), here.id);
    QCOMPARE(conflict["chemin"].toString(), kRent);
    QCOMPARE(conflict["base"].toInt(), 600);
    QCOMPARE(conflict["gagnant"].toInt(), 0);
    const auto values = conflict["valeurs"].toArray();
    QCOMPARE(values.size(), 2);
    const auto borne = values[0].toObject();
    QCOMPARE(borne["valeur"].toInt(), 620);
    QCOMPARE(borne["auteur"].toString(), QString("demandeur"));
    QCOMPARE(borne["role"].toString(), QString("borne"));
    QCOMPARE(borne["lieu"].toString(), QString("Mairie de Gonesse"));
    QVERIFY(!borne["appareil"].toString().isEmpty());
    const auto own = values[1].toObject();
    QCOMPARE(own["valeur"].toInt(), 660);
    QCOMPARE(own["auteur"].toString(), QString("mediateur"));
    QCOMPARE(own["lieu"].toString(), QString()); // nobody said where
    QVERIFY(QDateTime::fromString(own["le"].toString(), Qt::ISODate).isValid());
    QVERIFY(own["appareil"] != borne["appareil"]);
}

} // namespace

class CtlConflictsTest : public QObject {
    Q_OBJECT
private slots:
    void listPrintsEveryClashOrThoseOfOneDossier() {
        Clash here;
        const auto other = here.tablet.addPerson("Samir", "Belghazi");
        const auto all = here.ctl("list");
        QCOMPARE(all.code, 0);
        QCOMPARE(all.json["conflits"].toArray().size(), 1);
        checkPrinted(all.json["conflits"].toArray().first().toObject(), here);
        QCOMPARE(here.ctl("list", {"--dossier", here.id}).json, all.json);
        const auto none = here.ctl("list", {"--dossier", other});
        QCOMPARE(none.code, 0);
        QVERIFY(none.json.contains("conflits") && none.json["conflits"].toArray().isEmpty());
    }

    void showPrintsTheOneOnThatPath() {
        Clash here;
        const auto shown = here.ctl("show", here.onRent());
        QCOMPARE(shown.code, 0);
        checkPrinted(shown.json, here);
        const auto none = here.ctl("show", {"--dossier", here.id, "--chemin", "demandeur.nom"});
        QCOMPARE(none.code, 1);
        QVERIFY(none.out.isEmpty());
        QVERIFY2(none.message.contains("il n’y a pas deux réponses"), qPrintable(none.message));
    }

    void closePrintsWhatIsKeptAndNothingIsLeftToDecide() {
        Clash here;
        const auto beyond =
            here.ctl("close", here.onRent() + QStringList{"--garder", "2", "--raison", "essai"});
        QCOMPARE(beyond.code, 1);
        QVERIFY2(beyond.message.contains("--garder"), qPrintable(beyond.message));
        const auto closed =
            here.ctl("close", here.onRent() + QStringList{"--garder", "1", "--raison", "essai"});
        QCOMPARE(closed.code, 0);
        QCOMPARE(closed.json,
                 (QJsonObject{{"dossier", here.id}, {"chemin", kRent}, {"valeur", 660}}));
        QVERIFY(here.ctl("list").json["conflits"].toArray().isEmpty());
        QCOMPARE(here.ctl("show", here.onRent()).code, 1);
        QCOMPARE(here.tablet.read(here.id).answer(kRent.toStdString()), Value(std::int64_t{660}));
    }
};

QTEST_MAIN(CtlConflictsTest)
#include "ctl_conflicts_test.moc"
