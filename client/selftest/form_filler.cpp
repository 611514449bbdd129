// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/form_filler.h"

#include "client/selftest/generated_answers.h"
#include "client/selftest/specimen.h"

#include <utility>

namespace escale {

namespace {

using Page = Parcours::Page;

constexpr const char* kContinue = "continuer";

} // namespace

FormFiller::FormFiller(Walk& walk, std::map<QString, WalkAnswer> answers)
    : m_walk(walk)
    , m_walker(walk.walker)
    , m_parcours(walk.parcours)
    , m_answers(std::move(answers)) {}

Result<void> FormFiller::fill() {
    while (m_parcours.page() != Page::Verifier) {
        if (m_parcours.page() == Page::Doute) {
            ESCALE_TRY(settleDoubt());
            continue;
        }
        if (m_parcours.page() == Page::Documents) {
            ESCALE_TRY(givePhotos());
            continue;
        }
        if (m_parcours.page() != Page::Question)
            return fail(Errc::internal, "le questionnaire s’est arrêté");
        m_met.insert(question().questionId());
        if (question().saisie() == QLatin1String("personnes")) {
            ESCALE_TRY(people());
            continue;
        }
        ESCALE_TRY(showFault());
        ESCALE_TRY(answerPage());
        if (question().questionId() == "nom")
            ESCALE_TRY(showOtherLanguage());
        ESCALE_TRY(m_walk.step(question().questionId()));
        ESCALE_TRY(leave());
    }
    return {};
}

/// The page of a list: one person is added the first time it is there.
Result<void> FormFiller::people() {
    ESCALE_TRY(m_walk.step(question().questionId()));
    const QString before = place();
    if (!question().choices().isEmpty())
        return leave();
    ESCALE_TRY(m_walker.tap("ajouter-personne"));
    return leftFrom(before);
}

/// What the answers say is true, however unusual.
Result<void> FormFiller::settleDoubt() {
    ESCALE_TRY(m_walk.step("doute"));
    const QString before = place();
    ESCALE_TRY(m_walker.tap(kContinue));
    return leftFrom(before);
}

Result<void> FormFiller::answerPage() {
    const QString id = question().questionId();
    if (question().saisie() == QLatin1String("communes"))
        return {};
    const auto at = m_answers.find(id);
    if (at == m_answers.end()) {
        const auto made = generatedAnswers(question()).first();
        if (made.button.isEmpty())
            giveAnswer(question(), made);
        return {};
    }
    if (m_walk.quick) {
        if (at->second.button.isEmpty() && !at->second.accepted)
            giveAnswer(question(), at->second);
        return {};
    }
    if (id == "telephone")
        ESCALE_TRY(showShortNumber(at->second.digits));
    const auto given = answer(at->second);
    if (!given)
        return fail(given.error().code, id.toStdString() + " : " + given.error().detail);
    return {};
}

Result<void> FormFiller::answer(const WalkAnswer& answer) {
    for (const auto& code : answer.choices) {
        ESCALE_TRY(m_walk.choose(code));
        ESCALE_TRY(m_walker.waitFor("réponse choisie", [&] {
            for (const auto& choice : question().choices())
                if (choice.toMap()["code"] == code && choice.toMap()["selected"].toBool())
                    return true;
            return false;
        }));
    }
    if (!answer.letters.isEmpty())
        ESCALE_TRY(m_walker.type(answer.letters));
    if (!answer.digits.isEmpty())
        ESCALE_TRY(m_walker.keypad(answer.digits));
    if (!answer.date.isEmpty())
        ESCALE_TRY(fillDate(answer.date));
    if (!answer.fields.isEmpty())
        ESCALE_TRY(fillFields(answer));
    return answer.town.isEmpty() ? Result<void>() : chooseTown(answer);
}

Result<void> FormFiller::fillFields(const WalkAnswer& answer) {
    for (const auto& [path, text] : answer.fields) {
        ESCALE_TRY(m_walker.tap("champ:" + path));
        // The postcode, written before, has brought the towns.
        if (path.endsWith(QLatin1String(".commune")))
            ESCALE_TRY(m_walker.tap("commune:" + text));
        else
            ESCALE_TRY(m_walker.type(text));
    }
    return {};
}

Result<void> FormFiller::fillDate(const QStringList& date) {
    const QStringList boxes{"jour", "mois", "annee"};
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        ESCALE_TRY(m_walker.tap(boxes[i]));
        ESCALE_TRY(m_walker.keypad(date.value(i)));
    }
    return {};
}

Result<void> FormFiller::chooseTown(const WalkAnswer& answer) {
    ESCALE_TRY(m_walker.type(answer.town));
    ESCALE_TRY(m_walker.tap("commune:" + answer.insee));
    return m_walker.waitFor("commune choisie", [&] { return !question().readBack().isEmpty(); });
}

/// What each kind of page says of an answer that does not fit: stays there, with its words.
Result<void> FormFiller::showFault() {
    if (std::exchange(m_faulted, m_faulted + QSet<QString>{question().saisie()})
            .contains(question().saisie()))
        return {};
    const QString before = place();
    giveAnswer(question(), wrongAnswer(question()));
    m_parcours.next();
    if (place() != before) { // it fits, or the answer may be missing
        m_faulted.remove(question().saisie());
        m_parcours.back();
        return leftFrom({});
    }
    if (question().error().isEmpty())
        return fail(Errc::internal, before.toStdString() + " ne dit pas pourquoi elle reste");
    ESCALE_TRY(m_walk.step(question().questionId() + "-a-corriger"));
    giveAnswer(question(), {});
    return {};
}

