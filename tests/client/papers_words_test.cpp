// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers of a demande say.
#include "client/papers/document.h"
#include "client/viewmodels/paper_words.h"
#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/receipt_facts.h"
#include "client/viewmodels/words_in.h"
#include "tests/client/viewmodels_support.h"

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::tests;

namespace {

/// A key that no language has: "recap.nom".
const QRegularExpression kKey("\\b(papier|recap|recu|code|partie|piece)\\.[a-z_]+");

PaperFacts factsOf(BorneAtWork& borne, const std::vector<Question>& visible) {
    return {borne.session->dossier(), borne.session->today(),
            receiptFactsOf(*borne.session, visible), "01 99 00 41 27"};
}

QString textOf(const papers::Paper& paper) {
    const auto pdf = papers::pdfOf(paper).value();
    QProcess tool;
    tool.start("pdftotext", {"-layout", "-", "-"});
    tool.waitForStarted();
    tool.write(reinterpret_cast<const char*>(pdf.data()), qint64(pdf.size()));
    tool.closeWriteChannel();
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput()).simplified();
}

} // namespace

class PapersWordsTest : public QObject {
    Q_OBJECT
private slots:
    void theRecapHoldsEveryAnswerAndTheFrenchBesideTheOther() {
        BorneAtWork borne;
        borne.deposit();
        const auto& session = *borne.session;
        const auto visible = visibleQuestions(session.dossier(), session.today());
        const auto arabic = paperOf(PaperKind::recap, factsOf(borne, visible), "ar");
        int rows = 0;
        for (const auto& block : arabic.blocks)
            if (const auto* answers = std::get_if<papers::Answers>(&block))
                for (const auto& row : answers->rows) {
                    ++rows;
                    QVERIFY(!row.question.own.empty() && !row.question.french.empty());
                    QVERIFY2(row.question.own != row.question.french, row.question.french.c_str());
                    QVERIFY(!row.answer.own.empty() && !row.answer.french.empty());
                }
        QCOMPARE(rows, int(visible.size()));
        const QString text = ::textOf(arabic);
        for (const auto* words : {"Benarous", "Votre nom", "Français", "العربية"})
            QVERIFY2(text.contains(words), words);
        QVERIFY(text.contains(borne.parcours->receipt()->reference()));
    }

    void noKeyIsLeftInAnyLanguage() {
        BorneAtWork borne;
        borne.deposit();
        const auto visible = visibleQuestions(borne.session->dossier(), borne.session->today());
        const auto facts = factsOf(borne, visible);
        for (const auto& language : borne.parcours->preferences()->languages())
            for (const auto kind : {PaperKind::recap, PaperKind::pieces, PaperKind::recu}) {
                const QString text =
                    ::textOf(paperOf(kind, facts, language.toMap()["code"].toString()));
                QVERIFY2(!text.contains(kKey) && !text.contains("%1"), qPrintable(text));
            }
    }

    void theAttestationComesWithTheNumberAndIsInFrench() {
        BorneAtWork borne;
        borne.deposit();
        const auto offered = borne.parcours->departure()->papers()->choices();
        QVERIFY(std::ranges::none_of(offered, [](const QVariant& choice) {
            return choice.toMap()["value"] == "attestation";
        }));
        QVERIFY(!borne.parcours->departure()->papers()->open("attestation"));
        Dossier dossier = borne.session->dossier();
        dossier.numeroUnique = "1111126000001G1226";
        dossier.receivedOn = "2026-11-20";
        const PaperFacts facts{dossier, borne.session->today(), {}, {}};
        const auto paper = paperOf(PaperKind::attestation, facts, "ar");
        QVERIFY(!paper.bilingual());
        const QString text = ::textOf(paper);
        QVERIFY(text.contains("1111126000001G1226") && text.contains("20 novembre 2026"));
        QVERIFY(text.contains("guichet n° G1226", Qt::CaseInsensitive));
    }

    void theReceiptSaysTheCodeAndNoName() {
        BorneAtWork borne;
        borne.deposit();
        const auto visible = visibleQuestions(borne.session->dossier(), borne.session->today());
        const QString text = ::textOf(paperOf(PaperKind::recu, factsOf(borne, visible), "fr"));
        QVERIFY(text.contains(borne.parcours->receipt()->reference()));
        QVERIFY(text.contains("01 99 00 41 27"));
        QVERIFY2(!text.contains("Benarous"), "a receipt may be lost in the street");
    }

    void thePiecesFollowTheAnswers() {
        BorneAtWork borne;
        borne.begin();
        borne.session
            ->create({{"demandeur.nationalite", "hors_ue"},
                      {"demandeur.situation_familiale", "marie"},
                      {"logement_actuel.categorie", "parents"},
                      {"revenus.rfr_n2", "0"},
                      {"situation.handicap", "non"}})
            .value();
        const auto types = [&] {
            QStringList all;
            for (const auto& piece : pieceFaces(borne.session->dossier(), borne.session->today()))
                all.append(piece.key);
            return all;
        };
        QCOMPARE(types(), (QStringList{"titre_sejour demandeur", "avis demandeur", "hebergement"}));
        borne.session
            ->answerAll({{"demandeur.nationalite", "francaise"},
                         {"logement_actuel.categorie", "prive"},
                         {"revenus.rfr_n2", "14500"}})
            .value();
        QCOMPARE(types(),
                 (QStringList{"identite demandeur", "avis demandeur", "bail", "quittance"}));
    }

    void anotherLanguageLastsForItsScopeOnly() {
        const QString key = QStringLiteral("papier.recu.titre");
        const auto outside = Preferences::text(key);
        {
            const WordsIn arabic("ar");
            QCOMPARE(Preferences::text(key), QString("وصلك"));
            {
                const WordsIn french("fr");
                QCOMPARE(Preferences::text(key), QString("Votre reçu"));
                QCOMPARE(QLocale().monthName(3), QString("mars"));
            }
            QCOMPARE(Preferences::text(key), QString("وصلك"));
        }
        QCOMPARE(Preferences::text(key), outside);
    }
};

QTEST_MAIN(PapersWordsTest)
#include "papers_words_test.moc"
