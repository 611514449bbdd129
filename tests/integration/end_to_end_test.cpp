// SPDX-License-Identifier: GPL-3.0-or-later
// The main job with the real programs: offline entry, sync, reconciliation, SNE, numéro unique.
#include "tests/integration/world.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>
#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

QString create(const Device& device, const QStringList& answers) {
    const Answer answer = device.ctl(QStringList{u"dossier"_s, u"create"_s} + setWords(answers));
    if (answer.code != 0)
        qWarning("dossier create: %s", qPrintable(answer.message));
    return answer.json.value("dossier"_L1).toString();
}

bool set(const Device& device, const QString& dossier, const QStringList& answers) {
    const Answer answer =
        device.ctl(QStringList{u"dossier"_s, u"set"_s, u"--dossier"_s, dossier} + answers);
    if (answer.code != 0)
        qWarning("dossier set: %s", qPrintable(answer.message));
    return answer.code == 0;
}

bool addPhoto(World& world, const Device& device, const QString& dossier) {
    return device
               .ctl({u"piece"_s, u"add"_s, u"--dossier"_s, dossier, u"--type"_s, u"identite"_s,
                     world.photo()})
               .code == 0;
}

QJsonValue valueOf(const QJsonObject& shown, const QString& path) {
    return shown.value("champs"_L1).toObject().value(path).toObject().value("valeur"_L1);
}

/// True when a file under `dir` holds `needle`.
bool anyFileHolds(const QString& dir, const QByteArray& needle) {
    QDirIterator files(dir, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle)) {
            qWarning("%s holds %s", qPrintable(file.fileName()), needle.constData());
            return true;
        }
    }
    return false;
}

} // namespace

class EndToEndTest : public QObject {
    Q_OBJECT
private slots:
    void aDemandeTypedWithNoNetworkGetsItsNumeroUnique() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        QVERIFY(world.server().stop());

        const QString dossier = create(tablet, completeDemande());
        QVERIFY(!dossier.isEmpty() && addPhoto(world, tablet, dossier));
        const Answer away = tablet.sync();
        QCOMPARE(away.code, 1);
        QVERIFY(!away.message.isEmpty());
        QCOMPARE(valueOf(tablet.show(dossier), u"demandeur.nom"_s).toString(), u"Benarous"_s);

