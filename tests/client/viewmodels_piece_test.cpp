// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: the list, the photo of one by a camera or from files, its pages, what cannot be kept.
#include "client/platform/page_content.h"
#include "client/selftest/photo_samples.h"
#include "client/selftest/specimen.h"
#include "client/viewmodels/folder_frames.h"
#include "client/viewmodels/piece_images.h"
#include "tests/client/viewmodels_support.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;
using Step = PieceViewModel::Step;

namespace {

constexpr int kThreadMs = 60'000;

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A sheet of A4 with its lines of text, on a dark table.
QImage sheetOnATable() {
    QImage photo(2400, 3200, QImage::Format_RGB32);
    photo.fill(QColor(0x4a, 0x3a, 0x2c));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(1200, 1600);
    painter.rotate(3);
    const QRect sheet(-900, -1272, 1800, 2545);
    painter.fillRect(sheet, QColor(0xf6, 0xf4, 0xee));
    painter.setFont(QFont(painter.font().family(), 30));
    painter.setPen(QColor(0x18, 0x18, 0x18));
    for (int line = 0; line < 40; ++line)
        painter.drawText(-760, -1100 + line * 58,
                         QStringLiteral("Ligne %1 : avis inventé, revenus 14 880").arg(line));
    return photo;
}

QString keyOf(BorneAtWork& borne) {
    return borne.parcours->piece()->key();
}

/// Goes to the list of the documents, then to the photo of the first one.
PieceViewModel& atThePhoto(BorneAtWork& borne) {
    borne.begin();
    borne.goTo("pieces");
    borne.parcours->openPhoto();
    borne.waitForPage(Page::Photo);
    return *borne.parcours->piece();
}

/// On the page of the photo, in front of a camera that is a folder of pictures.
struct CameraAtWork {
    QTemporaryDir frames;
    BorneAtWork borne;
    FolderFrames* camera = nullptr; // the page's, once it is open

    explicit CameraAtWork(const QImage& first) {
        first.save(file(), "JPEG", 92);
        borne.parcours->piece()->aim()->setSource([this] {
            auto source = std::make_unique<FolderFrames>(frames.path(), 0);
            camera = source.get();
            return source;
        });
        atThePhoto(borne);
    }
    [[nodiscard]] QString file() const { return frames.filePath("1.jpg"); }
};

void choose(BorneAtWork& borne) {
    borne.parcours->piece()->chooseFile(kSpecimenName);
    borne.waitForPage(Page::Relire);
}

} // namespace

class ViewmodelsPieceTest : public QObject {
    Q_OBJECT
private slots:
    void aDocumentIsChosenLookedAtAndKept() {
        BorneAtWork borne;
        auto& piece = atThePhoto(borne);
        auto& list = *borne.parcours->pieces();
        const int lacking = list.lacking();
        QCOMPARE(list.rows().first().toMap()["state"].toString(), QString("a_fournir"));
        QCOMPARE(keyOf(borne), QString("identite demandeur"));
        choose(borne);
        QVERIFY(piece.picture().toString().startsWith("image://escale-piece/"));
        QVERIFY(piece.keepable());
        piece.keep();
        borne.waitForPage(Page::Feuilles);
        QCOMPARE(piece.pages()->count(), 1);
        QCOMPARE(borne.device.pageFiles(), 0); // nothing is kept before the person says so
        QVERIFY(piece.done());
        borne.waitForPage(Page::Documents);
        QCOMPARE(list.lacking(), lacking - 1);
        QCOMPARE(list.find("identite demandeur")->state, QString("gardee"));
        QVERIFY(piece.images()->get().isNull());
        QCOMPARE(borne.device.pageFiles(), 1);
        QVERIFY(!borne.device.holds("JFIF"));
        QVERIFY(!borne.device.holds("%PDF"));
    }

    void aPhotoCanBeTakenAgain() {
        BorneAtWork borne;
        auto& piece = atThePhoto(borne);
        choose(borne);
        piece.retake();
        borne.waitForPage(Page::Photo);
        borne.parcours->back();
        borne.waitForPage(Page::Documents);
        QCOMPARE(borne.device.pageFiles(), 0);
    }

    void pagesAreAddedMovedAndRemoved() {
        BorneAtWork borne;
        auto& piece = atThePhoto(borne);
        for (int i = 0; i < 2; ++i) {
            choose(borne);
            piece.keep();
            borne.waitForPage(Page::Feuilles);
            if (i == 0) {
                piece.addPage();
                borne.waitForPage(Page::Photo);
            }
        }
        auto& pages = *piece.pages();
        QCOMPARE(pages.count(), 2);
        const auto first = pages.rows().first().toMap()["picture"];
        pages.raise(1);
        QCOMPARE(pages.rows().last().toMap()["picture"], first);
        piece.removePage(0);
        QCOMPARE(pages.rows().first().toMap()["picture"], first);
        piece.removePage(0);
        borne.waitForPage(Page::Photo);
        QCOMPARE(pages.count(), 0);
    }

