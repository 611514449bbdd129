// SPDX-License-Identifier: GPL-3.0-or-later
// One person: the agreement, what is left to do, two answers to one question.
#include "tests/client/tablet_at_work.h"
#include "tests/client/viewmodels_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;
using Place = Adviser::Place;

namespace {

client::Agreement agreement(TabletAtWork& tablet, const QString& id) {
    return client::agreementOf(tablet.read(id), tablet.workspace->profile().device);
}

/// The place of the task of that kind on the page of the person.
int taskOf(TabletAtWork& tablet, const QString& action) {
    const auto tasks = tablet.adviser().person()->tasks();
    for (int i = 0; i < tasks.size(); ++i)
        if (tasks[i].toMap()["action"].toString() == action)
            return i;
    return -1;
}

/// Somebody whose demande is on the page of the NIR.
QString personAskedTheirNir(TabletAtWork& tablet) {
    const auto id = tablet.addPerson("Samir", "Belghazi", true,
                                     {{"demande.nature", "premiere"},
                                      {"demandeur.civilite", "m"},
                                      {"demandeur.nom_usage", "n_en_a_pas"},
                                      {"demandeur.naissance", "14/3/1985"},
                                      {"demandeur.nationalite", "francaise"}});
    tablet.adviser().openPerson(id);
    tablet.adviser().continueDemande();
    if (tablet.parcours->question()->questionId() != "nir")
        qFatal("%s", qPrintable(tablet.parcours->question()->questionId()));
    return id;
}

} // namespace

