// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of documents: chosen, judged, kept without what came beside the picture.
#include "client/platform/page_content.h"
#include "client/selftest/specimen.h"
#include "client/viewmodels/page_picture.h"
#include "client/viewmodels/piece_images.h"
#include "tests/client/viewmodels_support.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

namespace {

QImage noise(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 7;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            image.setPixel(x, y, state >> 8);
        }
    return image;
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class ViewmodelsPieceTest : public QObject {
    Q_OBJECT
private slots:
    void aPhotoIsChosenLookedAtAndKept() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        auto& piece = *borne.parcours->piece();
        QCOMPARE(borne.parcours->page(), Page::Documents);
        auto& list = *borne.parcours->pieces();
        QCOMPARE(list.rows().first().toMap()["state"].toString(), QString("a_fournir"));
        const int lacking = list.lacking();
        borne.parcours->openPhoto();
        QCOMPARE(piece.files().first().toMap()["name"].toString(), QString(kSpecimenName));
        piece.chooseFile(kSpecimenName);
        QTRY_COMPARE(borne.parcours->page(), Page::Relire);
        QVERIFY(piece.preview().toString().startsWith("image://escale-piece/"));
        QVERIFY(piece.keep());
        QTRY_COMPARE(borne.parcours->page(), Page::Documents);
        QCOMPARE(list.lacking(), lacking - 1);
        QCOMPARE(list.find("identite demandeur")->state, QString("gardee"));
        QVERIFY(piece.preview().isEmpty());
        QVERIFY(piece.images()->get().isNull());
        QCOMPARE(borne.device.pageFiles(), 1);
        QVERIFY(!borne.device.holds("JFIF"));
    }

    void aPhotoCanBeTakenAgain() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        borne.parcours->openPhoto();
        borne.parcours->piece()->chooseFile(kSpecimenName);
        QTRY_COMPARE(borne.parcours->page(), Page::Relire);
        borne.parcours->piece()->retake();
        QTRY_COMPARE(borne.parcours->page(), Page::Photo);
        borne.parcours->back();
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QCOMPARE(borne.device.pageFiles(), 0);
    }

    void aFileThatIsNoPictureSaysSo() {
        BorneAtWork borne;
        write(borne.photos.filePath("faux.jpg"), "pas une image");
        borne.begin();
        borne.goTo("pieces");
        borne.parcours->openPhoto();
        auto& piece = *borne.parcours->piece();
        piece.chooseFile("faux.jpg");
        QCOMPARE(piece.error(), QString("errc.image_illisible"));
        QVERIFY(!piece.taken());
        piece.chooseFile("../../etc/passwd");
        QCOMPARE(piece.error(), QString("errc.introuvable"));
        piece.chooseFile(kSpecimenName);
        QVERIFY(piece.error().isEmpty());
    }

    void nothingIsKeptWithoutAPicture() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("pieces");
        borne.parcours->openPhoto();
        QVERIFY(!borne.parcours->piece()->keep());
        QCOMPARE(borne.parcours->piece()->error(), QString("errc.image_illisible"));
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

    void aPageIsSmallAndHasOnlyItsPixels() {
        QImage large = noise(QSize(5000, 3500));
        large.setText("Auteur", "quelqu’un");
        const auto jpeg = pageJpeg(large).value();
        QVERIFY(!jpeg.isEmpty() && jpeg.size() <= kMaxPageJpegBytes);
        const QImage page = QImage::fromData(jpeg);
        QVERIFY(page.width() <= kPageLongSide && page.height() <= kPageShortSide);
        QVERIFY(page.textKeys().isEmpty());
        QVERIFY(!jpeg.contains("Auteur"));
        QCOMPARE(pageJpeg({}).error().code, Errc::unreadableImage);
    }

    void aPictureTooLargeIsRefusedBeforeItIsDecoded() {
        QTemporaryDir folder;
        const QString path = folder.filePath("large.png");
        QImage(kMaxPictureSide + 1, 2, QImage::Format_Mono).save(path);
        QCOMPARE(readPicture(path).error().code, Errc::tooLarge);
        QCOMPARE(readPicture(folder.filePath("absent.jpg")).error().code, Errc::notFound);
    }

    void adviceSeesTheDarkAndTheBlur() {
        QImage dark(800, 600, QImage::Format_RGB32);
        dark.fill(QColor(20, 20, 20));
        QCOMPARE(adviceOn(dark), QString("piece.conseil.sombre"));
        QImage flat(800, 600, QImage::Format_RGB32);
        flat.fill(Qt::lightGray);
        QCOMPARE(adviceOn(flat), QString("piece.conseil.floue"));
        QTemporaryDir folder;
        writeSpecimen(folder.path()).value();
        QCOMPARE(adviceOn(readPicture(folder.filePath(kSpecimenName)).value()), QString());
        QCOMPARE(adviceOn({}), QString());
    }
};

QTEST_MAIN(ViewmodelsPieceTest)
#include "viewmodels_piece_test.moc"
