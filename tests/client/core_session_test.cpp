// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/page_file.h"
#include "tests/client/device_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

struct Opened {
    explicit Opened(protocol::Role role)
        : device(role)
        , workspace(device.open(SessionKeeping::memory))
        , session(*workspace, catalogue()) {}

    DeviceFixture device;
    std::unique_ptr<Workspace> workspace;
    DossierSession session;
};

} // namespace

class CoreSessionTest : public QObject {
    Q_OBJECT
private slots:
    void aPageOfAnswersIsOneEdit() {
        Opened tablet(protocol::Role::mediateur);
        QSignalSpy kept(&tablet.session, &DossierSession::kept);
        tablet.session.create({{"demandeur.nom", "DIALLO"}}).value();
        tablet.session.answerAll({{"demandeur.prenom", "Awa"}, {"demandeur.naissance", "1/3/1982"}})
            .value();
        QCOMPARE(tablet.workspace->store().queue().value().edits, 2);
        QCOMPARE(kept.count(), 2);
        QCOMPARE(textOf(tablet.session.answer("demandeur.naissance")), std::string("1982-03-01"));
        QCOMPARE(tablet.session.reference().size(), std::size_t{12});
    }

    void theSameAnswerAgainWritesNothing() {
        Opened tablet(protocol::Role::mediateur);
        tablet.session.create({{"demandeur.nom", "DIALLO"}}).value();
        tablet.session.setAnswer("demandeur.nom", "DIALLO").value();
        QCOMPARE(tablet.workspace->store().queue().value().edits, 1);
    }

    void oneRefusedAnswerWritesNothingOfThePage() {
        Opened tablet(protocol::Role::mediateur);
        tablet.session.create({}).value();
        const auto refused = tablet.session.answerAll(
            {{"demandeur.prenom", "Awa"}, {"demandeur.naissance", "31/02/1982"}});
        QCOMPARE(refused.error().code, Errc::invalidArgument);
        QVERIFY(refused.error().detail.starts_with("demandeur.naissance"));
        QVERIFY(isEmpty(tablet.session.answer("demandeur.prenom")));
        QCOMPARE(tablet.session.check({{"demandeur.naissance", "31/02/1982"}}).size(),
                 std::size_t{1});
        QCOMPARE(tablet.session.setAnswer("demandeur.inconnu", "x").error().code,
                 Errc::unknownField);
    }

    void itemsAreAddedUpToTheMaximumAndRemoved() {
        Opened tablet(protocol::Role::mediateur);
        tablet.session.create({}).value();
        const int most = catalogue().findCollection("localisations")->maxItems;
        ItemId first;
        for (int i = 0; i < most; ++i) {
            const ItemId added =
                tablet.session.addItem("localisations", {{"commune", "95585"}}).value();
            first = i == 0 ? added : first;
        }
        QCOMPARE(tablet.session.addItem("localisations").error().code, Errc::tooLarge);
        tablet.session.removeItem("localisations", first).value();
        QCOMPARE(static_cast<int>(tablet.session.dossier().items("localisations").size()),
                 most - 1);
        QCOMPARE(tablet.session.removeItem("localisations", first).error().code, Errc::notFound);
    }

    void aPieceIsSealedWithoutItsMetadataAndItsPagesAreWiped() {
        Opened tablet(protocol::Role::mediateur);
        tablet.session.create({}).value();
        const PieceId piece =
            tablet.session.addPiece("identite", {jpegWithPlace(10), jpegWithPlace(20)}).value();
        const Value pages = tablet.session.answer("pieces[" + piece.str() + "].pages");
        const TextList names = std::get<TextList>(pages);
        QCOMPARE(names.size(), std::size_t{2});
        QCOMPARE(tablet.device.pageFiles(), 4); // sealed for the server, and a copy to look at
        QVERIFY(!tablet.device.holds("\xff\xd8\xff") && !tablet.device.holds("JFIF"));
        const std::string seen = asString(tablet.session.readPage(names[1]).value());
        QVERIFY(seen.starts_with("\xff\xd8\xff"));
        QVERIFY(seen.find("GPS") == std::string::npos);
    }

    void aFileThatIsNoPageIsRefusedAndNothingStays() {
        Opened tablet(protocol::Role::mediateur);
        tablet.session.create({}).value();
        const Bytes text{'b', 'o', 'n'};
        QCOMPARE(tablet.session.addPiece("identite", {text}).error().code, Errc::unreadableImage);
        QCOMPARE(tablet.session.addPiece("inconnu", {jpegWithPlace()}).error().code,
                 Errc::invalidArgument);
        QCOMPARE(tablet.session.addPiece("identite", {}).error().code, Errc::invalidArgument);
        QCOMPARE(tablet.device.pageFiles(), 0);
        QCOMPARE(tablet.workspace->store().queue().value().edits, 1);
    }

