// SPDX-License-Identifier: GPL-3.0-or-later
// « C’est tout » on a device whose disk fills up at each of its writes in turn: the person is told,
// the pages that they took stay in front of them, and are kept once there is room.
#include "client/selftest/specimen.h"
#include "tests/client/viewmodels_support.h"
#include "tests/support/full_disk.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

class ViewmodelsDiskFullTest : public QObject {
    Q_OBJECT
private slots:
    void thePagesStayUntilThereIsRoom() {
        FullDisk disk;
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        borne.parcours->openPhoto();
        borne.waitForPage(Page::Photo);
        auto& piece = *borne.parcours->piece();
        piece.chooseFile(kSpecimenName);
        borne.waitForPage(Page::Relire);
        borne.parcours->next();
        borne.waitForPage(Page::Feuilles);
        int refused = 0;
        for (disk.fill(0); !piece.done(); disk.fill(++refused)) {
            disk.empty();
            QVERIFY(refused < 200);
            QCOMPARE(piece.error(), QString("errc.plus_de_place"));
            QCOMPARE(borne.parcours->page(), Page::Feuilles);
            QCOMPARE(piece.pages()->count(), 1);
            QVERIFY(pieces::givenPieces(borne.session->dossier()).empty());
        }
        disk.empty();
        QVERIFY2(refused >= 2, qPrintable(QString::number(refused))); // the page, the edit
        borne.waitForPage(Page::Documents);
        QVERIFY(piece.error().isEmpty());
        QCOMPARE(pieces::givenPieces(borne.session->dossier()).size(), std::size_t{1});
        QVERIFY(borne.device.pageFiles() >= 1);
    }
};

QTEST_MAIN(ViewmodelsDiskFullTest)
#include "viewmodels_disk_full_test.moc"
