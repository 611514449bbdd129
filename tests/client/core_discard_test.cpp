// SPDX-License-Identifier: GPL-3.0-or-later
// « Tout effacer », and one attempt for each code typed.
#include "shared/crypto/cms.h"
#include "shared/dossier/catalogue.h"
#include "tests/client/device_fixture.h"

#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

struct Borne {
    DeviceFixture device{protocol::Role::borne};
    std::unique_ptr<Workspace> workspace = device.open(SessionKeeping::memory);
    DossierSession session{*workspace, catalogue()};

    /// What the server would read of the queue.
    std::string waiting() {
        const auto& server = fakeAuthority();
        std::string all;
        for (const auto& one : workspace->store().nextBatch(500).value().sealed)
            all += asString(
                crypto::openCms(one.cms, server.sealingCertPem, server.sealingKeyPem).value());
        return all;
    }
    /// A dossier whose session has ended; its code.
    std::string left(const char* name) {
        session.create({{"demandeur.nom", name}}).value();
        std::string code = session.reference();
        session.endSession().value();
        return code;
    }
};

} // namespace

class CoreDiscardTest : public QObject {
    Q_OBJECT
private slots:
    void whatWaitsNeverSaysTheAnswers() {
        Borne borne;
        borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        borne.session.setAnswer("demandeur.prenom", "Aminata").value();
        QVERIFY(borne.waiting().find("DIALLO") != std::string::npos);
        borne.session.discard().value();
        QVERIFY(!borne.session.isOpen());
        const std::string waiting = borne.waiting();
        QVERIFY(waiting.find("DIALLO") == std::string::npos);
        QVERIFY(waiting.find("Aminata") == std::string::npos);
        // The numbers stay: the server would wait for a missing one for ever.
        QCOMPARE(borne.workspace->store().queue().value().edits, 2);
    }

    void whatTheServerHasIsCleared() {
        Borne borne;
        borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        borne.workspace->store().receive(acknowledge(1)).value();
        borne.session.discard().value();
        const std::string waiting = borne.waiting();
        QVERIFY(waiting.find("\"demandeur.nom\",\"valeur\":null") != std::string::npos);
        QVERIFY(waiting.find("DIALLO") == std::string::npos);
        QVERIFY2(waiting.find("\"chemin\":\"reference\"") == std::string::npos,
                 "the reference names nobody");
    }

    void nothingWasSentSoNothingIsCleared() {
        Borne borne;
        borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        borne.session.discard().value();
        QVERIFY(borne.waiting().find("demandeur.nom") == std::string::npos);
    }

    void pagesGoTooAndTheCodeOpensNothing() {
        Borne borne;
        borne.session.create({}).value();
        const std::string code = borne.session.reference();
        borne.session.addPiece("identite", {jpegWithPlace()}).value();
        QCOMPARE(borne.device.pageFiles(), 1);
        borne.session.discard().value();
        QCOMPARE(borne.device.pageFiles(), 0);
        borne.session.endSession().value();
        QCOMPARE(comeBack(borne.session, code).error().code, Errc::wrongCode);
    }

    void aDemandeThatWasConfirmedIsNotErased() {
        Borne borne;
        borne.session.create({{"depot.confirme", "oui"}}).value();
        QCOMPARE(borne.session.discard().error().code, Errc::forbidden);
        QVERIFY(borne.session.isOpen());
    }

    void aTabletErasesNothing() {
        DeviceFixture device(protocol::Role::mediateur);
        const auto workspace = device.open(SessionKeeping::memory);
        DossierSession session(*workspace, catalogue());
        session.create({{"demandeur.nom", "DIALLO"}}).value();
        QCOMPARE(session.discard().error().code, Errc::forbidden);
        QCOMPARE(textOf(session.answer("demandeur.nom")), std::string("DIALLO"));
    }

    void theRightCodeAmongSeveralOpensItsDossier() {
        Borne borne;
        const auto first = borne.left("DIALLO");
        const auto second = borne.left("Benarous");
        comeBack(borne.session, first).value();
        QCOMPARE(textOf(borne.session.answer("demandeur.nom")), std::string("DIALLO"));
        borne.session.endSession().value();
        comeBack(borne.session, second).value();
        QCOMPARE(textOf(borne.session.answer("demandeur.nom")), std::string("Benarous"));
    }

    void whoComesBackDoesNotUseUpTheAttemptsOfTheOthers() {
        Borne borne;
        const auto first = borne.left("DIALLO");
        const auto second = borne.left("Benarous");
        for (int i = 0; i < 6; ++i) {
            comeBack(borne.session, second).value();
            borne.session.endSession().value();
        }
        QVERIFY(comeBack(borne.session, first));
    }

    void wrongCodesMakeEverybodyWaitAndSayHowLong() {
        Borne borne;
        const auto code = borne.left("DIALLO");
        QCOMPARE(borne.session.resumeWaitMs().value(), std::int64_t(0));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(comeBack(borne.session, "000000000000").error().code, Errc::wrongCode);
        QCOMPARE(comeBack(borne.session, code).error().code, Errc::throttled);
        QCOMPARE(borne.session.resumeWaitMs().value(), std::int64_t(30'000));
        borne.device.clock.now += 30'000;
        QVERIFY(comeBack(borne.session, code));
    }
};

QTEST_MAIN(CoreDiscardTest)
#include "core_discard_test.moc"