    void afterTheSessionABorneNeedsTheCode() {
        Opened borne(protocol::Role::borne);
        const DossierId id = borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        const std::string code = borne.session.reference();
        borne.session.endSession().value();
        QVERIFY(!borne.session.isOpen());
        QCOMPARE(borne.session.open(id).error().code, Errc::locked);
        QCOMPARE(borne.session.resume(id, "000000000000").error().code, Errc::wrongCode);
        const std::string spaced =
            code.substr(0, 4) + " " + code.substr(4, 4) + " " + code.substr(8);
        QCOMPARE(comeBack(borne.session, spaced).value(), id);
        QCOMPARE(textOf(borne.session.answer("demandeur.nom")), std::string("DIALLO"));
        QCOMPARE(borne.session.readPage(std::string(64, 'a')).error().code, Errc::locked);
    }

    void wrongCodesMakeWait() {
        Opened borne(protocol::Role::borne);
        const DossierId id = borne.session.create({}).value();
        const std::string code = borne.session.reference();
        borne.session.endSession().value();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(borne.session.resume(id, "000000000000").error().code, Errc::wrongCode);
        QCOMPARE(borne.session.resume(id, code).error().code, Errc::throttled);
        borne.device.clock.now += 31'000;
        QVERIFY(borne.session.resume(id, code));
    }

    void aCrashOfABorneEndsItsSession() {
        DeviceFixture device(protocol::Role::borne);
        DossierId id;
        {
            auto workspace = device.open(SessionKeeping::memory);
            DossierSession session(*workspace, catalogue());
            id = session.create({}).value();
        } // the key was only in memory
        auto workspace = device.open(SessionKeeping::memory);
        DossierSession session(*workspace, catalogue());
        QCOMPARE(session.open(id).error().code, Errc::locked);
    }

    void aBorneForgetsOnceAllIsAcknowledgedAndTheSessionHasEnded() {
        Opened borne(protocol::Role::borne);
        borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        borne.session.addPiece("identite", {jpegWithPlace()}).value();
        LocalStore& store = borne.workspace->store();
        store.receive(acknowledge(2)).value();
        const auto pages = store.waitingPages().value();
        QCOMPARE(pages.size(), std::size_t{1});
        borne.session.endSession().value();
        QCOMPARE(store.list().value().size(), std::size_t{1}); // a page waits
        store.pageSent(pages[0].sha256Hex).value();
        QCOMPARE(store.forgetAcknowledged().value().size(), std::size_t{1});
        QVERIFY(store.list().value().empty());
        QVERIFY(!borne.device.holds(pages[0].dossier.str()));
    }

    void whileTheSessionIsOpenABorneKeepsShowingAndLearnsTheNumber() {
        Opened borne(protocol::Role::borne);
        const DossierId id = borne.session.create({{"demandeur.nom", "DIALLO"}}).value();
        LocalStore& store = borne.workspace->store();
        auto answer = acknowledge(1, 3);
        answer.statuses = {
            {id, DossierStage::registered, "0931126000000017", "2026-11-22", {}, {}}};
        QCOMPARE(store.receive(answer).value().dossiers, 1);
        QVERIFY(store.forgetAcknowledged().value().empty());
        borne.session.refresh().value();
        QCOMPARE(textOf(borne.session.answer("demandeur.nom")), std::string("DIALLO"));
        QCOMPARE(borne.session.dossier().numeroUnique, std::string("0931126000000017"));
        QVERIFY(!borne.device.holds("0931126000000017"));
    }

    void aFileIsReadAsAPageOrRefused() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& content) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            file.open(QIODevice::WriteOnly);
            file.write(content);
            return file.fileName();
        };
        const Bytes jpeg = jpegWithPlace();
        const QString photo = write("a.txt", QByteArray(reinterpret_cast<const char*>(jpeg.data()),
                                                        static_cast<qsizetype>(jpeg.size())));
        const QString text = write("b.jpg", "du texte");
        QCOMPARE(readPageFile(photo.toStdString()).value().bytes, jpeg);
        QCOMPARE(readPageFile(text.toStdString()).error().code, Errc::unreadableImage);
        QVERIFY(readDocumentFile(text.toStdString()).has_value());
        const auto absent = folder.filePath(QStringLiteral("absent")).toStdString();
        QCOMPARE(readPageFile(absent).error().code, Errc::notFound);
        QCOMPARE(readDocumentFile(absent).error().code, Errc::notFound);
    }
};

QTEST_GUILESS_MAIN(CoreSessionTest)
#include "core_session_test.moc"
