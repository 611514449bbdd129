// SPDX-License-Identifier: GPL-3.0-or-later
// Which pièces, for whom, how fresh, and in which state.
#include "shared/dossier/judgement.h"
#include "shared/pieces/status.h"

#include "dossier_support.h"
#include "foyer.h"

#include <QtTest>

#include <set>

using namespace escale;
using namespace escale::test;
using namespace escale::pieces;

namespace {

/// "enfants personnes_a_charge 1, personnes_a_charge 2": the items by their place.
std::string readable(const Need& need, const Dossier& dossier) {
    std::string text = need.code;
    for (std::size_t i = 0; i < need.people.size(); ++i) {
        std::string person = need.people[i];
        if (const auto open = person.find('['); open != std::string::npos) {
            const auto ids = dossier.items(person.substr(0, open));
            const auto found = std::find(ids.begin(), ids.end(),
                                         person.substr(open + 1, person.size() - open - 2));
            person = person.substr(0, open) + ' ' + std::to_string(found - ids.begin() + 1);
        }
        text += (i == 0 ? " : " : ", ") + person;
    }
    return text;
}

/// A pièce put in a dossier; the fields that are empty are not set.
struct Paper {
    std::string type;
    std::string person = {};
    Date issued = {};
    Date expires = {};
    int pages = 1;
};

std::string give(Dossier& dossier, unsigned rank, const Paper& paper) {
    const std::string id = uuid(0xE0000 + rank);
    const std::string base = "pieces[" + id + "]";
    put(dossier, base, true);
    put(dossier, base + ".type", paper.type);
    if (!paper.person.empty())
        put(dossier, base + ".pour", paper.person);
    if (!paper.issued.empty())
        put(dossier, base + ".emise_le", paper.issued.iso());
    if (!paper.expires.empty())
        put(dossier, base + ".expire_le", paper.expires.iso());
    TextList pages;
    for (int i = 0; i < paper.pages; ++i)
        pages.push_back(id + std::to_string(i));
    put(dossier, base + ".pages", pages);
    return id;
}

/// What an agent says of the piece as it is now.
void judge(Dossier& dossier, const std::string& id, const char* verdict) {
    put(dossier, "pieces[" + id + "].avis", verdict);
    put(dossier, "pieces[" + id + "].avis_sur", judgedFacts(dossier, id));
}

Need household(std::vector<Accepted> accepted) {
    Need need;
    need.code = "essai";
    need.accepted = std::move(accepted);
    return need;
}

State stateFor(const Need& need, const Dossier& dossier, const Date& today,
               const PageStates& queue = {}) {
    return statusesOf({need}, givenPieces(dossier, queue), today).front().state;
}

} // namespace

class PiecesTest : public QObject {
    Q_OBJECT
private slots:
    void eachHouseholdIsAskedForItsOwn_data() { foyerRows(); }

