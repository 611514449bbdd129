// SPDX-License-Identifier: GPL-3.0-or-later
// A person comes to an adviser with the code of a demande begun elsewhere.
#include "tests/client/tablet_at_work.h"
#include "tests/client/viewmodels_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;
using Place = Adviser::Place;

namespace {

const QString kCode = "482915703642";

/// A dossier of another site, as the server has it.
Dossier begunElsewhere(TabletAtWork& tablet) {
    Dossier dossier;
    dossier.id = newId<DossierId>(tablet.device.clock, tablet.device.random);
    dossier.revision = 2;
    const auto say = [&](const std::string& path, const std::string& value) {
        dossier.fields[path] = FieldState{Value(value), 1, {}};
    };
    say("reference", kCode.toStdString());
    say("demandeur.nom", "ZYRIAKOVA");
    return dossier;
}

void openReturn(TabletAtWork& tablet) {
    tablet.server.away = false;
    tablet.open();
    tablet.adviser().newPerson();
    tablet.adviser().openReturn();
    QCOMPARE(tablet.place(), Place::Revient);
}

void give(TabletAtWork& tablet, const QString& code) {
    tablet.adviser().typed()->type(code);
    tablet.parcours->next();
}

} // namespace

class AdviserReturnTest : public QObject {
    Q_OBJECT
private slots:
    void theDossierOfTheServerBecomesOneOfThisDevice() {
        TabletAtWork tablet;
        const auto dossier = begunElsewhere(tablet);
        tablet.server.byCode[kCode.toStdString()] = dossier;
        openReturn(tablet);
        give(tablet, kCode);
        QTRY_COMPARE(tablet.place(), Place::Personne);
        const auto id = QString::fromStdString(dossier.id.str());
        QCOMPARE(tablet.session->dossier().id, dossier.id);
        QVERIFY(tablet.adviser().person()->name().contains("Zyriakova", Qt::CaseInsensitive));
        QVERIFY(tablet.adviser().typed()->code().isEmpty());
        QCOMPARE(client::agreementOf(tablet.read(id), tablet.workspace->profile().device),
                 client::Agreement::given);
        QVERIFY(!tablet.device.holds("ZYRIAKOVA")); // sealed
        // It is there after a restart with no network, and in the list.
        tablet.server.away = true;
        tablet.restart();
        tablet.open();
        QCOMPARE(tablet.adviser().people()->allCount(), 1);
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Personne);
    }

    void withNoNetworkADossierOfThisDeviceIsFound() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Milena", "Horvatic", false);
        tablet.addPerson("Samir", "Belghazi");
        const auto code = QString::fromStdString(referenceOf(tablet.read(id)));
        tablet.server.away = true;
        tablet.adviser().newPerson();
        tablet.adviser().openReturn();
        give(tablet, code);
        QCOMPARE(tablet.place(), Place::Personne);
        QCOMPARE(QString::fromStdString(tablet.session->dossier().id.str()), id);
        QCOMPARE(client::agreementOf(tablet.read(id), tablet.workspace->profile().device),
                 client::Agreement::given);
    }

    void aCodeThatOpensNothingStaysToBeLookedAt() {
        TabletAtWork tablet;
        openReturn(tablet);
        give(tablet, kCode.left(11));
        QCOMPARE(tablet.adviser().typed()->error(), QString("reprise.court"));
        give(tablet, kCode.right(1));
        QTRY_COMPARE(tablet.adviser().typed()->error(), QString("reprise.inconnu"));
        QVERIFY(tablet.adviser().typed()->elsewhere());
        QCOMPARE(tablet.adviser().typed()->code(), QString("4829 1570 3642"));
        QVERIFY(!tablet.session->isOpen());
        tablet.parcours->back();
        QCOMPARE(tablet.place(), Place::Accord);
        QVERIFY(tablet.adviser().typed()->code().isEmpty());
    }

    void whoIsToldToWaitIsToldHowLong() {
        TabletAtWork tablet;
        tablet.server.tiredOfCodes = true;
        openReturn(tablet);
        give(tablet, kCode);
        QTRY_COMPARE(tablet.adviser().typed()->error(), QString("reprise.attendre.minutes"));
    }

    void anAnswerThatComesAfterTheDeviceWasLockedOpensNothing() {
        TabletAtWork tablet;
        tablet.server.byCode[kCode.toStdString()] = begunElsewhere(tablet);
        openReturn(tablet);
        give(tablet, kCode);
        tablet.adviser().lockDevice();
        QTest::qWait(50);
        QCOMPARE(tablet.place(), Place::Code);
        QVERIFY(!tablet.session->isOpen());
        tablet.open();
        QCOMPARE(tablet.adviser().people()->allCount(), 0);
    }
};

QTEST_MAIN(AdviserReturnTest)
#include "adviser_return_test.moc"
