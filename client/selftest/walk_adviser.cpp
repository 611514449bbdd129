// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a médiateur, on a trial device with invented people.
#include "client/selftest/walk_device.h"

namespace escale {

namespace {

using Page = Parcours::Page;
using Place = Adviser::Place;

constexpr const char* kPin = "402917";
constexpr const char* kWrongPin = "402918";
/// The identifier of a person of the list, by a part of their name.
QString idOf(Walk& walk, const QString& name) {
    for (const auto& row : walk.parcours.adviser()->people()->people())
        if (row.name.contains(name))
            return row.id;
    return {};
}

Result<void> lookForSomebody(Walk& walk) {
    auto& people = *walk.parcours.adviser()->people();
    ESCALE_TRY(walk.walker.tap("autres-personnes"));
    ESCALE_TRY(walk.step("personnes-suite"));
    ESCALE_TRY(walk.walker.tap("filtre:a_decider"));
    ESCALE_TRY(walk.step("personnes-a-decider"));
    ESCALE_TRY(walk.walker.tap("filtre:toutes"));
    ESCALE_TRY(walk.walker.tap("chercher"));
    ESCALE_TRY(waitForPlace(walk, Place::Chercher, "le clavier"));
    ESCALE_TRY(walk.walker.type("bere"));
    ESCALE_TRY(walk.step("chercher"));
    if (people.foundCount() != 1)
        return fail(Errc::internal, "« bere » ne trouve pas Bérénice");
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(arriveAt(walk, Place::Personnes, "personnes-trouvees"));
    return walk.walker.tap("effacer-recherche");
}

Result<void> lookAtSending(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("envois"));
    ESCALE_TRY(arriveAt(walk, Place::Envois, "envois"));
    if (walk.walker.isThere("envois-personnes")) { // on a page of their own
        ESCALE_TRY(walk.walker.tap("envois-personnes"));
        ESCALE_TRY(walk.step("envois-personnes"));
        ESCALE_TRY(walk.walker.tap("envois-personnes"));
    }
    ESCALE_TRY(walk.walker.tap("reessayer"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return waitForPlace(walk, Place::Personnes, "la liste");
}

/// By name: the list has several pages.
Result<void> openByName(Walk& walk, const QString& letters, const QString& name) {
    ESCALE_TRY(walk.walker.tap("chercher"));
    ESCALE_TRY(waitForPlace(walk, Place::Chercher, "le clavier"));
    ESCALE_TRY(walk.walker.type(letters));
    return walk.walker.tap("trouve:" + idOf(walk, name));
}

Result<void> backToList(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("retour"));
    ESCALE_TRY(waitForPlace(walk, Place::Personnes, "la liste"));
    return walk.walker.tap("effacer-recherche");
}

/// Milena came from a borne: nothing of her is seen before she agrees.
Result<void> askAgreement(Walk& walk) {
    ESCALE_TRY(openByName(walk, "milena", "Milena"));
    ESCALE_TRY(waitForPlace(walk, Place::Accord, "la question de l’accord"));
    ESCALE_TRY(walk.step("accord"));
    ESCALE_TRY(walk.walker.tap("choix:oui"));
    ESCALE_TRY(arriveAt(walk, Place::Personne, "personne"));
    ESCALE_TRY(walk.walker.tap("retirer-accord"));
    ESCALE_TRY(arriveAt(walk, Place::Retirer, "accord-retirer"));
    ESCALE_TRY(walk.walker.tap("oui-retirer"));
    ESCALE_TRY(waitForPlace(walk, Place::Personnes, "la liste"));
    ESCALE_TRY(walk.step("accord-retire"));
    if (walk.parcours.adviser()->withPerson())
        return fail(Errc::internal, "le dossier est resté ouvert");
    return walk.walker.tap("effacer-recherche");
}

/// Somebody new here has the code of a demande: of another place, then of this device.
Result<void> comeBackWithCode(Walk& walk) {
    auto& typed = *walk.parcours.adviser()->typed();
    ESCALE_TRY(openByName(walk, "samir", "Samir"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    const QString code = walk.parcours.adviser()->person()->code().remove(QLatin1Char(' '));
    ESCALE_TRY(backToList(walk));
    ESCALE_TRY(walk.walker.tap("nouvelle-personne"));
    ESCALE_TRY(arriveAt(walk, Place::Accord, "accord-nouvelle-personne"));
    ESCALE_TRY(walk.walker.tap("choix:code"));
    ESCALE_TRY(arriveAt(walk, Place::Revient, "revient"));
    ESCALE_TRY(walk.walker.keypad(code.left(11)));
    ESCALE_TRY(walk.walker.keypad(code.endsWith(u'1') ? "2" : "1"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.walker.waitFor("la réponse", [&] { return !typed.error().isEmpty(); }));
    ESCALE_TRY(walk.step("revient-ailleurs"));
    ESCALE_TRY(walk.walker.tap("pave:effacer"));
    ESCALE_TRY(walk.walker.keypad(code.right(1)));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    ESCALE_TRY(walk.walker.tap("retour"));
    return waitForPlace(walk, Place::Personnes, "la liste");
}

Result<void> settleConflict(Walk& walk) {
    ESCALE_TRY(openByName(walk, "idriss", "Idriss"));
    ESCALE_TRY(arriveAt(walk, Place::Personne, "personne-a-decider"));
    if (!walk.walker.isThere("tache:0"))
        return fail(Errc::internal, "rien à décider");
    const auto tasks = walk.parcours.adviser()->person()->tasks();
    if (tasks.first().toMap()["action"] != "conflit")
        return backToList(walk); // settled in the walk of another language
    ESCALE_TRY(walk.walker.tap("tache:0"));
    ESCALE_TRY(arriveAt(walk, Place::Conflit, "conflit"));
    ESCALE_TRY(walk.walker.tap("demander"));
    ESCALE_TRY(walk.step("conflit-demander"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.waitForPage(Page::Question, "la question"));
    ESCALE_TRY(walk.step("conflit-question"));
    ESCALE_TRY(walk.walker.tap("retour"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    // The last language settles it: each one sees the page.
    if (walk.language == "fr")
        return backToList(walk);
    ESCALE_TRY(walk.walker.tap("tache:0"));
    ESCALE_TRY(waitForPlace(walk, Place::Conflit, "les deux réponses"));
    if (!walk.walker.isThere("reponse:1:garder")) // one answer at a time
        ESCALE_TRY(walk.walker.tap("autre-reponse"));
    ESCALE_TRY(walk.walker.tap("reponse:1:garder"));
    ESCALE_TRY(arriveAt(walk, Place::Personne, "conflit-regle"));
    return backToList(walk);
}

/// From the help, to the page of the person and to the list.
Result<void> leaveByHelp(Walk& walk) {
    ESCALE_TRY(walk.choose("personne"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    return backToList(walk);
}

/// The demande of a person, then back to their page by the help.
Result<void> openDemande(Walk& walk) {
    ESCALE_TRY(openByName(walk, "samir", "Samir"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.waitForPage(Page::Question, "une question"));
    ESCALE_TRY(walk.walker.tap("aide"));
    ESCALE_TRY(walk.arrive(Page::Aide, "aide-suivi"));
    return leaveByHelp(walk);
}

Result<void> waitForQuestion(Walk& walk, const QString& id) {
    return walk.walker.waitFor("la question " + id, [&] {
        return walk.parcours.page() == Page::Question &&
               walk.parcours.question()->questionId() == id;
    });
}

/// Louise’s demande is a year old: three questions, then the check page.
Result<void> renewDemande(Walk& walk) {
    ESCALE_TRY(openByName(walk, "louise", "Louise"));
    ESCALE_TRY(arriveAt(walk, Place::Personne, "personne-a-renouveler"));
    ESCALE_TRY(walk.walker.tap("tache:0"));
    ESCALE_TRY(waitForQuestion(walk, "renouveler_toujours"));
    ESCALE_TRY(walk.step("renouveler-toujours"));
    ESCALE_TRY(walk.choose("oui"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForQuestion(walk, "renouveler_change"));
    const auto choices = walk.parcours.question()->choices();
    if (!choices.first().toMap()["selected"].toBool()) // else chosen in another language
        ESCALE_TRY(walk.choose("rien"));
    ESCALE_TRY(walk.step("renouveler-change"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForQuestion(walk, "rfr"));
    ESCALE_TRY(walk.step("renouveler-revenu"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.arrive(Page::Verifier, "renouveler-verifier"));
    ESCALE_TRY(walk.walker.tap("aide"));
    ESCALE_TRY(walk.waitForPage(Page::Aide, "l’aide"));
    return leaveByHelp(walk);
}

/// A document that a person gave: seen, then judged otherwise than the walk before did. Then the
/// points of that person, and how they were worked out.
Result<void> judgeDocument(Walk& walk) {
    auto& pieces = *walk.parcours.adviser()->pieces();
    ESCALE_TRY(openByName(walk, "bere", "Bérénice"));
    ESCALE_TRY(arriveAt(walk, Place::Personne, "personne-avec-documents"));
    ESCALE_TRY(walk.walker.tap("pieces"));
    ESCALE_TRY(arriveAt(walk, Place::Pieces, "documents-donnes"));
    const bool good = pieces.rows().first().toMap()["pillIcon"] == "etat-verifiee";
    ESCALE_TRY(walk.walker.tap("piece:0"));
    ESCALE_TRY(waitForPlace(walk, Place::Juger, "le document"));
    ESCALE_TRY(walk.walker.waitFor(
        "son image", [&] { return !pieces.picture().isEmpty(); }, kSlowMs));
    ESCALE_TRY(walk.step("document-regarde"));
    ESCALE_TRY(walk.walker.tap("refuser-piece"));
    ESCALE_TRY(walk.step("document-refuser"));
    if (!good)
        ESCALE_TRY(walk.walker.tap("retour"));
    ESCALE_TRY(walk.walker.tap(good ? "choix:incomplete" : "continuer"));
    ESCALE_TRY(arriveAt(walk, Place::Pieces, good ? "document-refuse" : "document-verifie"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    ESCALE_TRY(walkWorking(walk));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForPlace(walk, Place::Personne, "la personne"));
    return backToList(walk);
}

} // namespace

Result<void> walkAdviser(Walk& walk) {
    ESCALE_TRY(openDevice(walk));
    ESCALE_TRY(lookForSomebody(walk));
    ESCALE_TRY(lookAtSending(walk));
    ESCALE_TRY(askAgreement(walk));
    ESCALE_TRY(comeBackWithCode(walk));
    ESCALE_TRY(settleConflict(walk));
    ESCALE_TRY(openDemande(walk));
    ESCALE_TRY(renewDemande(walk));
    ESCALE_TRY(judgeDocument(walk));
    return lockDevice(walk);
}

} // namespace escale
