// SPDX-License-Identifier: GPL-3.0-or-later
// Every question that the catalogue can ask, each looked at once: invented households that say yes
// and choose everything, with the answers of foyers.json where one of them opens more pages.
#include "client/selftest/answers.h"
#include "client/selftest/generated_answers.h"
#include "client/selftest/walk.h"
#include "client/viewmodels/question_page.h"

#include <QSet>

#include <utility>

namespace escale {

namespace {

using Page = Parcours::Page;
using Answers = std::map<QString, WalkAnswer>;

/// All the answers of a page where several may be chosen.
WalkAnswer everything(const QuestionViewModel& question) {
    WalkAnswer all;
    for (const auto& choice : question.choices())
        all.choices.append(choice.toMap()["code"].toString());
    return all;
}

class Household {
public:
    /// `left`: questions that nobody was shown yet. Both outlive the household.
    Household(Walk& walk, Answers answers, QSet<QString>& left)
        : m_walk(walk)
        , m_answers(std::move(answers))
        , m_left(left) {}

    Result<void> begin();
    Result<void> answerAll();
    Result<void> erase();

private:
    Result<void> answerOne();
    [[nodiscard]] QList<WalkAnswer> answersTo(const QuestionViewModel& asked) const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QuestionViewModel& question() const { return *m_walk.parcours.question(); }

    Walk& m_walk;
    Answers m_answers;
    QSet<QString>& m_left;
    bool m_doubted = false; // the page of a doubt was looked at
};

Result<void> Household::begin() {
    ESCALE_TRY(m_walk.waitForPage(Page::Langue, "les langues"));
    m_walk.parcours.preferences()->setProperty("calm", true);
    ESCALE_TRY(m_walk.chooseLanguage(m_walk.language));
    ESCALE_TRY(m_walk.waitForPage(Page::Accueil, "l’accueil"));
    ESCALE_TRY(m_walk.walker.tap("continuer"));
    return m_walk.waitForPage(Page::Question, "la première question");
}

Result<void> Household::answerAll() {
    auto& parcours = m_walk.parcours;
    while (parcours.page() != Page::Verifier) {
        if (parcours.page() == Page::Documents) {
            if (m_left.remove(question().questionId()))
                ESCALE_TRY(m_walk.step("documents"));
            parcours.next();
            continue;
        }
        if (parcours.page() == Page::Doute) {
            if (!std::exchange(m_doubted, true))
                ESCALE_TRY(m_walk.step("doute"));
            parcours.next();
            continue;
        }
        if (parcours.page() != Page::Question)
            return fail(Errc::internal, "le questionnaire s’est arrêté");
        if (m_left.remove(question().questionId()))
            ESCALE_TRY(m_walk.step(question().questionId()));
        ESCALE_TRY(answerOne());
    }
    return {};
}

Result<void> Household::answerOne() {
    const QString before = place();
    if (question().saisie() == QLatin1String("personnes")) {
        if (!question().choices().isEmpty())
            m_walk.parcours.next();
        else
            ESCALE_TRY(m_walk.walker.tap("ajouter-personne"));
        return m_walk.walker.waitFor("la page suivante", [&] { return place() != before; });
    }
    for (const auto& answer : answersTo(question())) {
        giveAnswer(question(), answer);
        if (question().abroad())
            ESCALE_TRY(m_walk.step(question().questionId() + "_etranger"));
        if (place() == before)
            m_walk.parcours.next();
        if (place() != before)
            return {};
    }
    return fail(Errc::notFound, "aucune réponse ne convient à " + before.toStdString() + " : " +
                                    question().error().toStdString());
}

QList<WalkAnswer> Household::answersTo(const QuestionViewModel& asked) const {
    QList<WalkAnswer> all;
    if (const auto prepared = m_answers.find(asked.questionId()); prepared != m_answers.end())
        all.append(prepared->second);
    else if (asked.saisie() == QLatin1String("choix_multiples"))
        all.append(everything(asked));
    return all + generatedAnswers(asked);
}

Result<void> Household::erase() {
    ESCALE_TRY(m_walk.walker.tap("terminer"));
    ESCALE_TRY(m_walk.waitForPage(Page::Terminer, "la fin"));
    ESCALE_TRY(m_walk.walker.tap("oui-effacer"));
    return m_walk.waitForPage(Page::Langue, "l’écran effacé");
}

QString Household::place() const {
    return QStringLiteral("%1 %2 %3")
        .arg(int(m_walk.parcours.page()))
        .arg(question().questionId(), question().item());
}

} // namespace

Result<void> walkQuestions(Walk& walk) {
    const auto ids = allQuestionIds();
    QSet<QString> left(ids.begin(), ids.end());
    // Of a demande that the register knows: walkAdviser() renews one.
    left.remove(QStringLiteral("renouveler_toujours"));
    left.remove(QStringLiteral("renouveler_change"));
    ESCALE_TRY_ASSIGN(households, loadHouseholds(walkHouseholds()));
    for (auto& answers : households) {
        Household household(walk, std::move(answers), left);
        ESCALE_TRY(household.begin());
        ESCALE_TRY(household.answerAll());
        ESCALE_TRY(household.erase());
    }
    if (left.isEmpty())
        return {};
    QStringList names(left.begin(), left.end());
    names.sort();
    return fail(Errc::notFound, "questions que personne n’a vues : " +
                                    names.join(QStringLiteral(", ")).toStdString());
}

} // namespace escale
