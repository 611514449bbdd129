// SPDX-License-Identifier: GPL-3.0-or-later
// What does not fit is said on its page, stays there to be put right, and nothing else is lost.
#include "tests/client/viewmodels_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

/// The page stays, says why, still holds `typed`, and nothing was written.
void isRefused(BorneAtWork& borne, const QString& typed) {
    const QString page = borne.questionId();
    const auto before = borne.edits();
    borne.type(typed);
    QCOMPARE(borne.questionId(), page);
    QVERIFY2(!borne.parcours->question()->error().isEmpty(), qPrintable(typed.left(40)));
    QCOMPARE(borne.parcours->question()->typed(), typed);
    QCOMPARE(borne.edits(), before);
}

} // namespace

class ViewmodelsBadInputTest : public QObject {
    Q_OBJECT
private slots:
    void aDateThatDoesNotExistIsPutRight() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("naissance");
        for (const char* typed : {"31/2/1985", "29/2/1985", "0/1/1985", "14/13/1985", "1/1/3000"})
            isRefused(borne, typed);
        borne.type("29/2/1984");
        QCOMPARE(textOf(borne.session->answer("demandeur.naissance")), std::string("1984-02-29"));
        QVERIFY(borne.parcours->question()->error().isEmpty());
    }

    void aNumberWithAWrongKeyIsPutRight() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nir");
        for (const char* typed : {"285039558512387", "28503955851238", "abc"})
            isRefused(borne, typed);
        borne.type("285039558512386");
        QCOMPARE(textOf(borne.session->answer("demandeur.nir")), std::string("285039558512386"));
    }

    void aNameOfTenThousandLettersIsCutWhereThePageEnds() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        auto& question = *borne.parcours->question();
        question.setTyped(QString(10'000, QLatin1Char('a')));
        QCOMPARE(question.typed().size(), qsizetype(question.maximumLength()));
        QVERIFY(question.maximumLength() >= 100);
        borne.parcours->next();
        QVERIFY(borne.questionId() != "nom");
    }

    void namesOfAnyScriptAreKeptAndSignsAreRefused() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        for (const char* typed : {"Lina 🏠", "Lina2", "<Lina>"})
            isRefused(borne, QString::fromUtf8(typed));
        for (const char* name : {"بن عروس", "Нікітенко", "Nguyễn", "阮氏明", "O’Brien"}) {
            borne.type(QString::fromUtf8(name));
            QCOMPARE(textOf(borne.session->answer("demandeur.nom")), std::string(name));
            borne.parcours->back();
            QCOMPARE(borne.questionId(), QString("nom"));
            QCOMPARE(borne.parcours->question()->typed(), QString::fromUtf8(name));
        }
    }

    void aTownThatIsNotFoundStaysWritten() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("travail_commune");
        isRefused(borne, "Atlantide");
        isRefused(borne, "Saint-Denis");
        borne.type("saint denis 93200");
        QCOMPARE(textOf(borne.session->answer("demandeur.travail.commune")), std::string("93066"));
    }

    void aTownOfCorsicaIsATown() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("travail_commune");
        borne.parcours->question()->setTyped("ajacc");
        const auto towns = borne.parcours->question()->suggestions();
        QCOMPARE(towns.value(0).toMap()["insee"].toString(), QString("2A004"));
        borne.parcours->question()->choose("2A004");
        borne.parcours->next();
        QCOMPARE(textOf(borne.session->answer("demandeur.travail.commune")), std::string("2A004"));
    }

    void aPostcodeOfFortyTownsIsNarrowed() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("travail_commune");
        auto& question = *borne.parcours->question();
        question.setTyped("51300");
        QCOMPARE(question.suggestions().size(), qsizetype{6});
        question.setTyped("51300 hau");
        QCOMPARE(question.suggestions().size(), qsizetype{1});
        QCOMPARE(question.suggestions().value(0).toMap()["insee"].toString(), QString("51284"));
        QCOMPARE(question.suggestions().value(0).toMap()["postcode"].toString(), QString("51300"));
    }

    void aTownOfAnAddressIsNarrowedByItsPostcodeToo() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        const QString path = "demandeur.adresse.";
        question.setField(path + "code_postal", "51300");
        QCOMPARE(question.suggestions().size(), qsizetype{6});
        question.setField(path + "commune", "hau");
        QCOMPARE(question.suggestions().size(), qsizetype{1});
        QCOMPARE(question.suggestions().value(0).toMap()["insee"].toString(), QString("51284"));
        question.setField(path + "commune", "sarcel"); // the postcode was the wrong one
        QCOMPARE(question.suggestions().value(0).toMap()["insee"].toString(), QString("95585"));
        question.setField(path + "code_postal", {});
        question.choose("95585");
        QCOMPARE(question.fields().value(3).toMap()["typed"].toString(), QString("95200"));
    }

    void anAddressAbroadIsTakenWithItsTownThenItsCountry() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        const QString path = "demandeur.adresse.";
        question.setField(path + "code_postal", "1000");
        question.setAbroad(true);
        QCOMPARE(question.fields().size(), qsizetype{3});
        question.setField(path + "voie", "rue Haute");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("adresse")); // no town yet
        QVERIFY(!question.error().isEmpty());
        question.setField(path + "complement", "1000 Bruxelles");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("adresse_pays"));
        question.setTyped("Belgique");
        borne.parcours->next();
        QCOMPARE(borne.session->answer("demandeur.adresse.code_postal"), Value(Marker::none));
        QCOMPARE(textOf(borne.session->answer("demandeur.adresse.complement")),
                 std::string("1000 Bruxelles"));
        QCOMPARE(textOf(borne.session->answer("demandeur.adresse.pays")), std::string("Belgique"));
        borne.parcours->back();
        borne.parcours->back();
        QVERIFY(question.abroad()); // found again as it was left
        question.setAbroad(false);
        QCOMPARE(question.fields().size(), qsizetype{5});
    }

    void lettersThatGoAbroadAreTakenToo() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("postale_differente");
        auto& question = *borne.parcours->question();
        question.choose("oui");
        borne.parcours->next();
        question.setTyped("Awa Diallo");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("postale"));
        const QString path = "demandeur.postale.";
        question.setAbroad(true);
        question.setField(path + "voie", "rue Haute");
        question.setField(path + "complement", "1000 Bruxelles");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("postale_pays"));
        question.setTyped("Belgique");
        borne.parcours->next();
        QCOMPARE(textOf(borne.session->answer("demandeur.postale.pays")), std::string("Belgique"));
    }

    void lettersAreNoAmount() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("rfr");
        for (const char* typed : {"mille", "12abc", "-5", "9999999"})
            isRefused(borne, typed);
        borne.type("14 880 €");
        QCOMPARE(borne.session->answer("revenus.rfr_n2"), Value(std::int64_t{14'880}));
    }

    void aChildOlderThanThePersonIsPutRight() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("personne_naissance");
        const QString item = borne.parcours->question()->item();
        borne.type("2/9/1970");
        borne.goTo("personne_lien");
        borne.parcours->question()->choose("enfant");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("personne_lien"));
        QCOMPARE(borne.parcours->question()->error(), QString("erreur.date.enfant"));
        borne.parcours->question()->choose("parent");
        borne.parcours->next();
        QVERIFY(borne.questionId() != "personne_lien");
        QCOMPARE(textOf(borne.session->answer(item.toStdString() + ".naissance")),
                 std::string("1970-09-02"));
    }

    void whatIsWrongAndLeftIsStillThere() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("naissance");
        isRefused(borne, "31/2/1985");
        borne.parcours->back();
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("naissance"));
        QCOMPARE(borne.parcours->question()->typed(), QString("31/2/1985"));
    }
};

QTEST_MAIN(ViewmodelsBadInputTest)
#include "viewmodels_bad_input_test.moc"
