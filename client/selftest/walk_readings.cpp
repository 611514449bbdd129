// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about the documents that were read: every kind of question, every verdict of a
// code. What the pages say is invented here; reading itself is tested elsewhere.
#include "client/selftest/answers.h"
#include "client/selftest/generated_answers.h"
#include "client/selftest/specimen.h"
#include "client/selftest/walk.h"

#include <QDate>

namespace escale {

namespace {

using Page = Parcours::Page;
using Step = PieceViewModel::Step;
using deuxddoc::Verdict;
using reading::ReadPage;
using reading::Subject;

// A photo of a slow machine.
constexpr int kPhotoMs = 60'000;
constexpr const char* kPermit = "titre_sejour demandeur";
constexpr const char* kAvis = "avis demandeur";

void say(ReadPage& page, Subject subject, const std::string& value, reading::Box box) {
    page.proposals.push_back({subject, value, box, 90, reading::Source::text});
}

int thisYear() {
    return QDate::currentDate().year();
}

std::string noticeText() {
    const std::string year = std::to_string(thisYear() - 2);
    const std::string day = "3107" + std::to_string(thisYear() - 1);
    return "DC04FR00T001FFFF25192801FR" + std::string("431\x1D") + "442527726568184" + "45" + year +
           "46BENAROU LINA\x1D" + "4A" + day + "4113614\x1D" +
           "4Y12 RUE DES SPECIMENS/95700 ROISSY EN FRANCE\x1D" + "\x1F" + "AA";
}

/// Signed by nobody: only what the page says of the verdict is shown.
ReadPage codedPage(Verdict verdict) {
    ReadPage page;
    reading::CodeRead code;
    code.message = deuxddoc::parse(noticeText()).value();
    code.verification.verdict = verdict;
    code.box = {75, 150, 210, 210};
    page.code = std::move(code);
    if (verdict != Verdict::altered)
        page.proposals.push_back(
            {Subject::taxIncome, "13614", page.code->box, 100, reading::Source::code});
    say(page, Subject::issued, std::to_string(thisYear() - 1) + "-07-31", {330, 395, 200, 40});
    return page;
}

/// Answers that leave something to compare: a person from outside the Union, an income.
Result<void> answerQuestions(Walk& walk) {
    ESCALE_TRY_ASSIGN(answers, loadWalkAnswers(frenchWalk()));
    answers["nationalite"].choices = QStringList{"hors_ue"};
    auto& parcours = walk.parcours;
    auto& question = *parcours.question();
    for (parcours.begin(); parcours.page() != Page::Documents;) {
        const QString before = question.questionId() + question.item();
        const auto known = answers.find(question.questionId());
        if (parcours.page() == Page::Question && question.saisie() == "personnes" &&
            question.choices().isEmpty())
            question.addPerson();
        else if (parcours.page() == Page::Question && known != answers.end() &&
                 !known->second.accepted)
            giveAnswer(question, known->second);
        else if (parcours.page() == Page::Question && known == answers.end() &&
                 question.saisie() != "personnes")
            giveAnswer(question, generatedAnswers(question).first());
        if (parcours.page() != Page::Documents && before == question.questionId() + question.item())
            parcours.next();
        if (!question.error().isEmpty())
            return fail(Errc::internal,
                        before.toStdString() + " : " + question.error().toStdString());
    }
    return {};
}

/// The page of a document taken and read, then « C’est tout ».
Result<void> giveDocument(Walk& walk, const char* key, const ReadPage& page) {
    auto& piece = *walk.parcours.piece();
    piece.setRead([page](auto&&...) { return page; });
    walk.parcours.openPhoto(key);
    ESCALE_TRY(walk.waitForPage(Page::Photo, "la photo"));
    piece.chooseFile(kSpecimenName);
    ESCALE_TRY(walk.walker.waitFor(
        "la page", [&] { return piece.step() == Step::reviewing && !piece.busy(); }, kPhotoMs));
    piece.keep();
    piece.list();
    const auto readings = piece.pages()->readings();
    ESCALE_TRY(walk.walker.waitFor(
        "la page lue", [&] { return readings.front()->finished; }, kPhotoMs));
    piece.done();
    return walk.waitForPage(Page::Propose, "ce qui est lu");
}

Result<void> shown(Walk& walk, const char* kind, const QString& step) {
    const auto asked = [&] { return walk.parcours.piece()->proposals()->ask()["kind"] == kind; };
    ESCALE_TRY(walk.walker.waitFor(step, asked));
    return walk.step(step);
}

Result<void> showTypeAndDates(Walk& walk) {
    ReadPage page;
    page.kind = "avis_imposition";
    ESCALE_TRY(giveDocument(walk, kPermit, page));
    ESCALE_TRY(shown(walk, "type", "lu-type"));
    ESCALE_TRY(walk.walker.tap("choix:moi"));
    ESCALE_TRY(shown(walk, "expire_le", "lu-annee"));
    const QString year = QString::number(thisYear() + 2);
    ESCALE_TRY(walk.walker.tap("choix:annee:" + year));
    ESCALE_TRY(shown(walk, "expire_le", "lu-mois"));
    ESCALE_TRY(walk.walker.tap("choix:" + year + "-02"));
    return walk.waitForPage(Page::Documents, "les documents");
}

Result<void> showNames(Walk& walk) {
    ReadPage other;
    say(other, Subject::name, "DUPONT Camille", {330, 165, 180, 40});
    ESCALE_TRY(giveDocument(walk, kAvis, other));
    ESCALE_TRY(shown(walk, "nom", "lu-autre-nom"));
    ESCALE_TRY(walk.walker.tap("non"));
    ESCALE_TRY(walk.waitForPage(Page::Documents, "les documents"));
    ReadPage slip;
    say(slip, Subject::name, "BENAROUS Lina", {330, 165, 180, 40});
    ESCALE_TRY(giveDocument(walk, kAvis, slip));
    ESCALE_TRY(shown(walk, "differe", "lu-nom"));
    ESCALE_TRY(walk.walker.tap("je-ne-sais-pas"));
    ESCALE_TRY(shown(walk, "emise_le", "lu-date"));
    ESCALE_TRY(walk.walker.tap("choix:avant"));
    ESCALE_TRY(walk.arrive(Page::Documents, "documents-trop-ancien"));
    return {};
}

Result<void> showCode(Walk& walk, Verdict verdict, const QString& name) {
    ESCALE_TRY(giveDocument(walk, kAvis, codedPage(verdict)));
    ESCALE_TRY(walk.step("lu-code-" + name));
    ESCALE_TRY(walk.walker.tap("continuer"));
    if (verdict == Verdict::verified) {
        ESCALE_TRY(shown(walk, "differe", "lu-revenu"));
        ESCALE_TRY(walk.walker.tap("choix:papier"));
    }
    ESCALE_TRY(shown(walk, "juste", "lu-juste-" + name));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.waitForPage(Page::Documents, "les documents");
}

} // namespace

Result<void> walkReadings(Walk& walk) {
    ESCALE_TRY(walk.waitForPage(Page::Langue, "les langues"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.waitForPage(Page::Accueil, "l’accueil"));
    walk.parcours.preferences()->setProperty("calm", true);
    ESCALE_TRY(answerQuestions(walk));
    ESCALE_TRY(showTypeAndDates(walk));
    ESCALE_TRY(showNames(walk));
    ESCALE_TRY(showCode(walk, Verdict::verified, "verifie"));
    ESCALE_TRY(showCode(walk, Verdict::unverifiable, "non-verifiable"));
    ESCALE_TRY(showCode(walk, Verdict::altered, "altere"));
    walk.parcours.piece()->setRead({});
    walk.parcours.finish();
    return walk.waitForPage(Page::Langue, "l’écran effacé");
}

} // namespace escale
