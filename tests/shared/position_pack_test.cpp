// SPDX-License-Identifier: GPL-3.0-or-later
// Packs that are taken, and packs that are refused; ranks by counting; invented demandes.
#include "shared/cotation/block.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/engine.h"
#include "shared/crypto/sign.h"
#include "shared/position/pack.h"
#include "shared/position/population_csv.h"
#include "shared/position/rank.h"

#include <QtTest>

#include <map>

using namespace escale;
using namespace escale::position;

namespace {

constexpr Date kDay{2026, 10, 1};

const cotation::Bareme& roissy() {
    static const auto bareme = cotation::loadBareme(cotation::roissyPaysDeFrance()).value();
    return bareme;
}

/// An EPCI of the size of Roissy.
const Distribution& wholeEpci() {
    static const Distribution built = [] {
        cotation::Columns columns(roissy(), kDay);
        Population population(roissy(), 1, kDay);
        std::vector<Scored> all;
        for (int i = 0; i < 22'512; ++i) {
            const Demande one = population.next();
            columns.add(one.facts, one.asked);
            all.push_back({one.asked.insee(), one.typology, 0});
        }
        const auto totals = scoreAll(columns, cotation::Wanted::retained);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].note = totals.retained[i];
        Distribution head;
        head.epci = "200055655";
        head.bareme = roissy().id();
        head.baremeVersion = roissy().version();
        head.date = kDay;
        head.invented = true;
        head.edges = defaultEdges(255);
        return build(std::move(head), all).value();
    }();
    return built;
}

const crypto::KeyPair& key() {
    static const auto pair = crypto::newEd25519().value();
    return pair;
}

const Bytes& pack() {
    static const Bytes bytes = sealPack(wholeEpci(), key().privatePem, key().publicPem).value();
    return bytes;
}

QByteArray refusal(ByteView bytes, Errc code, const std::string& publicPem = key().publicPem,
                   const Date& held = {}) {
    const auto opened = openPack(bytes, publicPem, held);
    if (opened)
        return "pris";
    if (opened.error().code != code)
        return QByteArray("autre raison : ") + opened.error().detail.c_str();
    return opened.error().detail.c_str();
}

double share(const std::map<std::string, int>& counts, const std::string& of, int all) {
    const auto at = counts.find(of);
    return at == counts.end() ? 0 : static_cast<double>(at->second) / all;
}

} // namespace

class PositionPackTest : public QObject {
    Q_OBJECT
private slots:
    void aPackOfTheEpciIsSmallAndComesBackWhole() {
        QVERIFY2(pack().size() <= 10'000, QByteArray::number(qulonglong(pack().size())));
        const Distribution opened = openPack(pack(), key().publicPem).value();
        QCOMPARE(opened.date, kDay);
        QCOMPARE(QByteArray(opened.bareme.c_str()), QByteArray("roissy-pays-de-france-2023-11"));
        QCOMPARE(opened.epci, wholeEpci().epci);
        QVERIFY(opened.invented);
        QVERIFY(opened.edges == wholeEpci().edges && opened.cells == wholeEpci().cells);
        QVERIFY(opened.cells.size() > 80);
        QCOMPARE(sealPack(opened, key().privatePem, key().publicPem).value(), pack());
    }

    void whatIsCutIsRefused() {
        for (std::size_t size = 0; size < pack().size(); size += 41) {
            const QByteArray said = refusal(ByteView(pack()).first(size), Errc::malformed);
            QVERIFY2(said.contains("coupé"), said);
        }
        QVERIFY(refusal(asBytes("rien du tout de tout cela"), Errc::malformed).contains("abîmé"));
        QVERIFY(refusal({}, Errc::malformed).contains("abîmé"));
    }

    void whatIsNotSignedOrByAnotherIsRefused() {
        const ByteView unsignedPack = ByteView(pack()).first(pack().size() - 72);
        QVERIFY(refusal(unsignedPack, Errc::cryptoFailure).contains("pas signé"));
        const auto other = crypto::newEd25519().value();
        QVERIFY(refusal(pack(), Errc::cryptoFailure, other.publicPem).contains("autre clé"));
        const Bytes forged = sealPack(wholeEpci(), other.privatePem, key().publicPem)
                                 .value(); // our name, their hand
        QVERIFY(refusal(forged, Errc::cryptoFailure).contains("modifié"));
    }

    void oneByteThatChangesIsSeen() {
        for (std::size_t at = 0; at < pack().size(); at += 37) {
            Bytes changed = pack();
            changed[at] ^= 0x20;
            QVERIFY(!openPack(changed, key().publicPem));
        }
    }

    void whatIsOlderThanWhatIsHeldIsRefused() {
        const QByteArray said = refusal(pack(), Errc::conflict, key().publicPem, {2026, 10, 2});
        QVERIFY2(said.contains("2026-10-01") && said.contains("2026-10-02"), said);
        QVERIFY(openPack(pack(), key().publicPem, kDay)); // the same day may come again
    }

    void anotherVersionOrAHugeFileIsRefused() {
        Bytes later = pack();
        later[8] = 2;
        QVERIFY(refusal(later, Errc::unsupportedVersion).contains("version"));
        QVERIFY(refusal(Bytes(kMaxPackBytes + 1), Errc::tooLarge).contains("trop gros"));
    }

    void ageIsInDays() {
        QCOMPARE(ageInDays(kDay, {2026, 10, 1}), 0);
        QCOMPARE(ageInDays(kDay, {2026, 11, 1}), 31);
        QCOMPARE(ageInDays(kDay, {2026, 9, 30}), -1);
    }

    void allRanksAreThoseOfCountingOneByOne() {
        Dice dice(5);
        std::vector<std::uint32_t> cells, ranks(4000);
        std::vector<std::uint8_t> notes;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            cells.push_back(static_cast<std::uint32_t>(dice.upTo(11)));
            notes.push_back(static_cast<std::uint8_t>(dice.upTo(60)));
        }
        rankAll(cells, notes, 13, ranks); // the last cell is empty
        for (std::size_t i = 0; i < ranks.size(); i += 13) {
            std::vector<int> same;
            for (std::size_t j = 0; j < ranks.size(); ++j)
                if (cells[j] == cells[i])
                    same.push_back(notes[j]);
            QCOMPARE(static_cast<int>(ranks[i]), rankOf(same, notes[i]).rank);
        }
    }