    void pagesThatWereNotConfirmedAreKeptWhenTheListIsLeft() {
        BorneAtWork borne;
        auto& piece = atThePhoto(borne);
        choose(borne);
        piece.keep();
        borne.waitForPage(Page::Feuilles);
        borne.parcours->back();
        borne.waitForPage(Page::Documents);
        QCOMPARE(borne.parcours->pieces()->find("identite demandeur")->state, QString("prise"));
        QCOMPARE(borne.device.pageFiles(), 0);
        borne.parcours->next();
        QCOMPARE(borne.device.pageFiles(), 1);
    }

    void aFileThatIsNoPictureSaysSo() {
        BorneAtWork borne;
        write(borne.photos.filePath("faux.jpg"), "pas une image");
        write(borne.photos.filePath("photo.heic"), QByteArray("\0\0\0\x18"
                                                              "ftypheic\0\0\0\0heicmif1",
                                                              24));
        auto& piece = atThePhoto(borne);
        piece.chooseFile("faux.jpg");
        QTRY_COMPARE_WITH_TIMEOUT(piece.error(), QString("piece.raison.pas_une_image"), kThreadMs);
        QCOMPARE(piece.step(), Step::aiming);
        piece.chooseFile("photo.heic");
        QTRY_COMPARE_WITH_TIMEOUT(piece.error(), QString("piece.raison.heic"), kThreadMs);
        piece.chooseFile("../../etc/passwd");
        QCOMPARE(piece.error(), QString("errc.introuvable"));
        choose(borne);
        QVERIFY(piece.error().isEmpty());
    }

    void aThousandFilesAreTurnedLikeABook() {
        BorneAtWork borne;
        for (int i = 0; i < 1000; ++i)
            write(borne.photos.filePath(QString("scan%1.jpg").arg(i, 4, 10, QChar('0'))), "x");
        auto& files = *atThePhoto(borne).files();
        files.setPerPage(4);
        QCOMPARE(files.count(), 1001); // the specimen too
        QCOMPARE(files.shown().size(), 4);
        files.showPrevious();
        QCOMPARE(files.last(), 1001);
        files.showNext();
        QCOMPARE(files.first(), 1);
        files.showNext();
        QCOMPARE(files.first(), 5);
    }

    void theCameraTakesASharpSheetByItself() {
        CameraAtWork work(sheetOnATable());
        auto& piece = *work.borne.parcours->piece();
        QVERIFY(piece.aim()->available());
        for (int i = 0; i < 40 && piece.step() == Step::aiming && !piece.busy(); ++i) {
            QSignalSpy looked(piece.aim(), &PieceAim::frameChanged);
            work.camera->step();
            QVERIFY(looked.count() > 0 || looked.wait(kThreadMs));
            QCOMPARE(piece.aim()->outline().size(), 4);
        }
        work.borne.waitForPage(Page::Relire);
        QCOMPARE(piece.verdict(), QString());
        QVERIFY(piece.good());
        QVERIFY(piece.croppable());
        const auto cropped = piece.images()->get().size();
        piece.seeWhole(true);
        QTRY_VERIFY_WITH_TIMEOUT(!piece.busy(), kThreadMs);
        QVERIFY(piece.whole());
        QVERIFY(piece.images()->get().size() != cropped);
        piece.keep();
        // A card has another side: the camera again, for it.
        work.borne.waitForPage(Page::Photo);
        QCOMPARE(piece.rank(), QString("piece.rang.dos"));
    }

    void anEmptyTableIsSaidAndNeverKept() {
        QImage table(1200, 1600, QImage::Format_RGB32);
        table.fill(QColor(0x6a, 0x5a, 0x4c));
        CameraAtWork work(table);
        auto& piece = *work.borne.parcours->piece();
        work.camera->step();
        QTRY_COMPARE_WITH_TIMEOUT(piece.aim()->advice(), QString("piece.conseil.aucune_page"),
                                  kThreadMs);
        piece.take();
        QTRY_COMPARE_WITH_TIMEOUT(piece.error(), QString("piece.raison.pas_de_page"), kThreadMs);
        QCOMPARE(piece.step(), Step::aiming);
    }

