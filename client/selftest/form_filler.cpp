// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/form_filler.h"

#include "client/selftest/specimen.h"

#include <utility>

namespace escale {

namespace {

using Page = Parcours::Page;

} // namespace

FormFiller::FormFiller(Walker& walker, Parcours& parcours, std::map<QString, WalkAnswer> answers)
    : m_walker(walker)
    , m_parcours(parcours)
    , m_answers(std::move(answers)) {}

Result<void> FormFiller::fill(const QString& language, const QString& otherLanguage,
                              const QString& suffix) {
    bool languageShown = false;
    while (m_parcours.page() != Page::Verifier) {
        if (m_parcours.page() == Page::Documents) {
            ESCALE_TRY(givePhoto(suffix));
            continue;
        }
        if (m_parcours.page() != Page::Question)
            return fail(Errc::internal, "le questionnaire s’est arrêté");
        ESCALE_TRY(answerPage(suffix));
        if (m_parcours.question()->questionId() == "nom" && !std::exchange(languageShown, true))
            ESCALE_TRY(showLanguage(language, otherLanguage, suffix));
        ESCALE_TRY(m_walker.step(m_parcours.question()->questionId() + suffix));
        if (m_parcours.question()->saisie() == "personnes")
            ESCALE_TRY(m_walker.tap("ajouter-personne"));
        else
            ESCALE_TRY(leave());
    }
    return {};
}

Result<void> FormFiller::answerPage(const QString& suffix) {
    const QString id = m_parcours.question()->questionId();
    if (m_parcours.question()->saisie() == "personnes")
        return {};
    const auto at = m_answers.find(id);
    if (at == m_answers.end())
        return fail(Errc::notFound, "question sans réponse préparée : " + id.toStdString());
    if (id == "telephone")
        ESCALE_TRY(showShortNumber(at->second.digits, suffix));
    const auto given = answer(at->second);
    if (!given)
        return fail(given.error().code, id.toStdString() + " : " + given.error().detail);
    return {};
}

Result<void> FormFiller::answer(const WalkAnswer& answer) {
    for (const auto& code : answer.choices) {
        if (!m_walker.isThere("choix:" + code) && m_walker.isThere("autres-reponses"))
            ESCALE_TRY(m_walker.tap("autres-reponses"));
        ESCALE_TRY(m_walker.tap("choix:" + code));
        ESCALE_TRY(m_walker.waitFor("réponse choisie", [&] {
            for (const auto& choice : m_parcours.question()->choices())
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
    return m_walker.waitFor("commune choisie",
                            [&] { return !m_parcours.question()->readBack().isEmpty(); });
}

/// One digit is missing: the page says so, the digits stay, one is added.
Result<void> FormFiller::showShortNumber(const QString& digits, const QString& suffix) {
    ESCALE_TRY(m_walker.keypad(digits.chopped(1)));
    ESCALE_TRY(m_walker.tap("continuer"));
    ESCALE_TRY(m_walker.waitFor("ce qui ne va pas",
                                [&] { return !m_parcours.question()->error().isEmpty(); }));
    ESCALE_TRY(m_walker.step("telephone-a-corriger" + suffix));
    if (m_parcours.question()->typed() != digits.chopped(1))
        return fail(Errc::internal, "le numéro écrit n’est plus là");
    for (qsizetype i = 1; i < digits.size(); ++i)
        ESCALE_TRY(m_walker.tap("pave:effacer"));
    return {};
}

/// Another language on the way: same page, same letters.
Result<void> FormFiller::showLanguage(const QString& from, const QString& to,
                                      const QString& suffix) {
    const QString typed = m_parcours.question()->typed();
    for (const auto& language : {to, from}) {
        ESCALE_TRY(m_walker.tap("langue"));
        ESCALE_TRY(m_walker.tap("langue:" + language));
        ESCALE_TRY(m_walker.waitFor("la page d’avant", [&] {
            return m_parcours.page() == Page::Question &&
                   m_parcours.preferences()->language() == language;
        }));
        if (m_parcours.question()->typed() != typed)
            return fail(Errc::internal, "les lettres écrites ne sont plus là");
        ESCALE_TRY(m_walker.step("nom-en-" + language + suffix));
    }
    return {};
}

Result<void> FormFiller::givePhoto(const QString& suffix) {
    ESCALE_TRY(m_walker.step("documents" + suffix));
    ESCALE_TRY(m_walker.tap("photographier"));
    ESCALE_TRY(m_walker.waitFor("la photo", [&] { return m_parcours.page() == Page::Photo; }));
    ESCALE_TRY(m_walker.step("photo" + suffix));
    ESCALE_TRY(m_walker.tap(QStringLiteral("fichier:") + kSpecimenName));
    ESCALE_TRY(m_walker.waitFor("la relecture", [&] { return m_parcours.page() == Page::Relire; }));
    ESCALE_TRY(m_walker.step("relire" + suffix));
    ESCALE_TRY(m_walker.tap("continuer"));
    ESCALE_TRY(
        m_walker.waitFor("les documents", [&] { return m_parcours.page() == Page::Documents; }));
    if (m_parcours.piece()->documents().first().toMap()["state"] != "gardee")
        return fail(Errc::internal, "la photo n’est pas gardée");
    ESCALE_TRY(m_walker.step("documents-gardes" + suffix));
    return leave();
}

Result<void> FormFiller::leave() {
    const QString before = place();
    const auto at = m_answers.find(m_parcours.question()->questionId());
    const bool marked = at != m_answers.end() && !at->second.button.isEmpty() &&
                        m_parcours.page() == Page::Question;
    ESCALE_TRY(m_walker.tap(marked ? at->second.button : QStringLiteral("continuer")));
    const auto left = m_walker.waitFor("la page suivante", [&] { return place() != before; });
    if (!left)
        return fail(left.error().code, before.toStdString() + " : " + left.error().detail + " " +
                                           m_parcours.question()->error().toStdString() +
                                           m_parcours.failure().toStdString());
    return {};
}

QString FormFiller::place() const {
    return QStringLiteral("%1 %2 %3")
        .arg(int(m_parcours.page()))
        .arg(m_parcours.question()->questionId(), m_parcours.question()->item());
}

} // namespace escale