    void inventedDemandesHaveTheProportionsOfThePlan() {
        constexpr int kCount = 20'000;
        Population population(roissy(), 7, kDay);
        std::map<std::string, int> communes, typologies, homes;
        int alone = 0;
        int recent = 0;
        for (int i = 0; i < kCount; ++i) {
            const Demande one = population.next();
            ++communes[std::string(roissy().communeName(one.asked.insee()))];
            ++typologies[one.typology];
            ++homes[std::string(name(one.facts.home))];
            alone += one.facts.persons.size() == 1 ? 1 : 0;
            recent += one.facts.depositedOn > Date{2025, 10, 1} ? 1 : 0;
        }
        const auto near = [](double found, double wanted) { return qAbs(found - wanted) < 0.015; };
        QVERIFY(near(share(communes, "Sarcelles", kCount), 4612.0 / 22512));
        QVERIFY(near(share(communes, "Louvres", kCount), 1057.0 / 22512));
        QVERIFY(communes.size() > 35);
        QVERIFY(near(share(typologies, "T3", kCount), 6895.0 / 22512));
        QVERIFY(near(share(typologies, "T5", kCount), 1014.0 / 22512));
        QVERIFY(near(share(homes, "locataire_hlm", kCount), 7154.0 / 22512));
        QVERIFY(near(static_cast<double>(alone) / kCount, 8299.0 / 22512));
        QVERIFY2(near(static_cast<double>(recent) / kCount, 8448.0 / 22512),
                 QByteArray::number(recent));
    }

    void aLineOfTheCsvComesBackAsItWas() {
        Population population(roissy(), 3, kDay);
        Population again(roissy(), 3, kDay);
        for (int i = 0; i < 500; ++i) {
            const Demande one = population.next();
            const std::string line = csvLine(one, "invente");
            QCOMPARE(csvLine(again.next(), "invente"), line); // one seed, one population
            const CsvDemande read = readCsvLine(line).value();
            QVERIFY(read.invented);
            QCOMPARE(csvLine(read.demande, "invente"), line);
            const auto note = evaluate(roissy(), one.facts, one.asked, kDay);
            const auto other = evaluate(roissy(), read.demande.facts, read.demande.asked, kDay);
            QCOMPARE(other.totalRetenu, note.totalRetenu);
            QCOMPARE(other.totalPotentiel, note.totalPotentiel);
        }
    }

    void aLineThatCannotBeReadNamesItsField() {
        const std::string good = csvLine(Population(roissy(), 3, kDay).next(), "invente");
        const auto field = [&](std::size_t at, const char* value) {
            QStringList fields = QString::fromStdString(good).trimmed().split(';');
            fields[static_cast<qsizetype>(at)] = value;
            const auto read = readCsvLine(fields.join(';').toStdString());
            return read ? QByteArray() : QByteArray(read.error().detail.c_str());
        };
        QVERIFY(field(1, "Sarcelles").contains("commune"));
        QVERIFY(field(2, "grand").contains("typologie"));
        QVERIFY(field(3, "2026-02-30").contains("premier_depot"));
        QVERIFY(field(4, "chat:2020-01-01").contains("personnes"));
        QVERIFY(field(5, "chateau").contains("categorie"));
        QVERIFY(field(9, "-3").contains("loyer"));
        QVERIFY(field(13, "fortune").contains("declare"));
        QVERIFY(field(15, "quittance:perdue").contains("justificatifs"));
        QVERIFY(!readCsvLine("a;b;c"));
    }
};

QTEST_APPLESS_MAIN(PositionPackTest)
#include "position_pack_test.moc"