    void eachHouseholdIsAskedForItsOwn() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        std::vector<std::string> needs;
        for (const Need& need : neededPieces(foyer.dossier(), foyer.today()))
            needs.push_back(readable(need, foyer.dossier()));
        if (qEnvironmentVariableIsSet("ESCALE_SHOW_PAGES"))
            qInfo("%s", joined(needs).constData());
        QCOMPARE(joined(needs), joined(foyer.texts("pieces")));
    }

    void nothingAnsweredAsksForAnIdentityCardAndAnAvis() {
        const auto needs = neededPieces(Dossier(), kToday);
        QCOMPARE(needs.size(), std::size_t{2});
        QCOMPARE(needs[0].code, std::string("identite"));
        QCOMPARE(needs[0].group, Group::registration);
        QCOMPARE(needs[1].code, std::string("avis"));
        QCOMPARE(needs[1].incomeYear(kToday), 2024);
    }

    void anAnswerThatIsNoLongerAskedCallsForNothing() {
        Dossier dossier;
        put(dossier, "logement_actuel.categorie", "hlm");
        put(dossier, "situation.expulsion", true);
        const auto has = [&](const char* code) {
            for (const Need& need : neededPieces(dossier, kToday))
                if (need.code == code)
                    return true;
            return false;
        };
        QVERIFY(has("expulsion") && has("bail") && has("quittance"));
        put(dossier, "logement_actuel.categorie", "sans_abri");
        QVERIFY(!has("expulsion") && !has("bail") && has("sans_abri"));
    }

    void whoIsRecognisedByTheDaloProvesIt() {
        Dossier dossier;
        put(dossier, "situation.dalo", true);
        bool found = false;
        for (const Need& need : neededPieces(dossier, kToday))
            found = found || need.accepts("dalo") != nullptr;
        QVERIFY(found);
        put(dossier, "situation.dalo", Marker::doNotKnow);
        for (const Need& need : neededPieces(dossier, kToday))
            QVERIFY(need.accepts("dalo") == nullptr);
    }

    void everyTypeAskedForCanBeKeptAndFound() {
        for (const Rule& rule : pieceRules().all()) {
            QVERIFY2(
                !pieceRules().sourceTitle(rule.source.substr(0, rule.source.find(':'))).empty(),
                rule.code.c_str());
            for (const Accepted& accepted : rule.accepted)
                QVERIFY(catalogue().findCode("piece", accepted.type) != nullptr);
        }
        for (const CodeEntry& entry : *catalogue().codeList("piece")) {
            QVERIFY2(pieceRules().document(entry.code) != nullptr, entry.code.c_str());
            QVERIFY2(!entry.picto.empty(), entry.code.c_str());
        }
    }

    void freshnessCountsToTheDay_data() {
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("issued");
        QTest::addColumn<QString>("lastGood");
        QTest::newRow("three months") << 3 << "2026-08-21"
                                      << "2026-11-21";
        QTest::newRow("a short month") << 3 << "2025-11-30"
                                       << "2026-02-28";
        QTest::newRow("a short month of a leap year") << 3 << "2027-11-30"
                                                      << "2028-02-29";
        QTest::newRow("from 29 February") << 12 << "2024-02-29"
                                          << "2025-02-28";
        QTest::newRow("from 29 February to the next") << 48 << "2024-02-29"
                                                      << "2028-02-29";
        QTest::newRow("two years") << 24 << "2024-11-21"
                                   << "2026-11-21";
    }

    void freshnessCountsToTheDay() {
        QFETCH(int, months);
        QFETCH(QString, issued);
        QFETCH(QString, lastGood);
        Freshness rule;
        rule.months = months;
        const PieceDates dates{parseIsoDate(issued.toStdString()).value(), {}};
        const Date last = lastGoodDay(rule, dates);
        QCOMPARE(QString::fromStdString(last.iso()), lastGood);
        QVERIFY(!isStale(rule, dates, last));
        QVERIFY(isStale(rule, dates, addDays(last, 1)));
    }

    void anAvisIsOfTwoYearsAgoOrLater() {
        Freshness rule;
        rule.incomeYear = -2;
        const PieceDates avis{{2025, 8, 4}, {}}; // on the income of 2024
        QVERIFY(!isStale(rule, avis, {2026, 12, 31}));
        QVERIFY(isStale(rule, avis, {2027, 1, 1}));
        QVERIFY(!isStale(rule, {{2026, 8, 4}, {}}, {2026, 11, 21}));
    }

    void aDayOfValidityCountsOnlyWhereItIsAskedFor() {
        Freshness inDate;
        inDate.inDate = true;
        const PieceDates card{{}, {2026, 11, 21}};
        QVERIFY(!isStale(inDate, card, {2026, 11, 21}));
        QVERIFY(isStale(inDate, card, {2026, 11, 22}));
        QVERIFY(!isStale({}, card, {2030, 1, 1}));
        QVERIFY(!isStale(inDate, {}, {2030, 1, 1})); // nobody knows
    }

    void oneOfSeveralIsEnough() {
        const Need need = household({{"hotel", {}}, {"rapport", {}}});
        Dossier dossier;
        QCOMPARE(stateFor(need, dossier, kToday), State::toProvide);
        give(dossier, 1, {.type = "bail"});
        QCOMPARE(stateFor(need, dossier, kToday), State::toProvide);
        give(dossier, 2, {.type = "rapport"});
        QCOMPARE(stateFor(need, dossier, kToday), State::kept);
    }

    void anOldOneIsReplacedByANewOne() {
        Freshness three;
        three.months = 3;
        const Need need = household({{"quittance", three}});
        Dossier dossier;
        give(dossier, 1, {.type = "quittance", .issued = {2026, 8, 20}});
        QCOMPARE(stateFor(need, dossier, kToday), State::expired);
        QVERIFY(isWanted(State::expired));
        give(dossier, 2, {.type = "quittance", .issued = {2026, 11, 2}});
        const auto status = statusesOf({need}, givenPieces(dossier), kToday).front();
        QCOMPARE(status.state, State::kept);
        QCOMPARE(status.goodUntil, (Date{2027, 2, 2}));
    }

    void aCommonAvisStandsForTheCoupleAndForNobodyElse() {
        Need couple = household({{"avis_imposition", {}}});
        couple.people = {"demandeur", "codemandeurs[a]"};
        couple.oneForAll = true;
        Need other = couple;
        other.people = {"codemandeurs[b]"};
        other.oneForAll = false;
        Dossier dossier;
        give(dossier, 1, {.type = "avis_imposition", .person = "demandeur"});
        QCOMPARE(stateFor(couple, dossier, kToday), State::kept);
        QCOMPARE(stateFor(other, dossier, kToday), State::toProvide);
        give(dossier, 2, {.type = "avis_imposition", .person = "codemandeurs[b]"});
        QCOMPARE(stateFor(other, dossier, kToday), State::kept);
    }

    void aBirthCertificateIsOfOneChildAFamilyBookOfAll() {
        Need children = household({{"livret_famille", {}}, {"acte_naissance", {}}});
        children.people = {"personnes_a_charge[a]", "personnes_a_charge[b]"};
        Dossier dossier;
        give(dossier, 1, {.type = "acte_naissance", .person = "personnes_a_charge[b]"});
        auto status = statusesOf({children}, givenPieces(dossier), kToday).front();
        QCOMPARE(status.state, State::toProvide);
        QCOMPARE(status.lacking, std::vector<std::string>{"personnes_a_charge[a]"});
        give(dossier, 2, {.type = "acte_naissance"});
        QCOMPARE(stateFor(children, dossier, kToday), State::kept);
        Dossier book;
        give(book, 1, {.type = "livret_famille"});
        QCOMPARE(stateFor(children, book, kToday), State::kept);
    }

    void aPieceGoesFromTheDeviceToTheRegister() {
        const Need need = household({{"bail", {}}});
        Dossier dossier;
        const std::string id = give(dossier, 1, {.type = "bail", .pages = 2});
        const auto state = [&](const PageStates& queue = {}) {
            return stateFor(need, dossier, kToday, queue);
        };
        QCOMPARE(state(), State::kept);
        QCOMPARE(state({{id + "0", PageState::sent}, {id + "1", PageState::waiting}}), State::kept);
        QCOMPARE(state({{id + "0", PageState::sent}, {id + "1", PageState::sent}}), State::sent);
        QCOMPARE(state({{id + "0", PageState::sent}, {id + "1", PageState::refused}}),
                 State::unusable);
        dossier.pieces = {{PieceId(id), 2, 1}};
        QCOMPARE(state(), State::kept);
        dossier.pieces = {{PieceId(id), 2, 2}};
        QCOMPARE(state(), State::sent);
        dossier.numeroUnique = "095112600000195000";
        QCOMPARE(state(), State::present);
        judge(dossier, id, "validee");
        QCOMPARE(state(), State::validated);
        judge(dossier, id, "refusee");
        put(dossier, "pieces[" + id + "].refus", "incomplete");
        const auto status = statusesOf({need}, givenPieces(dossier), kToday).front();
        QCOMPARE(status.state, State::refused);
        QCOMPARE(status.refusal, std::string("incomplete"));
    }

    void whatWasValidatedStillGrowsOld() {
        Freshness three;
        three.months = 3;
        const Need need = household({{"quittance", three}});
        Dossier dossier;
        const auto id = give(dossier, 1, {.type = "quittance", .issued = {2026, 11, 1}});
        judge(dossier, id, "validee");
        QCOMPARE(stateFor(need, dossier, {2027, 2, 1}), State::validated);
        QCOMPARE(stateFor(need, dossier, {2027, 2, 2}), State::expired);
    }

    void whatNobodyAskedForIsStillThere() {
        Dossier dossier;
        give(dossier, 1, {.type = "autre"});
        give(dossier, 2, {.type = "bail"});
        const auto rest = besides({household({{"bail", {}}})}, givenPieces(dossier));
        QCOMPARE(rest.size(), std::size_t{1});
        QCOMPARE(rest.front().type, std::string("autre"));
    }

    void everyMoveIsOneOfThose() {
        QCOMPARE(
            moves(Actor::person),
            QByteArray("a_fournir>prise hors_perimetre>prise inexploitable>prise refusee>prise "
                       "expiree>prise prise>a_fournir prise>gardee gardee>a_fournir "
                       "gardee>prise envoyee>prise presente>prise"));
        QCOMPARE(moves(Actor::server), QByteArray("gardee>inexploitable gardee>envoyee "
                                                  "envoyee>inexploitable envoyee>presente"));
        QCOMPARE(moves(Actor::calendar), QByteArray("gardee>expiree envoyee>expiree "
                                                    "presente>expiree validee>expiree"));
        QVERIFY(canMove(State::present, State::validated, Actor::agent));
        QVERIFY(canMove(State::validated, State::refused, Actor::agent));
        QVERIFY(canMove(State::refused, State::validated, Actor::agent));
        QVERIFY(!canMove(State::expired, State::validated, Actor::agent));
        QVERIFY(!canMove(State::toProvide, State::validated, Actor::agent));
        QVERIFY(!canMove(State::taken, State::refused, Actor::agent));
        QVERIFY(!canMove(State::present, State::kept, Actor::agent));
    }

    void everyStateHasItsName() {
        std::set<std::string_view> names;
        for (const State state : kStates) {
            names.insert(stateName(state));
            QCOMPARE(stateFromName(stateName(state)), std::optional(state));
        }
        QCOMPARE(names.size(), kStates.size());
        QVERIFY(!stateFromName("perdue"));
    }

    void faultsOfTheDataAreNamed_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("type") << QByteArray("\"type\": \"bail\"")
                              << QByteArray("\"type\": \"bai\"");
        QTest::newRow("field") << QByteArray("situation.dalo") << QByteArray("situation.dallo");
        QTest::newRow("member") << QByteArray("\"mois\"") << QByteArray("\"moi\"");
        QTest::newRow("source") << QByteArray("\"notice: ") << QByteArray("\"autre: ");
        QTest::newRow("twice") << QByteArray("\"code\": \"avis\"")
                               << QByteArray("\"code\": \"identite\"");
        QTest::newRow("format") << QByteArray("escale-pieces/1") << QByteArray("escale-pieces/9");
    }

    void faultsOfTheDataAreNamed() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFile file(ESCALE_PIECES_JSON);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray data = file.readAll();
        QVERIFY(Rules::load(data.toStdString(), catalogue()).has_value());
        QVERIFY(data.contains(from));
        data.replace(from, to);
        QVERIFY(Rules::load(data.toStdString(), catalogue()).has_error());
    }

private:
    static QByteArray moves(Actor actor) {
        QByteArrayList all;
        for (const State from : kStates)
            for (const State to : kStates)
                if (canMove(from, to, actor))
                    all.append(QByteArray::fromStdString(std::string(stateName(from)) + '>' +
                                                         std::string(stateName(to))));
        return all.join(' ');
    }
};

QTEST_GUILESS_MAIN(PiecesTest)
#include "pieces_test.moc"
