// SPDX-License-Identifier: GPL-3.0-or-later
// What was read on a document is asked, never taken: proposals, differences, dates, the code.
#include "client/viewmodels/read_days.h"
#include "shared/deuxddoc/verify.h"
#include "tests/client/reading_support.h"
#include "tests/client/viewmodels_support.h"
#include "tests/support/deuxddoc_authority.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;
using reading::Proposal;
using reading::Source;
using reading::Subject;

namespace {

constexpr const char* kAvis = "avis demandeur";
constexpr const char* kIncome2024 = "revenus.rfr_n2";
constexpr const char* kIncome2025 = "revenus.rfr_n1";

std::string noticeText(const std::string& income, const std::string& year) {
    return "DC04FR00T001FFFF25192801FR43" + std::string("1\x1D") + "44" + "2527726568184" + "45" +
           year + "46BENAROU LINA\x1D" + "4A31072025" + "41" + income + "\x1D";
}

Proposal seen(Subject subject, const std::string& value) {
    return {subject, value, {200, 300, 260, 40}, 91, Source::text};
}

reading::ReadPage pageThatSays(std::vector<Proposal> proposals, const std::string& kind = {}) {
    reading::ReadPage page;
    page.proposals = std::move(proposals);
    page.kind = kind;
    return page;
}

/// At the list of the documents, with pages that say `page` whatever they show.
class Reading : public BorneAtWork {
public:
    explicit Reading(reading::ReadPage page) {
        parcours->piece()->setRead([page = std::move(page)](auto&&...) { return page; });
        begin();
        goTo("pieces");
    }
    explicit Reading(PageReader::Read read) {
        parcours->piece()->setRead(std::move(read));
        begin();
        goTo("pieces");
    }

    PieceProposals& proposals() { return *parcours->piece()->proposals(); }
    QVariantMap ask() { return proposals().ask(); }
    QString kind() { return ask()["kind"].toString(); }
    std::string codeOf(int choice) {
        return ask()["choices"].toList().at(choice).toMap()["value"].toString().toStdString();
    }

    /// A document photographed, its page read; what follows is shown.
    void give(const QString& key, const QString& file = "specimen-identite.jpg") {
        parcours->openPhoto(key);
        waitForPage(Page::Photo);
        parcours->piece()->chooseFile(file);
        waitForPage(Page::Relire);
        parcours->piece()->keep();
        while (parcours->page() == Page::Relire || parcours->page() == Page::Photo) {
            if (parcours->page() == Page::Photo)
                parcours->piece()->list();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        }
        const auto readings = parcours->piece()->pages()->readings();
        QTRY_VERIFY_WITH_TIMEOUT(readings.front()->finished, 60'000);
        QVERIFY(parcours->piece()->done());
        QTRY_VERIFY(parcours->page() != Page::Feuilles);
    }
    void say(const QString& answer) { proposals().answer(answer); }
    Value pieceField(const std::string& field) {
        const auto items = session->dossier().items("pieces");
        return session->answer("pieces[" + items.front() + "]." + field);
    }
};

ReadAsk dayAsk(ReadAsk::Kind kind, pieces::Freshness rule) {
    ReadAsk ask;
    ask.kind = kind;
    ask.rule = std::move(rule);
    return ask;
}

} // namespace

class ViewmodelsReadingTest : public QObject {
    Q_OBJECT
private:
    test::DeuxDDocAuthority m_authority{"FR00"};

    /// A page whose code was read and verified, after `change` of its message.
    reading::ReadPage coded(const std::string& message, bool certificates = true) {
        const auto bundle =
            deuxddoc::CertificateBundle::fromFiles(m_authority.files({2026, 1, 1}, {2027, 6, 1}))
                .value();
        const deuxddoc::Trust trust{certificates ? &bundle : nullptr, {2026, 11, 22}, false};
        reading::CodeRead code;
        code.raw = message;
        code.message = deuxddoc::parse(message).value();
        code.verification = deuxddoc::verify(code.message, trust);
        code.box = {100, 100, 200, 200};
        reading::ReadPage page;
        page.kind = code.message.nature();
        page.code = std::move(code);
        return page;
    }

private slots:
    void initTestCase() { m_authority.issue("T001"); }

