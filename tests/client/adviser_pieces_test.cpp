// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of a person, looked at by an adviser: what each is worth, who said so, and what is
// left of them on the screen afterwards.
#include "tests/client/tablet_at_work.h"

#include "shared/dossier/judgement.h"

#include <QBuffer>
#include <QImage>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Place = Adviser::Place;

namespace {

Bytes photo() {
    QImage image(600, 800, QImage::Format_RGB32);
    image.fill(QColor(230, 225, 210));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return {bytes.begin(), bytes.end()};
}

/// Somebody with a disability in Sarcelles, and the two pages that say so.
class Person {
public:
    Person() {
        tablet.open();
        id = tablet.addPerson("Samir", "Belghazi", true, {{"situation.handicap", "oui"}});
        tablet.adviser().openPerson(id);
        tablet.session->addItem("localisations", {{"commune", "95585"}}).value();
        piece = tablet.session->addPiece("handicap", {photo(), photo()}).value();
        tablet.adviser().showPerson();
    }
    [[nodiscard]] QVariantMap row() { return pieces().rows().value(0).toMap(); }
    AdviserPiecesViewModel& pieces() { return *tablet.adviser().pieces(); }
    [[nodiscard]] QImage picture() const {
        return tablet.parcours->piece()->images()->get("conseiller");
    }
    [[nodiscard]] std::optional<Judgement> judgement() {
        return judgementOf(tablet.read(id), piece.str());
    }

    TabletAtWork tablet;
    QString id;
    PieceId piece;
};

} // namespace

class AdviserPiecesTest : public QObject {
    Q_OBJECT
private slots:
    void aDocumentIsSeenPageAfterPageThenValidated() {
        Person person;
        QVERIFY(person.tablet.adviser().person()->documented());
        person.tablet.adviser().openPieces();
        QCOMPARE(person.tablet.place(), Place::Pieces);
        QCOMPARE(person.pieces().count(), 1);
        QVERIFY(person.row()["second"].toString().contains("suivi.points.a_verifier"));
        QVERIFY(person.row()["second"].toString().contains("piece.pages.prises"));
        QVERIFY(!person.row()["second"].toString().contains("piece.pour.vous"));
        person.tablet.adviser().openPiece(0);
        QCOMPARE(person.tablet.place(), Place::Juger);
        QCOMPARE(person.pieces().pageCount(), 2);
        QTRY_VERIFY(!person.pieces().picture().isEmpty());
        QVERIFY(!person.picture().isNull());
        person.tablet.adviser().nextPiecePage();
        QCOMPARE(person.pieces().page(), 2);
        QTRY_VERIFY(!person.pieces().picture().isEmpty());
        person.tablet.parcours->next(); // « C’est bon »
        QCOMPARE(person.tablet.place(), Place::Pieces);
        QVERIFY(person.row()["second"].toString().contains("suivi.points.verifies"));
        QCOMPARE(person.judgement()->verdict, std::string("validee"));
        QCOMPARE(person.judgement()->origin.author, std::string("mediateur"));
    }

    void aRefusalSaysWhyAndWhoAndPutsTheDocumentBackInTheList() {
        Person person;
        person.tablet.adviser().openPieces();
        person.tablet.adviser().openPiece(0);
        QVERIFY(person.pieces().said().isEmpty());
        person.tablet.adviser().judgePiece("incomplete");
        QCOMPARE(person.tablet.place(), Place::Pieces);
        QCOMPARE(person.row()["pillKind"].toString(), QString("decide"));
        QCOMPARE(person.judgement()->refusal, std::string("incomplete"));
        person.tablet.adviser().openPiece(0);
        QVERIFY(person.pieces().said().contains("suivi.regarde"));
        // The person is asked for it again.
        const auto faces =
            pieceFaces(person.tablet.session->dossier(), person.tablet.session->today());
        QVERIFY(std::any_of(faces.begin(), faces.end(), [](const PieceFace& face) {
            return face.wanted() && face.status.refusal == "incomplete" && !face.fault.isEmpty();
        }));
    }

    void everyReasonOnThePageIsTaken() {
        Person person;
        const auto reasons = AdviserPiecesViewModel::reasons();
        QCOMPARE(reasons.size(), 6);
        for (const auto& reason : reasons) {
            person.tablet.adviser().openPieces();
            person.tablet.adviser().openPiece(0);
            if (person.judgement() && person.judgement()->verdict == "refusee")
                person.tablet.adviser().judgePiece("validee");
            person.tablet.adviser().openPiece(0);
            person.tablet.adviser().judgePiece(reason.toMap()["value"].toString());
            QVERIFY2(person.tablet.parcours->failure().isEmpty(),
                     qPrintable(reason.toMap()["value"].toString()));
            QVERIFY(person.judgement()->verdict != "validee");
        }
    }

    void aPhotoOfAnotherDeviceIsNotHereAndIsSaid() {
        Person person;
        Dossier dossier = person.tablet.read(person.id);
        const std::string other = "pieces[01930000-0000-7000-8000-0000000000ff]";
        const Origin origin = dossier.fields.begin()->second.origin;
        dossier.fields[other] = {Value(true), 1, origin};
        dossier.fields[other + ".type"] = {Value("bail"), 1, origin};
        dossier.fields[other + ".pages"] = {Value(TextList{std::string(64, 'a')}), 1, origin};
        person.tablet.receive({dossier});
        person.tablet.adviser().openPieces();
        QCOMPARE(person.pieces().count(), 2);
        const auto at = [&] {
            for (int i = 0; i < 2; ++i)
                if (!person.pieces().rows()[i].toMap()["second"].toString().contains(
                        "suivi.points"))
                    return i;
            return -1;
        };
        person.tablet.adviser().openPiece(at());
        QVERIFY(person.pieces().elsewhere());
        QVERIFY(person.pieces().picture().isEmpty());
    }

    void nothingOfThemStaysWhenThePersonIsLeft() {
        Person person;
        person.tablet.adviser().openPieces();
        person.tablet.adviser().openPiece(0);
        QTRY_VERIFY(!person.picture().isNull());
        person.tablet.adviser().openPieces(); // back to the list
        QVERIFY(person.picture().isNull());
        person.tablet.adviser().openPiece(0);
        QTRY_VERIFY(!person.picture().isNull());
        person.tablet.adviser().lockDevice();
        QVERIFY(person.picture().isNull());
        QCOMPARE(person.pieces().count(), 0);
        QVERIFY(person.pieces().shown().isEmpty());
    }
};

QTEST_MAIN(AdviserPiecesTest)
#include "adviser_pieces_test.moc"