        QVERIFY(world.startEcole() && world.startServer());
        const QString number = waitForNumber(tablet, dossier);
        const QRegularExpression form(u"^[0-9A-Z]{3}(0[1-9]|1[0-2])[0-9]{8}[A-Z0-9]{5}$"_s);
        QVERIFY2(form.match(number).hasMatch(), qPrintable(number));
        QCOMPARE(world.numbersGiven(), QStringList{number});
        QVERIFY(world.xmlHeld(number).contains(u"BENAROUS"_s, Qt::CaseInsensitive));
        QCOMPARE(tablet.show(dossier).value("etape"_L1).toString(), u"enregistree"_s);
    }

    void twoDevicesOfflineKeepBothEditsAndTheClashWithBothValues() {
        World world;
        QVERIFY(world.isReady() && world.startServer() && world.startEcole());
        const Device one = world.enrol(u"un"_s, u"mediateur"_s);
        const Device two = world.enrol(u"deux"_s, u"permanence"_s);
        const QString dossier = create(one, completeDemande());
        QVERIFY(addPhoto(world, one, dossier));
        QCOMPARE(one.sync().code, 0);
        QCOMPARE(two.sync().code, 0);
        QVERIFY(world.server().stop());

        QVERIFY(set(one, dossier, {u"logement_actuel.surface=31"_s}));
        QVERIFY(set(two, dossier, {u"demandeur.ressources.sal=1350"_s}));
        QVERIFY(set(one, dossier, {u"demandeur.telephone=0639980002"_s}));
        QVERIFY(set(two, dossier, {u"demandeur.telephone=0639980003"_s}));
        QVERIFY(world.startServer());
        QCOMPARE(one.sync().code, 0);
        QCOMPARE(two.sync().code, 0);
        QCOMPARE(one.sync().json.value("conflits"_L1).toInt(), 1);

        for (const Device& device : {one, two}) {
            const QJsonObject shown = device.show(dossier);
            QCOMPARE(valueOf(shown, u"logement_actuel.surface"_s).toInt(), 31);
            QCOMPARE(valueOf(shown, u"demandeur.ressources.sal"_s).toInt(), 1350);
            const QJsonArray conflicts = shown.value("conflits"_L1).toArray();
            QCOMPARE(conflicts.size(), 1);
            QSet<QString> values;
            const QJsonArray candidates = conflicts[0].toObject().value("valeurs"_L1).toArray();
            for (const QJsonValue& value : candidates)
                values << value.toObject().value("valeur"_L1).toString();
            QCOMPARE(values, (QSet<QString>{u"0639980002"_s, u"0639980003"_s}));
        }
        // Why the telephone is what it is, told to whoever may hold the dossier.
        const auto history = [&](const Device& device) {
            return device.ctl({u"dossier"_s, u"history"_s, u"--dossier"_s, dossier, u"--path"_s,
                               u"demandeur.telephone"_s});
        };
        const QJsonArray steps = history(two).json.value("etapes"_L1).toArray();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[0].toObject().value("effet"_L1).toString(), u"applique"_s);
        QCOMPARE(steps[2].toObject().value("effet"_L1).toString(), u"conflit"_s);
        QCOMPARE(steps[2].toObject().value("valeur"_L1).toString(), u"0639980003"_s);
        QCOMPARE(steps[2].toObject().value("montre"_L1).toString(), u"0639980002"_s);
        QCOMPARE(history(world.enrol(u"ailleurs"_s, u"mediateur"_s, u"Autre"_s)).code, 1);
        checkWhatTheSneHolds(world, one, dossier);
    }

    void aBorneThatHasEndedItsSessionHoldsNothingReadable() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device borne = world.enrol(u"borne"_s, u"borne"_s);
        QVERIFY(world.server().stop());
        const QString dossier = create(borne, completeDemande(u"Zyxomaque"_s));
        QVERIFY(addPhoto(world, borne, dossier));
        QCOMPARE(borne.ctl({u"session"_s, u"end"_s}).code, 0);
        for (const QByteArray& trace : {QByteArray("Zyxomaque"), QByteArray("95585"),
                                        QByteArray("0639980001"), QByteArray("\xFF\xD8\xFF")})
            QVERIFY(!anyFileHolds(borne.dir(), trace));

        // What waited still leaves, sealed, and the server can read it; then the borne forgets.
        QVERIFY(world.startEcole() && world.startServer());
        QCOMPARE(borne.sync().code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(world.numbersGiven().size(), 1, 30'000);
        QVERIFY(world.xmlHeld(world.numbersGiven().constFirst())
                    .contains(u"ZYXOMAQUE"_s, Qt::CaseInsensitive));
        QVERIFY(borne.ctl({u"dossier"_s, u"list"_s}).json.value("dossiers"_L1).toArray().isEmpty());
    }

    void aBorneSharesNothing() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const Device borne = world.enrol(u"borne"_s, u"borne"_s);
        const Device elsewhere = world.enrol(u"ailleurs"_s, u"mediateur"_s, u"Autre site"_s);
        const QString dossier = create(tablet, {u"demandeur.nom=Benarous"_s});
        QCOMPARE(tablet.sync().code, 0);
        for (const Device& other : {borne, elsewhere}) {
            QCOMPARE(other.sync().json.value("recues"_L1).toInt(), 0);
            QCOMPARE(other.ctl({u"dossier"_s, u"show"_s, u"--dossier"_s, dossier}).code, 1);
        }
    }

    void whatTheSneRefusesComesBackAsATask() {
        World world;
        QVERIFY(world.isReady() && world.startServer() && world.startEcole());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        QStringList answers = completeDemande();
        answers.removeAll(u"logement_recherche.types=t2,t3"_s);
        answers.removeAll(u"demandeur.telephone=0639980001"_s);
        const QString dossier = create(tablet, answers);
        QVERIFY(addPhoto(world, tablet, dossier));
        QCOMPARE(tablet.sync().code, 0);
        QTRY_VERIFY_WITH_TIMEOUT((tablet.sync().code == 0 &&
                                  !tablet.show(dossier).value("taches"_L1).toArray().isEmpty()),
                                 20'000);
        QCOMPARE(tablet.show(dossier).value("etape"_L1).toString(), u"a_corriger"_s);
        QVERIFY(set(tablet, dossier,
                    {u"demandeur.telephone=0639980001"_s, u"logement_recherche.types=t2"_s}));
        QVERIFY(!waitForNumber(tablet, dossier).isEmpty());
        QCOMPARE(world.numbersGiven().size(), 1);
    }

    void enrolmentCodesWorkOnceAndOnlyWithTheRightAuthority() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const QString code = world.code(u"borne"_s);
        const QString url = world.server().url();
        const auto init = [&](const QString& name, const QString& ca, const QString& word) {
            return Device(world.path(name))
                .ctl(
                    {u"device"_s, u"init"_s, u"--server"_s, url, u"--ca"_s, ca, u"--code"_s, word});
        };
        const Answer wrong = init(u"a"_s, world.ca(), u"B-2222-2222-2222"_s);
        QCOMPARE(wrong.code, 1);
        QVERIFY(!wrong.message.isEmpty());
        QCOMPARE(init(u"b"_s, world.path(u"ecole/client/ca.pem"_s), code).code, 1);
        QCOMPARE(init(u"c"_s, world.ca(), code).code, 0);
        QCOMPARE(init(u"d"_s, world.ca(), code).code, 1);
        QCOMPARE(init(u"c"_s, world.ca(), world.code(u"borne"_s)).code, 1); // already enrolled
    }

private:
    /// The clash goes with the value both had in front of them; the rest with what was merged.
    static void checkWhatTheSneHolds(World& world, const Device& device, const QString& dossier) {
        const QString number = waitForNumber(device, dossier);
        QVERIFY(!number.isEmpty());
        QCOMPARE(world.numbersGiven(), QStringList{number});
        QTRY_VERIFY_WITH_TIMEOUT(world.xmlHeld(number).contains(u">31<"_s), 20'000);
        const QString xml = world.xmlHeld(number);
        QVERIFY(xml.contains(u"0639980001"_s));
        QVERIFY(!xml.contains(u"0639980002"_s) && !xml.contains(u"0639980003"_s));
    }
};

QTEST_GUILESS_MAIN(EndToEndTest)
#include "end_to_end_test.moc"