    void anAnswerThatDiffersIsAQuestion() {
        Reading borne(
            pageThatSays({seen(Subject::taxIncome, "13614"), seen(Subject::issued, "2025-07-31")}));
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(14'880)));
        borne.give(kAvis);
        QCOMPARE(borne.parcours->page(), Page::Propose);
        QCOMPARE(borne.kind(), QString("differe"));
        QVERIFY(borne.ask()["picture"].toString().startsWith("image://escale-piece/lu/"));
        QVERIFY(borne.codeOf(0) == "papier" && borne.codeOf(1) == "moi");
        borne.say("moi");
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(14'880)));
    }

    void thePaperIsRightWhenThePersonSaysSo() {
        Reading borne(
            pageThatSays({seen(Subject::taxIncome, "13614"), seen(Subject::issued, "2025-07-31")}));
        borne.give(kAvis);
        borne.say("papier");
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(13'614)));
        // The day of the paper comes next; then the list, with nothing left.
        QCOMPARE(borne.kind(), QString("juste"));
        QCOMPARE(borne.pieceField("emise_le"), Value());
        borne.say("oui");
        QCOMPARE(borne.pieceField("emise_le"), Value(std::string("2025-07-31")));
        QCOMPARE(borne.parcours->page(), Page::Documents);
    }

    void whoDoesNotKnowIsHelped() {
        Reading borne(
            pageThatSays({seen(Subject::taxIncome, "13614"), seen(Subject::issued, "2025-07-31")}));
        borne.give(kAvis);
        borne.say("sais_pas");
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(14'880)));
        QCOMPARE(borne.pieceField("a_verifier"), Value(true));
    }

    void whatNobodySaidIsKeptOnlyAfterAYes() {
        Reading borne(
            pageThatSays({seen(Subject::taxIncome, "15020"), seen(Subject::issued, "2026-07-31")}));
        QCOMPARE(borne.session->answer(kIncome2025), Value(Marker::doNotKnow));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("juste"));
        const auto edits = borne.edits();
        borne.say("non");
        QCOMPARE(borne.edits(), edits);
        QCOMPARE(borne.session->answer(kIncome2025), Value(Marker::doNotKnow));
        borne.say("non"); // the day neither: it is asked for
        QCOMPARE(borne.kind(), QString("emise_le"));
        QCOMPARE(borne.edits(), edits);
        borne.say("sais_pas");
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QCOMPARE(borne.edits(), edits);
    }

    void aYesKeepsWhatWasRead() {
        Reading borne(
            pageThatSays({seen(Subject::taxIncome, "15020"), seen(Subject::issued, "2026-07-31")}));
        borne.give(kAvis);
        borne.say("oui");
        QCOMPARE(borne.session->answer(kIncome2025), Value(std::int64_t(15'020)));
    }

    void whatAgreesAsksNothing() {
        Reading borne(pageThatSays(
            {seen(Subject::name, "BENAROU Lina"), seen(Subject::birth, "1985-03-14")}));
        borne.give("identite demandeur");
        QCOMPARE(borne.parcours->page(), Page::Documents);
    }

    void anotherDocumentIsMovedToItsPlace() {
        Reading borne(pageThatSays({}, "avis_imposition"));
        borne.give("identite demandeur");
        QCOMPARE(borne.kind(), QString("type"));
        borne.say("papier");
        QCOMPARE(borne.pieceField("type"), Value(std::string("avis_imposition")));
        QVERIFY(borne.parcours->pieces()->find("identite demandeur") == nullptr ||
                borne.kind() == "emise_le"); // an avis has a day
        borne.say("2026");
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QCOMPARE(borne.parcours->pieces()->find("identite demandeur")->state, QString("a_fournir"));
        QCOMPARE(borne.parcours->pieces()->find(kAvis)->state, QString("gardee"));
    }

    void aDocumentThatIsAsAnnouncedStays() {
        Reading borne(pageThatSays({}, "avis_imposition"));
        borne.give("identite demandeur");
        borne.say("moi");
        QCOMPARE(borne.pieceField("type"), Value(std::string("identite")));
        QCOMPARE(borne.parcours->page(), Page::Documents);
    }

    void aSlipInANameIsAQuestion() {
        Reading borne(pageThatSays({seen(Subject::name, "BENAROUS Lina")}));
        borne.give("identite demandeur");
        QCOMPARE(borne.kind(), QString("differe"));
        borne.say("papier");
        QCOMPARE(borne.session->answer("demandeur.nom"), Value(std::string("Benarous")));
        QCOMPARE(borne.session->answer("demandeur.prenom"), Value(std::string("Lina")));
    }

    void aPaperOfSomebodyElseCanBeTakenBack() {
        Reading borne(pageThatSays({seen(Subject::name, "DUPONT Camille")}));
        borne.give("identite demandeur");
        QCOMPARE(borne.kind(), QString("nom"));
        borne.say("non");
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QVERIFY(borne.session->dossier().items("pieces").empty());
        QCOMPARE(borne.session->answer("demandeur.nom"), Value(std::string("Benarou")));
    }

    void theCodeSaysWhatItVouchesFor() {
        const auto message = m_authority.complete("T001", noticeText("13614", "2024"));
        Reading borne(coded(message));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("code.verifie"));
        QCOMPARE(borne.ask()["rows"].toList().size(), 3); // name, income, day
        const auto edits = borne.edits();
        borne.say("suite");
        QCOMPARE(borne.edits(), edits);
        QCOMPARE(borne.kind(), QString("differe")); // verified, and asked all the same
        borne.say("papier");
        borne.say("oui");
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(13'614)));
        QCOMPARE(borne.pieceField("emise_le"), Value(std::string("2025-07-31")));
    }

    void theAnnexIsNeverRead() {
        const auto message =
            m_authority.complete("T001", noticeText("14880", "2024")) + "\x1D" + "4199999\x1D";
        Reading borne(coded(message));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("code.verifie"));
        for (const auto& row : borne.ask()["rows"].toList())
            QVERIFY(!row.toMap()["value"].toString().contains("999"));
        borne.say("suite");
        QVERIFY(borne.kind() != "differe");
    }

    void withoutCertificatesNothingIsSaidForOrAgainst() {
        const auto message = m_authority.complete("T001", noticeText("14880", "2024"));
        Reading borne(coded(message, false));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("code.non_verifiable"));
        borne.say("suite");
        QCOMPARE(borne.pieceField("a_verifier"), Value());
    }

    void aCodeThatDoesNotHoldIsShownToAnAdviser() {
        auto message = m_authority.complete("T001", noticeText("14880", "2024"));
        message.replace(message.find("4114880"), 7, "4110880");
        Reading borne(coded(message));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("code.altere"));
        QVERIFY(borne.ask()["rows"].toList().isEmpty());
        borne.say("suite");
        QCOMPARE(borne.pieceField("a_verifier"), Value(true));
        QCOMPARE(borne.session->answer(kIncome2024), Value(std::int64_t(14'880)));
        QVERIFY(borne.kind() != "differe"); // what it says is worth nothing
    }

    void aPageThatSaysOtherwiseThanItsCodeIsLookedAt() {
        auto page = coded(m_authority.complete("T001", noticeText("14880", "2024")));
        reading::TextFindings text;
        page.proposals.push_back({Subject::taxIncome, "14880", {}, 100, Source::code});
        text.proposals = {seen(Subject::taxIncome, "9880")};
        reading::addText(page, text);
        Reading borne(page);
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("code.verifie"));
        QCOMPARE(borne.ask()["hint"].toString(), QString("lu.code.autre.aide"));
        borne.say("suite");
        QCOMPARE(borne.pieceField("a_verifier"), Value(true));
    }

    void aDocumentTooOldIsSaidOnTheList() {
        const SaidAs words({{"piece.plus_recent.revenus", "celui sur les revenus de %1"}});
        Reading borne(pageThatSays({}));
        borne.give(kAvis);
        QCOMPARE(borne.kind(), QString("emise_le"));
        QCOMPARE(borne.codeOf(0), std::string("2026"));
        borne.say("avant");
        QCOMPARE(borne.parcours->page(), Page::Documents);
        const auto* face = borne.parcours->pieces()->find(kAvis);
        QCOMPARE(face->state, QString("expiree"));
        QVERIFY(face->wanted());
        QVERIFY2(face->whose.contains("revenus de 2024"), qPrintable(face->whose));
    }

    void nothingIsAskedBeforeItIsRead() {
        std::atomic<bool> go = false;
        const PageReader::Read read = [&go](const scan::Plane&, int,
                                            const std::atomic<bool>& cancelled) {
            while (!go && !cancelled)
                QThread::msleep(5);
            return Result<reading::ReadPage>(pageThatSays({seen(Subject::name, "DUPONT Camille")}));
        };
        Reading borne(read);
        borne.photograph(); // an identity card, read later
        QCOMPARE(borne.parcours->page(), Page::Documents);
        QVERIFY(borne.ask().isEmpty());
        QVERIFY(!borne.proposals().look());
        go = true;
        QTRY_VERIFY_WITH_TIMEOUT(borne.proposals().look(), 60'000);
        borne.parcours->next(); // the list is left: it is asked now
        QCOMPARE(borne.parcours->page(), Page::Propose);
        QCOMPARE(borne.kind(), QString("nom"));
    }

    void theEndOfTheSessionEndsTheReading() {
        std::atomic<bool> ended = false;
        const PageReader::Read read = [&ended](const scan::Plane&, int,
                                               const std::atomic<bool>& cancelled) {
            while (!cancelled)
                QThread::msleep(5);
            ended = true;
            return Result<reading::ReadPage>(pageThatSays({seen(Subject::name, "BENAROUS")}));
        };
        Reading borne(read);
        borne.photograph();
        borne.parcours->finish();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000);
        QTest::qWait(20);
        QVERIFY(borne.ask().isEmpty());
        QVERIFY(borne.parcours->piece()->images()->get("lu").isNull());
        QVERIFY(!borne.device.holds("BENAROUS"));
    }

    void whatIsShownIsWipedWithTheSession() {
        Reading borne(pageThatSays({seen(Subject::name, "BENAROUS Lina")}));
        borne.give("identite demandeur");
        QVERIFY(!borne.parcours->piece()->images()->get("lu").isNull());
        borne.parcours->finish();
        QVERIFY(borne.ask().isEmpty());
        QVERIFY(borne.parcours->piece()->images()->get("lu").isNull());
    }

    void aRealPageIsReadFromEndToEnd() {
        QImage page = test::blankPage();
        test::write(page, 60, 30, "AVIS D'IMPÔT ÉTABLI EN 2025", 14);
        for (int line = 0; line < 12; ++line)
            test::write(page, 20, 90 + 9 * line, "Ligne d’information complémentaire de cet avis");
        test::drawSymbol(page, 15, 248, m_authority.complete("T001", noticeText("13614", "2024")));
        const auto bundle = std::make_shared<deuxddoc::CertificateBundle>(
            deuxddoc::CertificateBundle::fromFiles(m_authority.files({2026, 1, 1}, {2027, 6, 1}))
                .value());
        const PageReader::Read read = [bundle](const scan::Plane& plane, int dpi,
                                               const std::atomic<bool>& cancelled) {
            return readWholePage(plane, dpi, {bundle.get(), {2026, 11, 22}, false}, cancelled);
        };
        Reading borne(read);
        QVERIFY(page.save(borne.photos.filePath("avis.png")));
        borne.give(kAvis, "avis.png");
        QCOMPARE(borne.kind(), QString("code.verifie"));
        QVERIFY(!borne.parcours->piece()->images()->get("lu").isNull());
        borne.say("suite");
        QCOMPARE(borne.kind(), QString("differe"));
    }

    void aDayIsChosenByItsMonth_data() {
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("incomeYear");
        QTest::addColumn<QStringList>("choices");
        QTest::newRow("3 months") << 3 << 0
                                  << QStringList{"2026-11", "2026-10", "2026-09", "2026-08",
                                                 "avant"};
        QTest::newRow("2 years") << 24 << 0 << QStringList{"2026", "2025", "annee:2024", "avant"};
        QTest::newRow("an avis") << 0 << -2 << QStringList{"2026", "2025", "avant"};
    }

    void aDayIsChosenByItsMonth() {
        QFETCH(int, months);
        QFETCH(int, incomeYear);
        QFETCH(QStringList, choices);
        const Date today{2026, 11, 22};
        const pieces::Freshness rule{months, incomeYear, false, {}};
        const auto ask = dayAsk(ReadAsk::Kind::issued, rule);
        QCOMPARE(dayChoices(ask, today, 0), choices);
        for (const QString& choice : choices) {
            const Date day = dayChosen(ask, choice, today);
            QVERIFY(day <= today);
            if (!choice.startsWith("annee:"))
                QCOMPARE(pieces::isStale(rule, {day, {}}, today), choice == "avant");
        }
        for (const QString& month : dayChoices(ask, today, today.year))
            QVERIFY(month <= "2026-11");
    }

    void aCardIsGoodUntilTheEndOfItsMonth() {
        const Date today{2026, 11, 22};
        const pieces::Freshness rule{0, 0, true, {}};
        const auto ask = dayAsk(ReadAsk::Kind::expires, rule);
        QCOMPARE(dayChoices(ask, today, 0).first(), QString("annee:2026"));
        QCOMPARE(dayChoices(ask, today, 2026), QStringList({"2026-11", "2026-12"}));
        QCOMPARE(dayChosen(ask, "2028-02", today), (Date{2028, 2, 29}));
        QVERIFY(pieces::isStale(rule, {{}, dayChosen(ask, "passe", today)}, today));
        QVERIFY(dayChosen(ask, "2028-13", today).empty());
        QVERIFY(dayChosen(ask, "sais_pas", today).empty());
    }

    void aNameTakesTheSpellingOfThePaper() {
        QCOMPARE(nameAsRead("Benarou", "BENAROUS LINA"), std::string("Benarous"));
        QCOMPARE(nameAsRead("BENAROU", "Benarous Lina"), std::string("BENAROUS"));
        QCOMPARE(nameAsRead("Hélène", "HELENE MARTIN"), std::string("Hélène"));
        QCOMPARE(nameAsRead("Lina", "DUPONT CAMILLE"), std::string("Lina"));
        QCOMPARE(nameAsRead("", "BENAROU"), std::string());
    }
};

QTEST_MAIN(ViewmodelsReadingTest)
#include "viewmodels_reading_test.moc"
