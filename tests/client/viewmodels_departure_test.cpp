// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving with a code, coming back, erasing; papers on screen and printed.
#include "client/papers/printer.h"
#include "client/viewmodels/piece_images.h"
#include "tests/client/viewmodels_support.h"

#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

namespace {

class FakePrinter final : public papers::Printer {
public:
    [[nodiscard]] bool isThere() override { return there; }
    Result<void> print(ByteView pdf, const std::string& title) override {
        printed.assign(pdf.begin(), pdf.end());
        lastTitle = title;
        return outcome;
    }
    bool there = true;
    Result<void> outcome;
    Bytes printed;
    std::string lastTitle;
};

// A search is scrypt, on a machine that may have a lot to do.
constexpr int kPatienceMs = 120'000;

/// What the server has of a person who began elsewhere.
Dossier begunElsewhere(const std::string& code) {
    Dossier dossier;
    dossier.id = DossierId("018f0000-0000-7000-8000-00000000000e");
    dossier.revision = 1;
    const auto set = [&](const std::string& path, Value value) {
        dossier.fields[path] = {std::move(value), 1, {{}, 1, "demandeur", {1'795'000'000'000, 0}}};
    };
    set("reference", code);
    set("demande.nature", std::string("premiere"));
    set("demandeur.civilite", std::string("mme"));
    set("demandeur.nom", std::string("Zyriakova"));
    return dossier;
}

/// Somebody stops at their first name and leaves with their code, which is given back.
QString leaveWithTheCode(BorneAtWork& borne) {
    borne.begin();
    borne.goTo("prenom");
    borne.parcours->askToFinish();
    borne.parcours->departure()->openCode();
    const QString code = borne.parcours->receipt()->reference();
    borne.parcours->next();
    return code;
}

void typeCode(ReturnViewModel& typed, const QString& code) {
    for (const QChar digit : code)
        typed.type(digit);
}

} // namespace