/// One digit is missing: the page says so, the digits stay, one is added.
Result<void> FormFiller::showShortNumber(const QString& digits) {
    ESCALE_TRY(m_walker.keypad(digits.chopped(1)));
    ESCALE_TRY(m_walker.tap(kContinue));
    ESCALE_TRY(m_walker.waitFor("ce qui ne va pas", [&] { return !question().error().isEmpty(); }));
    if (question().typed() != digits.chopped(1))
        return fail(Errc::internal, "le numéro écrit n’est plus là");
    for (qsizetype i = 1; i < digits.size(); ++i)
        ESCALE_TRY(m_walker.tap("pave:effacer"));
    return {};
}

/// Another language on the way: same page, same letters.
Result<void> FormFiller::showOtherLanguage() {
    const QString typed = question().typed();
    const QString other = m_walk.language == "ar" ? QStringLiteral("en") : QStringLiteral("ar");
    for (const auto& language : {other, m_walk.language}) {
        ESCALE_TRY(m_walker.tap("langue"));
        ESCALE_TRY(m_walk.arrive(Page::Langue, "langue-en-chemin"));
        ESCALE_TRY(m_walk.chooseLanguage(language));
        ESCALE_TRY(m_walker.waitFor("la page d’avant", [&] {
            return m_parcours.page() == Page::Question &&
                   m_parcours.preferences()->language() == language;
        }));
        if (question().typed() != typed)
            return fail(Errc::internal, "les lettres écrites ne sont plus là");
    }
    return {};
}

Result<void> FormFiller::givePhotos() {
    ESCALE_TRY(m_walk.step("documents"));
    ESCALE_TRY(m_walker.tap("photographier"));
    ESCALE_TRY(m_walk.arrive(Page::Photo, "photo"));
    ESCALE_TRY(m_walker.tap(QStringLiteral("fichier:") + kSpecimenName));
    ESCALE_TRY(m_walk.arrive(Page::Relire, "relire"));
    ESCALE_TRY(m_walker.tap(kContinue));
    ESCALE_TRY(m_walk.waitForPage(Page::Feuilles, "les feuilles"));
    if (!m_walk.quick)
        ESCALE_TRY(m_walk.step("feuilles"));
    ESCALE_TRY(m_walker.tap(kContinue));
    ESCALE_TRY(m_walk.waitForPage(Page::Documents, "les documents"));
    if (m_parcours.pieces()->lacking() == m_parcours.pieces()->count())
        return fail(Errc::internal, "la photo n’est pas gardée");
    ESCALE_TRY(m_walk.step("documents-gardes"));
    if (!m_walk.quick)
        ESCALE_TRY(lookAtWhatLacks());
    return leave();
}

Result<void> FormFiller::lookAtWhatLacks() {
    ESCALE_TRY(m_walker.tap("il-me-manque"));
    ESCALE_TRY(m_walk.arrive(Page::SansDocument, "sans-document"));
    ESCALE_TRY(m_walker.tap(kContinue));
    return m_walk.waitForPage(Page::Documents, "les documents");
}

Result<void> FormFiller::leave() {
    const bool asked = m_parcours.page() == Page::Question;
    const auto at = m_answers.find(question().questionId());
    const bool prepared = asked && at != m_answers.end();
    if (asked && (m_walk.quick || !prepared))
        return leaveAtOnce();
    const QString before = place();
    const bool marked = prepared && !at->second.button.isEmpty();
    ESCALE_TRY(m_walker.tap(marked ? at->second.button : QString(kContinue)));
    return leftFrom(before);
}

Result<void> FormFiller::leaveAtOnce() {
    const auto at = m_answers.find(question().questionId());
    if (at == m_answers.end())
        return tryAnswers();
    const QString before = place();
    if (at->second.button.isEmpty())
        m_parcours.next();
    else
        giveAnswer(question(), at->second);
    return leftFrom(before);
}

/// Made-up answers, until one fits.
Result<void> FormFiller::tryAnswers() {
    const QString before = place();
    for (const auto& made : generatedAnswers(question())) {
        giveAnswer(question(), made);
        if (place() == before)
            m_parcours.next();
        if (place() != before)
            return {};
    }
    return fail(Errc::notFound, "aucune réponse ne convient à " + before.toStdString() + " : " +
                                    question().error().toStdString() +
                                    m_parcours.failure().toStdString());
}

/// Waits until the page is another one.
Result<void> FormFiller::leftFrom(const QString& before) {
    const auto left = m_walker.waitFor("la page suivante", [&] { return place() != before; });
    if (!left)
        return fail(left.error().code, before.toStdString() + " : " + left.error().detail + " " +
                                           question().error().toStdString() +
                                           m_parcours.failure().toStdString());
    return {};
}

QString FormFiller::place() const {
    return QStringLiteral("%1 %2 %3 %4")
        .arg(int(m_parcours.page()))
        .arg(question().questionId(), question().item(),
             m_parcours.recap()->doubt()["code"].toString());
}

} // namespace escale
