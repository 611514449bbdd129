// SPDX-License-Identifier: GPL-3.0-or-later
// A demande begun on one borne goes on at another one, with the code de reprise: the real programs,
// a real server.
#include "tests/integration/touch_machine.h"
#include "tests/integration/world.h"

#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

const QStringList kTypeCode{u"attendre Langue"_s, u"toucher langue:fr"_s, u"attendre Accueil"_s,
                            u"toucher jai-un-code"_s, u"attendre Reprise"_s};

struct Begun {
    QString dossier, code;
};

/// The person begins on `borne`, leaves with their code, and the server has everything.
Begun begin(const Device& borne) {
    const auto created =
        borne.ctl({u"dossier"_s, u"create"_s, u"--set"_s, u"demande.nature=premiere"_s, u"--set"_s,
                   u"demandeur.nom=Zyriakova"_s});
    Begun begun{created.json.value("dossier"_L1).toString(), {}};
    begun.code = borne.show(begun.dossier).value("reference"_L1).toString();
    if (borne.sync().code != 0 || borne.ctl({u"session"_s, u"end"_s}).code != 0)
        return {};
    return begun;
}

bool opens(TouchMachine& machine, const QString& code) {
    return machine.start({u"--borne"_s}) && machine.orders(kTypeCode) &&
           machine.orders({u"chiffres "_s + code, u"toucher continuer"_s});
}

bool shows(TouchMachine& machine, const QByteArray& words) {
    return machine.interface().contains(words);
}

} // namespace

class ReturnTest : public QObject {
    Q_OBJECT
private slots:
    void aPersonGoesOnAtAnotherBorne() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device first = world.enrol(u"borne-1"_s, u"borne"_s, u"Mairie"_s);
        const Device second = world.enrol(u"borne-2"_s, u"borne"_s, u"CAF"_s);
        const Begun begun = begin(first);
        QVERIFY(!begun.code.isEmpty());
        QVERIFY(
            second.ctl({u"dossier"_s, u"list"_s}).json.value("dossiers"_L1).toArray().isEmpty());

        TouchMachine machine(second.dir());
        QVERIFY2(opens(machine, begun.code), qPrintable(machine.failure()));
        QVERIFY2(machine.orders({u"attendre Question"_s, u"aller prenom"_s, u"ecrire wuluwahi"_s,
                                 u"toucher continuer"_s}),
                 qPrintable(machine.failure()));
        QCOMPARE(machine.filesWith("zyriakova"), QStringList());
        QVERIFY2(machine.orders({u"passer 600000"_s, u"attendre Langue"_s}),
                 qPrintable(machine.failure()));
        QVERIFY(!shows(machine, "Zyriakova"));
        machine.terminate();