class ViewmodelsDepartureTest : public QObject {
    Q_OBJECT
private slots:
    void theCodeIsGivenBeforeTheEnd() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("prenom");
        auto& parcours = *borne.parcours;
        parcours.askToFinish();
        QVERIFY(parcours.departure()->hasDemande() && !parcours.departure()->confirmed());
        parcours.departure()->openCode();
        QCOMPARE(parcours.page(), Page::MonCode);
        QCOMPARE(parcours.receipt()->reference().remove(' ').toStdString(),
                 borne.session->reference());
        QCOMPARE(parcours.receipt()->qr().size(), 21);
        parcours.back();
        QCOMPARE(parcours.page(), Page::Terminer);
        parcours.closeOverlay();
        QCOMPARE(parcours.page(), Page::Question);
        QCOMPARE(borne.questionId(), QString("prenom"));
    }

    void withTheCodeThePersonComesBackWhereTheyStopped() {
        BorneAtWork borne;
        const QString code = leaveWithTheCode(borne);
        auto& parcours = *borne.parcours;
        QCOMPARE(parcours.page(), Page::Langue);
        QVERIFY(!borne.session->isOpen());
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        QCOMPARE(parcours.page(), Page::Reprise);
        typeCode(*parcours.departure()->typed(), code);
        QCOMPARE(parcours.departure()->typed()->code(), code);
        parcours.next();
        QVERIFY(parcours.departure()->typed()->searching());
        QTRY_COMPARE_WITH_TIMEOUT(parcours.page(), Page::Question, kPatienceMs);
        QCOMPARE(borne.questionId(), QString("prenom"));
        QVERIFY(parcours.departure()->typed()->code().isEmpty());
        QVERIFY(parcours.idle()->isRunning());
    }

    void aDepositedDemandeComesBackToItsReceipt() {
        BorneAtWork borne;
        borne.deposit();
        auto& parcours = *borne.parcours;
        const QString code = parcours.receipt()->reference();
        parcours.finish();
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        typeCode(*parcours.departure()->typed(), code);
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(parcours.page(), Page::Recu, kPatienceMs);
        QCOMPARE(parcours.receipt()->reference(), code);
    }

    void everythingErasedIsNowhere() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("prenom");
        const auto code = QString::fromStdString(borne.session->reference());
        auto& parcours = *borne.parcours;
        parcours.askToFinish();
        parcours.departure()->eraseAll();
        QCOMPARE(parcours.page(), Page::Langue);
        QVERIFY(!borne.device.holds("Benarous"));
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        typeCode(*parcours.departure()->typed(), code);
        parcours.next();
        QTRY_VERIFY_WITH_TIMEOUT(!parcours.departure()->typed()->searching(), kPatienceMs);
        QCOMPARE(parcours.page(), Page::Reprise);
        QCOMPARE(parcours.departure()->typed()->error(), QString("reprise.ailleurs"));
    }

    void nobodyThereErasesUnlessTheCodeWasGiven() {
        for (const bool codeGiven : {false, true}) {
            BorneAtWork borne;
            borne.begin();
            borne.goTo("prenom");
            auto& parcours = *borne.parcours;
            const auto code = borne.session->reference();
            if (codeGiven) {
                parcours.askToFinish();
                parcours.departure()->openCode();
            }
            borne.steadyMs += 150'000;
            parcours.idle()->check();
            QCOMPARE(parcours.page(), Page::Langue);
            QCOMPARE(bool(comeBack(*borne.session, code)), codeGiven);
        }
    }

    void aShortOrWrongCodeSaysWhatToDo() {
        BorneAtWork borne;
        auto& parcours = *borne.parcours;
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        auto& typed = *parcours.departure()->typed();
        typeCode(typed, "4829 15a70");
        QCOMPARE(typed.code(), QString("4829 1570"));
        parcours.next();
        QCOMPARE(typed.error(), QString("reprise.court"));
        typeCode(typed, "36429999");
        QCOMPARE(typed.code(), QString("4829 1570 3642"));
        QVERIFY(typed.error().isEmpty());
        for (int i = 0; i < 5; ++i) {
            parcours.next();
            QVERIFY(typed.searching());
            typed.type("7"); // nothing moves meanwhile
            QCOMPARE(typed.code(), QString("4829 1570 3642"));
            QTRY_COMPARE_WITH_TIMEOUT(typed.error(), QString("reprise.ailleurs"), kPatienceMs);
        }
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(typed.error(), QString("reprise.attendre.secondes"), kPatienceMs);
        QCOMPARE(parcours.page(), Page::Reprise);
        parcours.back();
        QCOMPARE(parcours.page(), Page::Accueil);
        QVERIFY(typed.code().isEmpty() && typed.error().isEmpty());
    }

    void aCodeOfAnotherBorneOpensWhatTheServerHas() {
        BorneAtWork borne;
        borne.server.away = false;
        borne.server.byCode["482915703642"] = begunElsewhere("482915703642");
        auto& parcours = *borne.parcours;
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        typeCode(*parcours.departure()->typed(), "482915703642");
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(parcours.page(), Page::Question, kPatienceMs);
        QCOMPARE(borne.questionId(), QString("nom_usage")); // the first that has no answer
        QCOMPARE(borne.session->reference(), std::string("482915703642"));
        QVERIFY(!borne.device.holds("Zyriakova"));
        parcours.back();
        QCOMPARE(parcours.question()->typed(), QString("Zyriakova"));
    }

    void aYearLaterTheCodeOpensThreeQuestions() {
        Dossier known;
        {
            BorneAtWork first;
            first.deposit();
            known = first.session->dossier();
            known.receivedOn = first.session->today().iso();
        }
        known.revision = 1;
        for (auto& [path, field] : known.fields)
            field.revision = 1;
        known.numeroUnique = "111112600000100001";
        const auto code = QString::fromStdString(referenceOf(known));
        BorneAtWork borne;
        borne.device.clock.now += 345 * 24 * 3'600'000LL;
        borne.server.away = false;
        borne.server.byCode[code.toStdString()] = known;
        auto& parcours = *borne.parcours;
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        typeCode(*parcours.departure()->typed(), code);
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(parcours.page(), Page::Question, kPatienceMs);
        QCOMPARE(borne.questionId(), QString("renouveler_toujours"));
        parcours.next();
        QCOMPARE(borne.questionId(), QString("renouveler_toujours")); // it needs an answer
        parcours.question()->choose("oui");
        parcours.next();
        QCOMPARE(borne.questionId(), QString("renouveler_change"));
        parcours.question()->choose("rien");
        parcours.next();
        QCOMPARE(borne.questionId(), QString("rfr"));
        parcours.back();
        QCOMPARE(borne.questionId(), QString("renouveler_change"));
        parcours.next();
        parcours.question()->setTyped("16200");
        parcours.next();
        QCOMPARE(parcours.page(), Page::Verifier);
        parcours.back();
        QCOMPARE(borne.questionId(), QString("rfr"));
        parcours.next();
        parcours.next();
        QCOMPARE(parcours.page(), Page::Confirmer);
        QVERIFY(borne.session->answer("demande.nature") == Value(std::string("premiere")));
        parcours.next();
        QCOMPARE(parcours.page(), Page::Recu);
        QVERIFY(borne.session->answer("demande.nature") == Value(std::string("renouvellement")));
        QVERIFY(borne.session->answer("revenus.rfr_n2") == Value(std::int64_t{16200}));
        QVERIFY(borne.session->missing().empty());
    }

    void whatTheServerRefusesIsSaidInWords() {
        BorneAtWork borne;
        borne.server.away = false;
        auto& parcours = *borne.parcours;
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        auto& typed = *parcours.departure()->typed();
        typeCode(typed, "482915703642");
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(typed.error(), QString("reprise.inconnu"), kPatienceMs);
        QVERIFY(typed.elsewhere());
        borne.server.tiredOfCodes = true;
        parcours.next();
        QTRY_COMPARE_WITH_TIMEOUT(typed.error(), QString("reprise.attendre.minutes"), kPatienceMs);
        QCOMPARE(parcours.page(), Page::Reprise);
        QVERIFY(!borne.session->isOpen());
    }

    void leavingThePageStopsTheSearch() {
        BorneAtWork borne;
        const QString code = leaveWithTheCode(borne);
        auto& parcours = *borne.parcours;
        parcours.chooseLanguage("fr");
        parcours.departure()->openReturn();
        typeCode(*parcours.departure()->typed(), code);
        parcours.next();
        parcours.back();
        QCOMPARE(parcours.page(), Page::Accueil);
        QTest::qWait(50);
        QCOMPARE(parcours.page(), Page::Accueil);
        QVERIFY(!borne.session->isOpen());
    }

    void aTabletHasNoCodePage() {
        BorneAtWork tablet(protocol::Role::mediateur);
        const auto before = tablet.parcours->page();
        tablet.parcours->departure()->openReturn();
        QCOMPARE(tablet.parcours->page(), before);
    }

    void theStateFollowsTheReceiptAndEnds() {
        BorneAtWork borne;
        borne.deposit();
        auto& parcours = *borne.parcours;
        parcours.next();
        QCOMPARE(parcours.page(), Page::Points);
        parcours.next();
        QCOMPARE(parcours.page(), Page::Etat);
        QCOMPARE(parcours.receipt()->documents(), 1);
        parcours.departure()->openReceipt();
        QCOMPARE(parcours.page(), Page::Recu);
        parcours.next();
        parcours.next();
        parcours.next();
        QCOMPARE(parcours.page(), Page::Langue);
        QVERIFY(borne.edits() > 0);
    }

    void helpOpensTheRightsAndEachGoesBackToWhatOpenedIt() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        auto& parcours = *borne.parcours;
        parcours.openHelp();
        parcours.departure()->openRights();
        parcours.departure()->openAccessibility();
        QCOMPARE(parcours.page(), Page::Accessibilite);
        parcours.openLanguages();
        parcours.chooseLanguage("ar");
        QCOMPARE(parcours.page(), Page::Accessibilite);
        parcours.next();
        QCOMPARE(parcours.page(), Page::Droits);
        parcours.back();
        QCOMPARE(parcours.page(), Page::Aide);
        parcours.closeOverlay();
        QCOMPARE(borne.questionId(), QString("nom"));
        QCOMPARE(parcours.page(), Page::Question);
    }

    void aPaperIsShownPageByPage() {
        BorneAtWork borne;
        borne.deposit();
        auto& parcours = *borne.parcours;
        auto& papers = *parcours.departure()->papers();
        parcours.departure()->openPapers();
        QCOMPARE(papers.choices().size(), 3);
        parcours.departure()->openPaper("recap");
        QCOMPARE(parcours.page(), Page::Papier);
        QVERIFY(papers.pageCount() > 1);
        QVERIFY(papers.words().contains("Benarous"));
        const auto first = papers.image();
        papers.turn();
        QCOMPARE(papers.page(), 2);
        QVERIFY(papers.image() != first);
        QVERIFY(!papers.images()->get().isNull());
        parcours.back();
        QCOMPARE(parcours.page(), Page::Emporter);
        QVERIFY(papers.images()->get().isNull() && papers.words().isEmpty());
        parcours.departure()->openPaper("autre");
        QCOMPARE(parcours.page(), Page::Emporter);
    }

    void printingSaysWhatBecameOfIt() {
        const auto printer = std::make_shared<FakePrinter>();
        BorneAtWork borne(protocol::Role::borne, printer);
        borne.deposit();
        auto& parcours = *borne.parcours;
        auto& papers = *parcours.departure()->papers();
        parcours.departure()->openPapers();
        QTRY_VERIFY_WITH_TIMEOUT(papers.printerThere(), kPatienceMs);
        parcours.departure()->openPaper("recu");
        papers.print();
        QTRY_COMPARE_WITH_TIMEOUT(papers.message(), QString("papier.impression.fait"), kPatienceMs);
        QVERIFY(!papers.failed());
        QVERIFY(asString(printer->printed).starts_with("%PDF-"));
        QCOMPARE(printer->lastTitle, std::string("Escale"));
        printer->outcome = fail(Errc::peerRefused, "plus de papier");
        papers.print();
        QTRY_COMPARE_WITH_TIMEOUT(papers.message(), QString("papier.impression.refuse"),
                                  kPatienceMs);
        QVERIFY(papers.failed());
        printer->outcome = fail(Errc::timeout);
        papers.print();
        QTRY_COMPARE_WITH_TIMEOUT(papers.message(), QString("papier.impression.bloquee"),
                                  kPatienceMs);
    }

    void withoutPrinterThePaperIsOnlyShown() {
        BorneAtWork borne;
        borne.deposit();
        auto& papers = *borne.parcours->departure()->papers();
        borne.parcours->departure()->openPaper("recu");
        QVERIFY(!papers.printerThere());
        papers.print();
        QTRY_COMPARE_WITH_TIMEOUT(papers.message(), QString("papier.impression.absente"),
                                  kPatienceMs);
    }

    void theEndLeavesNoPaper() {
        BorneAtWork borne;
        borne.deposit();
        auto& parcours = *borne.parcours;
        parcours.departure()->openPaper("recap");
        parcours.finish();
        auto& papers = *parcours.departure()->papers();
        QVERIFY(papers.words().isEmpty() && papers.image().isEmpty());
        QVERIFY(papers.images()->get().isNull());
        QVERIFY(parcours.receipt()->qr().isEmpty());
    }
};

QTEST_MAIN(ViewmodelsDepartureTest)
#include "viewmodels_departure_test.moc"