    void aBadPhotoIsKeptAfterTwoTriesAndMarkedForAnAdviser() {
        QTemporaryDir samples;
        QVERIFY(writePhotoSamples(samples.path()));
        const QDir moved(samples.filePath("camera/bougee"));
        CameraAtWork work(QImage(moved.filePath(moved.entryList(QDir::Files).value(0))));
        auto& piece = *work.borne.parcours->piece();
        for (int tries = 1; tries <= 2; ++tries) {
            work.camera->step();
            piece.take();
            work.borne.waitForPage(Page::Relire);
            QVERIFY(!piece.good() && !piece.verdict().isEmpty());
            QCOMPARE(piece.keepable(), tries == 2);
            if (tries == 1) {
                piece.keep(); // not yet
                QCOMPARE(piece.step(), Step::reviewing);
                piece.retake();
                work.borne.waitForPage(Page::Photo);
            }
        }
        piece.keep();
        piece.list();
        work.borne.waitForPage(Page::Feuilles);
        QVERIFY(!piece.pages()->rows().first().toMap()["doubtful"].toString().isEmpty());
        QVERIFY(piece.done());
        work.borne.waitForPage(Page::Documents);
        const auto given = pieces::givenPieces(work.borne.session->dossier());
        QVERIFY(given.back().doubtful);
        QVERIFY(work.borne.parcours->pieces()->find("identite demandeur")->status.doubtful);
    }

    void aPdfOfSeveralPagesGivesEachOfThem() {
        BorneAtWork borne;
        QFile pdf(borne.photos.filePath("trois.pdf"));
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        QPdfWriter writer(&pdf);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        for (int page = 1; page <= 3; ++page) {
            for (int line = 0; line < 40; ++line)
                painter.drawText(800, 800 + 300 * line,
                                 QStringLiteral("Feuille %1, ligne %2 : document inventé, 14 880")
                                     .arg(page)
                                     .arg(line));
            if (page < 3)
                writer.newPage();
        }
        painter.end();
        pdf.close();
        auto& piece = atThePhoto(borne);
        piece.chooseFile("trois.pdf");
        for (int page = 1; page <= 3; ++page) {
            QTRY_VERIFY_WITH_TIMEOUT(
                !piece.busy() && piece.step() == Step::reviewing && piece.keepable(), kThreadMs);
            piece.keep();
            QCOMPARE(piece.pages()->count(), page);
        }
        borne.waitForPage(Page::Feuilles);
        QVERIFY(piece.done());
        QCOMPARE(borne.device.pageFiles(), 3);
        QCOMPARE(pieces::givenPieces(borne.session->dossier()).back().pages.size(), std::size_t{3});
    }

    void aCameraThatIsUnpluggedLeavesTheFiles() {
        CameraAtWork work(sheetOnATable());
        auto& piece = *work.borne.parcours->piece();
        QVERIFY(QFile::remove(work.file()));
        work.camera->step();
        QTRY_VERIFY(piece.aim()->unplugged());
        QVERIFY(!piece.aim()->available());
        choose(work.borne); // files are there all the same
    }

    void aResidencePermitIsAskedFromOutsideTheUnion() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        borne.session->setAnswer("demandeur.nationalite", "hors_ue").value();
        borne.parcours->back();
        borne.parcours->next();
        borne.parcours->openPhoto();
        QCOMPARE(borne.parcours->piece()->type(), QString("titre_sejour"));
    }

    void whatThePersonDoesNotHaveIsSaidAndRemembered() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        auto& list = *borne.parcours->pieces();
        borne.parcours->openAbsent("dalo");
        QVERIFY(list.absent().isEmpty());
        borne.parcours->openAbsent();
        QCOMPARE(borne.parcours->page(), Page::SansDocument);
        const QString key = list.absentKey();
        QVERIFY(!list.absent()["where"].toString().isEmpty());
        QVERIFY(!list.absent()["then"].toString().isEmpty());
        list.nextAbsent();
        QVERIFY(list.absentKey() != key);
        borne.parcours->next();
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QCOMPARE(absentPieces(borne.session->dossier()).size(), 1);
    }

    void onlyAnAgentJudgesADocument() {
        BorneAtWork borne;
        borne.begin();
        borne.session->create().value();
        QCOMPARE(borne.session->judgePiece(PieceId("x"), pieces::State::validated).error().code,
                 Errc::forbidden);
        BorneAtWork tablet(protocol::Role::permanence);
        tablet.session->create().value();
        QFile photo(tablet.photos.filePath(kSpecimenName));
        QVERIFY(photo.open(QIODevice::ReadOnly));
        const QByteArray bytes = photo.readAll();
        const auto id =
            tablet.session->addPiece("bail", {Bytes(bytes.begin(), bytes.end())}).value();
        tablet.session->judgePiece(id, pieces::State::refused, "incomplete").value();
        const auto given = pieces::givenPieces(tablet.session->dossier()).front();
        QCOMPARE(given.judgement, pieces::State::refused);
        QCOMPARE(given.refusal, std::string("incomplete"));
        QCOMPARE(tablet.session->judgePiece(id, pieces::State::kept).error().code, Errc::forbidden);
    }
};

QTEST_MAIN(ViewmodelsPieceTest)
#include "viewmodels_piece_test.moc"