        QCOMPARE(second.sync().code, 0);
        QCOMPARE(machine.filesWith("zyriakova"), QStringList());
        QVERIFY(
            second.ctl({u"dossier"_s, u"list"_s}).json.value("dossiers"_L1).toArray().isEmpty());
        // Both answers are at the server: a tablet of the place has them.
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s, u"Mairie"_s);
        QCOMPARE(tablet.sync().code, 0);
        const auto answers = tablet.show(begun.dossier).value("champs"_L1).toObject();
        const auto of = [&](const QString& path) {
            return answers.value(path).toObject().value("valeur"_L1).toString();
        };
        QCOMPARE(of(u"demandeur.nom"_s), u"Zyriakova"_s);
        QCOMPARE(of(u"demandeur.prenom"_s).toLower(), u"wuluwahi"_s);
    }

    void aPersonGoesOnWithAnAdviserOfAnotherPlace() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device borne = world.enrol(u"borne"_s, u"borne"_s, u"Mairie"_s);
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s, u"CAF"_s);
        const Device colleague = world.enrol(u"collegue"_s, u"mediateur"_s, u"CAF"_s);
        const Begun begun = begin(borne);
        QVERIFY(!begun.code.isEmpty());
        QCOMPARE(tablet.sync().code, 0);

        TouchMachine machine(tablet.dir());
        QVERIFY(machine.start({u"--mediateur"_s}));
        QVERIFY2(machine.orders({u"attendre Suivi"_s, u"toucher nouvelle-personne"_s,
                                 u"toucher choix:code"_s, u"chiffres "_s + begun.code,
                                 u"toucher continuer"_s}),
                 qPrintable(machine.failure()));
        QTRY_VERIFY_WITH_TIMEOUT(shows(machine, "Zyriakova"), 30'000);
        machine.terminate();

        // What the tablet adds reaches the server, what the borne adds reaches the tablet.
        QCOMPARE(tablet
                     .ctl({u"dossier"_s, u"set"_s, u"--dossier"_s, begun.dossier,
                           u"demandeur.prenom=Wuluwahi"_s})
                     .code,
                 0);
        QCOMPARE(tablet.sync().code, 0);
        const Device here = world.enrol(u"mairie"_s, u"mediateur"_s, u"Mairie"_s);
        QCOMPARE(here.sync().code, 0);
        QCOMPARE(here.show(begun.dossier)
                     .value("champs"_L1)
                     .toObject()
                     .value("demandeur.prenom"_L1)
                     .toObject()
                     .value("valeur"_L1)
                     .toString(),
                 u"Wuluwahi"_s);
        QCOMPARE(here.ctl({u"dossier"_s, u"set"_s, u"--dossier"_s, begun.dossier,
                           u"demandeur.telephone=0639981234"_s})
                     .code,
                 0);
        QCOMPARE(here.sync().code, 0);
        QCOMPARE(tablet.sync().code, 0);
        QVERIFY(tablet.show(begun.dossier)
                    .value("champs"_L1)
                    .toObject()
                    .contains("demandeur.telephone"_L1));
        // Who was not given the code sees nothing of it.
        QCOMPARE(colleague.sync().code, 0);
        QVERIFY(
            colleague.ctl({u"dossier"_s, u"list"_s}).json.value("dossiers"_L1).toArray().isEmpty());
    }

    void withoutANetworkThePageSaysSo() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device first = world.enrol(u"borne-1"_s, u"borne"_s);
        const Device second = world.enrol(u"borne-2"_s, u"borne"_s);
        const Begun begun = begin(first);
        QVERIFY(!begun.code.isEmpty());
        QVERIFY(world.server().stop());
        TouchMachine machine(second.dir());
        QVERIFY2(opens(machine, begun.code), qPrintable(machine.failure()));
        QTRY_VERIFY_WITH_TIMEOUT(shows(machine, "chercher plus loin"), 30'000);
        // The network is back: the same code, which is still written, opens it.
        QVERIFY(world.startServer());
        QVERIFY2(machine.orders({u"toucher continuer"_s, u"attendre Question"_s}),
                 qPrintable(machine.failure()));
    }

    void aCodeThatNobodyHasOpensNothing() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device borne = world.enrol(u"borne-1"_s, u"borne"_s);
        TouchMachine machine(borne.dir());
        QVERIFY2(opens(machine, u"482915703642"_s), qPrintable(machine.failure()));
        QTRY_VERIFY_WITH_TIMEOUT(shows(machine, "aucune demande"), 30'000);
    }

    void whoTriesManyCodesWaits() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device borne = world.enrol(u"borne-1"_s, u"borne"_s);
        TouchMachine machine(borne.dir());
        QVERIFY2(opens(machine, u"482915703642"_s), qPrintable(machine.failure()));
        for (int i = 0; i < 5; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(shows(machine, "aucune demande"), 30'000);
            QVERIFY2(machine.orders({u"toucher pave:effacer"_s, u"chiffres %1"_s.arg(i + 3),
                                     u"toucher continuer"_s}),
                     qPrintable(machine.failure()));
        }
        QTRY_VERIFY_WITH_TIMEOUT(shows(machine, "Trop d’essais"), 30'000);
    }

    void whatWasErasedIsNotFoundAgain() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device borne = world.enrol(u"borne-1"_s, u"borne"_s);
        const Device other = world.enrol(u"borne-2"_s, u"borne"_s);
        const Begun begun = begin(borne);
        TouchMachine machine(other.dir());
        QVERIFY2(opens(machine, begun.code), qPrintable(machine.failure()));
        QVERIFY2(
            machine.orders({u"attendre Question"_s, u"toucher terminer"_s, u"attendre Terminer"_s,
                            u"toucher oui-effacer"_s, u"attendre Langue"_s}),
            qPrintable(machine.failure()));
        machine.terminate();
        QCOMPARE(other.sync().code, 0);
        TouchMachine again(borne.dir());
        QVERIFY2(opens(again, begun.code), qPrintable(again.failure()));
        QTRY_VERIFY_WITH_TIMEOUT(shows(again, "aucune demande"), 30'000);
        // The server has taken every edit: nothing of the answers is left there.
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        QCOMPARE(tablet.sync().code, 0);
        const auto name = tablet.show(begun.dossier)
                              .value("champs"_L1)
                              .toObject()
                              .value("demandeur.nom"_L1)
                              .toObject()
                              .value("valeur"_L1);
        QVERIFY(name.isNull());
    }
};

QTEST_GUILESS_MAIN(ReturnTest)
#include "return_test.moc"
