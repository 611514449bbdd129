// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation, receipt and points.
#include "tests/client/viewmodels_support.h"

#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

namespace {

/// What the server tells a borne once the register has answered.
protocol::DossierStatus registered(const DossierId& dossier) {
    protocol::DossierStatus status;
    status.dossier = dossier;
    status.stage = DossierStage::registered;
    status.numeroUnique = "1111126000001G1234";
    return status;
}

} // namespace

class ViewmodelsDepositTest : public QObject {
    Q_OBJECT
private slots:
    void aFullDemandeIsDepositedOnceConfirmed() {
        BorneAtWork borne;
        QSignalSpy deposited(borne.parcours.get(), &Parcours::deposited);
        borne.begin();
        borne.goTo({});
        borne.parcours->next();
        QCOMPARE(borne.parcours->page(), Page::Confirmer);
        QCOMPARE(deposited.count(), 0);
        borne.parcours->confirmDeposit();
        QCOMPARE(deposited.count(), 1);
        QCOMPARE(borne.parcours->page(), Page::Recu);
        QVERIFY(borne.session->missing().empty());
        QVERIFY(!borne.parcours->canGoBack());
    }

    void theReceiptFollowsTheSendingAndTheNumber() {
        BorneAtWork borne;
        borne.deposit();
        auto& receipt = *borne.parcours->receipt();
        QCOMPARE(receipt.state(), QString("gardee"));
        QCOMPARE(receipt.reference().size(), 14);
        QTRY_COMPARE(receipt.waiting(), QString("recu.attente"));
        borne.server.away = false;
        borne.sync->wake();
        QTRY_COMPARE(receipt.state(), QString("envoyee"));
        QVERIFY(receipt.waiting().isEmpty());
        QSignalSpy arrived(borne.parcours.get(), &Parcours::registered);
        borne.server.statuses = {registered(borne.session->dossier().id)};
        // A round may be running: the page asks again every ten seconds, the test at once.
        QTRY_VERIFY((borne.sync->wake(), receipt.state() == "enregistree"));
        QCOMPARE(receipt.numeroUnique(), QString("111 11 26 000001 G1234"));
        QCOMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toString(), QString("1111126000001G1234"));
    }

    void whatMustBeCorrectedIsSaidWithItsQuestion() {
        BorneAtWork borne;
        borne.deposit();
        borne.server.away = false;
        auto status = registered(borne.session->dossier().id);
        status.stage = DossierStage::toCorrect;
        status.numeroUnique.clear();
        status.tasks = {{"anomalie:ESC_0001", "demandeur.telephone", "Le numéro ne répond pas."}};
        borne.server.statuses = {status};
        auto& receipt = *borne.parcours->receipt();
        QTRY_VERIFY((borne.sync->wake(), receipt.state() == "a_corriger"));
        const auto task = receipt.tasks().first().toMap();
        QCOMPARE(task["message"].toString(), QString("Le numéro ne répond pas."));
        QCOMPARE(task["questionId"].toString(), QString("telephone"));
    }

    void whatTheRegisterEndedIsSaidWithItsReason() {
        BorneAtWork borne;
        borne.deposit();
        borne.server.away = false;
        auto status = registered(borne.session->dossier().id);
        status.stage = DossierStage::toCorrect;
        status.tasks = {{"radiation:RADREN:2027-12-22", "", "Elle n’a pas été renouvelée."}};
        borne.server.statuses = {status};
        auto& receipt = *borne.parcours->receipt();
        QTRY_VERIFY((borne.sync->wake(), receipt.state() == "radiee"));
        QCOMPARE(receipt.title(), QString("recu.titre.radiee"));
        QCOMPARE(receipt.tasks().first().toMap()["message"].toString(),
                 QString("Elle n’a pas été renouvelée."));
    }

    void stopsOfTheTimelineFollowTheState() {
        ReceiptViewModel receipt;
        QVERIFY(receipt.stops().isEmpty());
        receipt.show({"482915703642", false, {}, {}, {}, false});
        QCOMPARE(receipt.reference(), QString("4829 1570 3642"));
        QCOMPARE(receipt.stops().size(), 4);
        QCOMPARE(receipt.stops()[0].toMap()["state"].toString(), QString("done"));
        QCOMPARE(receipt.stops()[1].toMap()["state"].toString(), QString("now"));
        receipt.show({"482915703642", true, {}, {}, {}, false});
        QCOMPARE(receipt.stops()[2].toMap()["state"].toString(), QString("now"));
        receipt.show({"482915703642", true, {}, {}, {QVariantMap{{"message", "x"}}}, false});
        QCOMPARE(receipt.state(), QString("a_corriger"));
    }

    void pointsComeWithTheirReasons() {
        BorneAtWork borne;
        borne.deposit();
        borne.parcours->openPoints();
        auto& note = *borne.parcours->note();
        QCOMPARE(borne.parcours->page(), Page::Points);
        QVERIFY(note.available());
        QCOMPARE(note.waitMonths(), 26);
        QVERIFY(note.possiblePoints() > note.points());
        QVERIFY(!note.bestPiece().isEmpty());
        QVERIFY(note.bestPiece()["points"].toInt() > 0);
        const auto first = note.criteria().first().toMap();
        QVERIFY(first["points"].toInt() > 0);
        for (const auto& criterion : note.criteria())
            QVERIFY(criterion.toMap()["state"] != "manuel");
        borne.parcours->openNotePage(Page::Pourquoi);
        borne.parcours->back();
        QCOMPARE(borne.parcours->page(), Page::Points);
        borne.parcours->back();
        QCOMPARE(borne.parcours->page(), Page::Recu);
    }

    void aTownWithoutBaremeHasNoPoints() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        borne.parcours->question()->setTyped("Brest");
        borne.parcours->next();
        borne.parcours->openPoints();
        QVERIFY(!borne.parcours->note()->available());
        QCOMPARE(borne.parcours->note()->waitMonths(), 0);
        QCOMPARE(borne.parcours->note()->waitSentence(), QString("note.attente.inconnue"));
    }
};

QTEST_MAIN(ViewmodelsDepositTest)
#include "viewmodels_deposit_test.moc"