class AdviserPersonTest : public QObject {
    Q_OBJECT
private slots:
    void nothingOfAPersonIsOpenedBeforeTheyAgree() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Milena", "Horvatic", false);
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Accord);
        QCOMPARE(tablet.adviser().askedName(), QString("Milena Horvatic"));
        QVERIFY(!tablet.adviser().askedAgain());
        QVERIFY(!tablet.session->isOpen());
        QVERIFY(tablet.adviser().person()->tasks().isEmpty());
        tablet.adviser().refuse();
        QCOMPARE(tablet.place(), Place::Personnes);
        QVERIFY(!tablet.session->isOpen());
        QCOMPARE(agreement(tablet, id), client::Agreement::notAsked);
    }

    void theAgreementIsAnEditWithItsAuthorAndPlace() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Milena", "Horvatic", false);
        tablet.adviser().openPerson(id);
        tablet.adviser().agree();
        QCOMPARE(tablet.place(), Place::Personne);
        QVERIFY(tablet.session->isOpen());
        const auto& profile = tablet.workspace->profile();
        const std::string item = client::agreementItem(profile.device);
        const auto dossier = tablet.read(id);
        QCOMPARE(dossier.answer(item + ".accord"), Value(true));
        QCOMPARE(textOf(dossier.answer(item + ".lieu")), profile.site);
        const auto& origin = dossier.fields.at(item + ".accord").origin;
        QCOMPARE(origin.author, std::string("mediateur"));
        QCOMPARE(origin.device.str(), profile.device.str());
        tablet.adviser().showPeople();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Personne); // asked once on this device
    }

    void whatIsTakenBackClosesTheDossierUntilTheyAgreeAgain() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Samir", "Belghazi");
        tablet.adviser().openPerson(id);
        tablet.adviser().askToRevoke();
        QCOMPARE(tablet.place(), Place::Retirer);
        tablet.adviser().revoke();
        QCOMPARE(tablet.place(), Place::Personnes);
        QVERIFY(!tablet.session->isOpen());
        QVERIFY(tablet.adviser().person()->name().isEmpty());
        QCOMPARE(agreement(tablet, id), client::Agreement::withdrawn);
        QCOMPARE(tablet.adviser().people()->rows().first().toMap()["needsTitle"].toString(),
                 QString("suivi.accord_retire"));
        tablet.restart();
        tablet.open();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Accord);
        QVERIFY(tablet.adviser().askedAgain());
        tablet.adviser().agree();
        QCOMPARE(tablet.place(), Place::Personne);
        QCOMPARE(agreement(tablet, id), client::Agreement::given);
    }

    void theAgreementOfAnotherDeviceIsNotOurs() {
        TabletAtWork tablet;
        tablet.open();
        const auto other = newId<DeviceId>(tablet.device.clock, tablet.device.random);
        const std::string item = client::agreementItem(other);
        const auto id = tablet.addPerson("Milena", "Horvatic", false,
                                         {{item, "oui"}, {item + ".accord", "oui"}});
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Accord);
    }

    void aNewPersonAgreesBeforeTheirFirstAnswer() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().newPerson();
        QCOMPARE(tablet.place(), Place::Accord);
        tablet.adviser().agree();
        QCOMPARE(tablet.parcours->page(), Page::Accueil);
        QCOMPARE(tablet.adviser().people()->allCount(), 0); // nothing is written yet
        tablet.parcours->begin();
        tablet.parcours->question()->choose("premiere");
        tablet.parcours->next();
        tablet.adviser().showPerson();
        QCOMPARE(tablet.place(), Place::Personne);
        tablet.adviser().showPeople();
        QCOMPARE(tablet.adviser().people()->allCount(), 1);
        const auto id = tablet.adviser().people()->people().first().id;
        QCOMPARE(agreement(tablet, id), client::Agreement::given);
    }

    void aNewPersonWhoLeavesAtOnceLeavesNothing() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().newPerson();
        tablet.adviser().agree();
        tablet.parcours->back();
        QCOMPARE(tablet.place(), Place::Personnes);
        QCOMPARE(tablet.adviser().people()->allCount(), 0);
    }

    void thePapersAreThoseOfThePersonAndComeBackToTheirPage() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().openPerson(tablet.addPerson("Samir", "Belghazi"));
        tablet.adviser().openPapers();
        QCOMPARE(tablet.parcours->page(), Page::Emporter);
        auto& departure = *tablet.parcours->departure();
        for (const auto* kind : {"recap", "pieces", "recu"}) {
            departure.openPaper(kind);
            QCOMPARE(tablet.parcours->page(), Page::Papier);
            QVERIFY(!departure.papers()->words().isEmpty());
            if (QLatin1String(kind) == QLatin1String("recap"))
                QVERIFY(departure.papers()->words().contains("Belghazi"));
            tablet.parcours->back();
            QCOMPARE(tablet.parcours->page(), Page::Emporter);
        }
        tablet.parcours->preferences()->setLanguage("ar");
        tablet.parcours->back();
        QCOMPARE(tablet.parcours->page(), Page::Suivi);
        QCOMPARE(tablet.place(), Place::Personne);
        QCOMPARE(tablet.parcours->preferences()->language(), QString("fr"));
        tablet.adviser().openPapers(); // theirs is remembered
        QCOMPARE(tablet.parcours->preferences()->language(), QString("ar"));
    }

    void whatWasHalfTypedOutlivesTheProgramAndIsAskedAbout() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = personAskedTheirNir(tablet);
        tablet.parcours->question()->setTyped("28503955");
        QTRY_VERIFY(!tablet.session->draft().value().empty());
        QVERIFY(!tablet.device.holds("28503955")); // sealed
        tablet.restart();
        tablet.open();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Reprendre);
        tablet.adviser().draft()->resume();
        QCOMPARE(tablet.parcours->page(), Page::Question);
        QCOMPARE(tablet.parcours->question()->questionId(), QString("nir"));
        QCOMPARE(tablet.parcours->question()->typed(), QString("28503955"));
    }

    void whatWasHalfTypedIsErasedOnDemand() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = personAskedTheirNir(tablet);
        tablet.parcours->question()->setTyped("28503955");
        tablet.adviser().lockDevice(); // flushed at once
        tablet.open();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Reprendre);
        tablet.adviser().draft()->erase();
        QCOMPARE(tablet.place(), Place::Personne);
        QVERIFY(tablet.session->draft().value().empty());
        tablet.restart();
        tablet.open();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Personne);
    }

    void anAnswerThatWasKeptIsNoDraft() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = personAskedTheirNir(tablet);
        tablet.parcours->question()->setTyped("285039558512386");
        QTRY_VERIFY(!tablet.session->draft().value().empty());
        tablet.parcours->next();
        QTRY_VERIFY(tablet.session->draft().value().empty());
        tablet.restart();
        tablet.open();
        tablet.adviser().openPerson(id);
        QCOMPARE(tablet.place(), Place::Personne);
    }

    void eachTaskOpensItsQuestionAndComesBack() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().openPerson(tablet.addPerson("Samir", "Belghazi"));
        const int index = taskOf(tablet, "question");
        QVERIFY(index >= 0);
        const auto before = tablet.adviser().person()->row().tasks.size();
        tablet.adviser().openTask(index);
        QCOMPARE(tablet.parcours->page(), Page::Question);
        const auto asked = tablet.parcours->question()->questionId();
        QCOMPARE(asked, QString("nature"));
        tablet.parcours->question()->choose("premiere");
        tablet.parcours->next();
        QCOMPARE(tablet.parcours->page(), Page::Suivi);
        QCOMPARE(tablet.place(), Place::Personne);
        QVERIFY(tablet.adviser().person()->row().tasks.size() < before);
    }

    void theDemandeGoesOnAtItsFirstUnansweredQuestion() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().openPerson(
            tablet.addPerson("Samir", "Belghazi", true, {{"demande.nature", "premiere"}}));
        tablet.adviser().continueDemande();
        QCOMPARE(tablet.parcours->page(), Page::Question);
        QCOMPARE(tablet.parcours->question()->questionId(), QString("civilite"));
    }

    void goingBackToTheListKeepsWhatWasTyped() {
        TabletAtWork tablet;
        tablet.open();
        const auto samir = tablet.addPerson("Samir", "Belghazi");
        const auto louise = tablet.addPerson("Louise", "Tramblay");
        tablet.adviser().openPerson(samir);
        tablet.adviser().openRecap();
        tablet.parcours->change("telephone", {});
        tablet.parcours->question()->setTyped("06 39 9"); // does not fit
        tablet.adviser().showPeople();
        tablet.adviser().openPerson(louise);
        tablet.adviser().openRecap();
        tablet.parcours->change("telephone", {});
        QCOMPARE(tablet.parcours->question()->typed(), QString("0639981234"));
        tablet.adviser().showPeople();
        tablet.adviser().openPerson(samir);
        tablet.adviser().openRecap();
        tablet.parcours->change("telephone", {});
        QCOMPARE(tablet.parcours->question()->typed(), QString("06399"));
    }

    void theListIsInTheLanguageOfTheAdviser() {
        TabletAtWork tablet;
        tablet.open();
        tablet.adviser().openPerson(tablet.addPerson("Samir", "Belghazi"));
        tablet.adviser().continueDemande();
        tablet.parcours->openLanguages();
        tablet.parcours->chooseLanguage("ar");
        QCOMPARE(tablet.parcours->page(), Page::Question);
        tablet.adviser().showPerson();
        QCOMPARE(tablet.parcours->preferences()->language(), QString("fr"));
        tablet.adviser().continueDemande();
        QCOMPARE(tablet.parcours->preferences()->language(), QString("ar"));
    }

    void twoAnswersAreShownWithWhoWhereAndWhen() {
        const SaidAs words({{"conflit.borne.lieu", "Borne, %1"}, {"moment", "%1, %2"}});
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(id);
        tablet.adviser().openPerson(id);
        tablet.adviser().openTask(taskOf(tablet, "conflit"));
        QCOMPARE(tablet.place(), Place::Conflit);
        auto& conflict = *tablet.adviser().conflict();
        QCOMPARE(conflict.title(), QString("question.loyer"));
        QCOMPARE(conflict.count(), 2);
        const auto first = conflict.answers()[0].toMap();
        const auto second = conflict.answers()[1].toMap();
        QCOMPARE(first["value"].toString(), QString("620\u00a0€"));
        QCOMPARE(second["value"].toString(), QString("660\u00a0€"));
        QCOMPARE(first["who"].toString(), QString("conflit.dit_par"));
        QCOMPARE(first["device"].toString(), QString("Borne, Mairie de Gonesse"));
        QCOMPARE(first["deviceIcon"].toString(), QString("borne"));
        QCOMPARE(second["who"].toString(), QString("conflit.ecrit_par"));
        QCOMPARE(second["device"].toString(), QString("conflit.cet_appareil"));
        QVERIFY(!second["when"].toString().isEmpty());
        QVERIFY(first["when"].toString() != second["when"].toString());
        QCOMPARE(QString(conflict.phone()).replace(QChar(0x00a0), u' '), QString("06 39 98 12 34"));
    }

    void keepingOneAnswerClosesTheConflictForGood() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(id);
        tablet.adviser().openPerson(id);
        tablet.adviser().openTask(taskOf(tablet, "conflit"));
        tablet.adviser().keepAnswer(1);
        QCOMPARE(tablet.place(), Place::Personne);
        QCOMPARE(taskOf(tablet, "conflit"), -1);
        QVERIFY(tablet.read(id).conflicts.empty());
        QCOMPARE(tablet.read(id).answer("logement_actuel.loyer"), Value(std::int64_t{660}));
        const auto sent = tablet.workspace->store().nextBatch(10).value().edits.back();
        QVERIFY(!sent.closes.empty());
        QCOMPARE(sent.changes.front().value, Value(std::int64_t{660}));
    }

    void whatThePersonSaysClosesItToo() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(id);
        tablet.adviser().openPerson(id);
        tablet.adviser().openTask(taskOf(tablet, "conflit"));
        tablet.adviser().askPerson();
        QCOMPARE(tablet.parcours->page(), Page::Question);
        QCOMPARE(tablet.parcours->question()->questionId(), QString("loyer"));
        tablet.parcours->question()->setTyped("640");
        tablet.parcours->next();
        QCOMPARE(tablet.place(), Place::Personne);
        QVERIFY(tablet.read(id).conflicts.empty());
        QCOMPARE(tablet.read(id).answer("logement_actuel.loyer"), Value(std::int64_t{640}));
    }

    void leavingTheQuestionBackwardsSettlesNothing() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(id);
        tablet.adviser().openPerson(id);
        tablet.adviser().openTask(taskOf(tablet, "conflit"));
        tablet.adviser().askPerson();
        tablet.parcours->back();
        QCOMPARE(tablet.place(), Place::Personne);
        QCOMPARE(tablet.read(id).conflicts.size(), std::size_t{1});
    }

    void aRefusedPhotoIsATaskThatOpensTheDocuments() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Louise", "Tramblay");
        tablet.session->open(DossierId(id.toStdString())).value();
        tablet.session->addPiece("identite", {jpegWithPlace()}).value();
        tablet.session->close();
        tablet.receive({tablet.read(id)});
        const auto page = tablet.workspace->store().waitingPages().value().front();
        tablet.workspace->store().pageRefused(page.sha256Hex, fail(Errc::unreadableImage)).value();
        tablet.adviser().people()->forget();
        tablet.adviser().openPerson(id);
        const auto task = tablet.adviser().person()->tasks().first().toMap();
        QCOMPARE(task["title"].toString(), QString("suivi.photo_refusee"));
        QVERIFY(task["decide"].toBool());
        tablet.adviser().openTask(0);
        QCOMPARE(tablet.parcours->page(), Page::Documents);
        tablet.parcours->next();
        QCOMPARE(tablet.place(), Place::Personne);
    }
};

QTEST_MAIN(AdviserPersonTest)
#include "adviser_person_test.moc"
