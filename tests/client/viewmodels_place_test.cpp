// SPDX-License-Identifier: GPL-3.0-or-later
// The place in every state of its figures, what would change it, and towns whose points are not
// known. Texts are their keys: no translation is loaded.
#include "client/territory/held_packs.h"
#include "client/viewmodels/demande_note.h"
#include "client/viewmodels/note_words.h"
#include "shared/cotation/publications.h"
#include "shared/crypto/sign.h"
#include "shared/dossier/judgement.h"
#include "shared/position/pack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale;

namespace {

constexpr Date kToday{2026, 11, 26};
constexpr const char* kRoissy = "200055655";

Dossier demandeFor(const std::string& town, const TextList& homes) {
    Dossier dossier;
    const auto put = [&](const std::string& path, Value value) {
        dossier.fields[path].value = std::move(value);
    };
    const std::string item = "localisations[019abcde-0000-7000-8000-000000000001]";
    put(item + ".commune", town);
    put(item + ".rang", std::int64_t{1});
    if (!homes.empty())
        put("logement_recherche.types", homes);
    put("demandeur.adresse.commune", std::string("95585"));
    put("demandeur.naissance", std::string("1999-03-12"));
    put("logement_actuel.categorie", std::string("particulier"));
    return dossier;
}

const std::string kPiece = "019abcde-0000-7000-8000-000000000002";

/// The letter of who lodges the person, and what an agent said of it: nothing yet when empty.
Dossier withLetter(const std::string& verdict) {
    Dossier dossier = demandeFor("95585", {"t3"});
    const std::string base = "pieces[" + kPiece + "]";
    dossier.fields[base].value = true;
    dossier.fields[base + ".type"].value = std::string("hebergement");
    dossier.fields[base + ".pages"].value = TextList{std::string(64, 'a')};
    if (!verdict.empty()) {
        dossier.fields[base + ".avis_sur"].value = judgedFacts(dossier, kPiece);
        dossier.fields[base + ".avis"].value = verdict;
    }
    return dossier;
}

QVariantMap lineOf(const NoteViewModel::Shown& note, const QString& code) {
    for (const auto& line : note.criteria)
        if (line.toMap()["code"] == code)
            return line.toMap();
    return {};
}

/// Figures of one typology in two communes, and of the whole EPCI.
position::Distribution figures(const Date& date) {
    const auto& bareme = *cotation::baremeCovering(cotation::Commune("95585"));
    position::Distribution all;
    all.epci = kRoissy;
    all.bareme = bareme.id();
    all.baremeVersion = bareme.version();
    all.date = date;
    all.edges = position::defaultEdges(255);
    all.cells[{"95585", "T3"}] = {{0, 200}, {4, 100}, {10, 60}, {20, 50}};
    all.cells[{"95280", "T3"}] = {{0, 11}, {2, 300}};
    all.cells[{"", "T3"}] = {{0, 400}, {8, 400}, {16, 100}};
    all.cells[{"", "T2"}] = {{0, 20}, {8, 40}};
    return all;
}

class Device {
public:
    Device()
        : packs(pinned()) {}

    void hold(const position::Distribution& distribution) {
        const auto kept = packs.keep(kRoissy, seal(distribution, m_keys));
        if (!kept)
            qFatal("%s", kept.error().detail.c_str());
    }
    /// Whatever the bytes are, as somebody who can write the disk.
    void put(const Bytes& bytes) {
        QDir(m_dir.path()).mkpath("territoires");
        QFile file(QString::fromStdString(packs.path(kRoissy)));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size())) < 0)
            qFatal("no pack");
    }
    static Bytes seal(const position::Distribution& distribution, const crypto::KeyPair& keys) {
        return position::sealPack(distribution, keys.privatePem, keys.publicPem).value();
    }
    [[nodiscard]] Bytes seal(const position::Distribution& distribution) const {
        return seal(distribution, m_keys);
    }
    NoteViewModel::Shown note(const std::string& town = "95585", const TextList& homes = {"t3"}) {
        return noteOf(demandeFor(town, homes));
    }
    NoteViewModel::Shown noteOf(const Dossier& dossier) { return noteFor(dossier, kToday, &packs); }

private:
    std::string pinned() const {
        const std::string root = m_dir.path().toStdString();
        if (const auto kept = client::HeldPacks::pin(root, m_keys.publicPem); !kept)
            qFatal("%s", kept.error().detail.c_str());
        return root;
    }

    QTemporaryDir m_dir;
    crypto::KeyPair m_keys = crypto::newEd25519().value();

public:
    client::HeldPacks packs;
};

} // namespace

class ViewmodelsPlaceTest : public QObject {
    Q_OBJECT
private slots:
    void thePlaceIsAnIntervalWithItsDate() {
        Device device;
        device.hold(figures(kToday));
        const auto note = device.note();
        QVERIFY(note.available);
        QVERIFY(note.place.known);
        const auto place = position::placeOf(figures(kToday), "95585", "T3", note.points);
        QCOMPARE(note.place.from, place.from);
        QCOMPARE(note.place.to, place.to);
        QVERIFY(note.place.to - note.place.from + 1 >= position::kLeastShown);
        QCOMPARE(note.place.total, 410);
        QCOMPARE(note.place.sentence, QString("place.est_entre"));
        QVERIFY(!note.place.asOf.isEmpty());
        QVERIFY(!note.place.stale);
        QVERIFY(!note.place.invented);
        QVERIFY(note.place.cautions.isEmpty());
    }

    void aCommuneWithoutFiguresTakesThoseOfTheEpciAndSaysIt() {
        Device device;
        device.hold(figures(kToday));
        const auto note = device.note("95585", {"t2"});
        QVERIFY(note.place.known);
        QCOMPARE(note.place.total, 60);
        QCOMPARE(note.place.cautions, QStringList{"place.epci"});
    }

    void figuresOverThirtyDaysAreSaidToBeOld() {
        Device month;
        month.hold(figures(addDays(kToday, -30)));
        QVERIFY(!month.note().place.stale);
        Device older;
        older.hold(figures(addDays(kToday, -31)));
        const auto place = older.note().place;
        QVERIFY(place.known);
        QVERIFY(place.stale);
        QCOMPARE(place.cautions, QStringList{"place.ancien"});
    }

    void inventedFiguresAreSaidToBeSo() {
        Device device;
        auto invented = figures(kToday);
        invented.invented = true;
        device.hold(invented);
        QVERIFY(device.note().place.invented);
        QCOMPARE(device.note().place.cautions, QStringList{"place.invente"});
    }

    void noFiguresNoPlace() {
        Device device;
        const auto place = device.note().place;
        QVERIFY(!place.known);
        QCOMPARE(place.total, 0);
        QCOMPARE(place.figure, QString("place.inconnue"));
        QCOMPARE(place.honesty, QString("place.manque.chiffres"));
        QVERIFY(place.asOf.isEmpty());
    }

    void figuresThatCannotBeBelievedAreNotShown_data() {
        QTest::addColumn<QString>("how");
        for (const char* how : {"cut", "not signed", "another key", "changed", "empty", "noise"})
            QTest::newRow(how) << how;
    }

    void figuresThatCannotBeBelievedAreNotShown() {
        QFETCH(QString, how);
        Device device;
        Bytes pack = device.seal(figures(kToday));
        if (how == "cut")
            pack.resize(pack.size() / 2);
        else if (how == "not signed")
            pack.resize(pack.size() - 72);
        else if (how == "another key")
            pack = Device::seal(figures(kToday), crypto::newEd25519().value());
        else if (how == "changed")
            pack[60] ^= 1;
        else if (how == "empty")
            pack.clear();
        else
            pack.assign(500, 0x5A);
        device.put(pack);
        const auto note = device.note();
        QVERIFY(note.available);
        QVERIFY(!note.place.known);
        QCOMPARE(note.place.honesty, QString("place.manque.confiance"));
        QVERIFY(note.towns.isEmpty());
        QVERIFY(!device.packs.keep(kRoissy, pack));
        QVERIFY(device.packs.mark(kRoissy).empty());
    }

    void anOlderPackDoesNotTakeThePlaceOfTheOneHeld() {
        Device device;
        device.hold(figures(kToday));
        const std::string mark = device.packs.mark(kRoissy);
        const auto kept = device.packs.keep(kRoissy, device.seal(figures(addDays(kToday, -1))));
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, Errc::conflict);
        QCOMPARE(device.packs.mark(kRoissy), mark);
        device.hold(figures(addDays(kToday, 1)));
        QVERIFY(device.packs.mark(kRoissy) != mark);
    }

    void aPackIsThatOfItsTerritory() {
        Device device;
        QVERIFY(!device.packs.keep("243100518", device.seal(figures(kToday))));
        QVERIFY(!device.packs.keep("../../etc", device.seal(figures(kToday))));
    }

    void figuresOfOtherRulesAreNotCompared() {
        Device device;
        auto other = figures(kToday);
        ++other.baremeVersion;
        device.hold(other);
        QCOMPARE(device.note().place.honesty, QString("place.manque.regles"));
    }

    void theHomeThatIsComparedIsTheFirstThatTheCommuneShows() {
        Device device;
        device.hold(figures(kToday));
        QCOMPARE(device.note("95585", {"t2", "t3"}).place.total, 410);
        QCOMPARE(device.note("95585", {}).place.honesty, QString("place.manque.logement"));
        QCOMPARE(device.note("95585", {"t5"}).place.honesty, QString("place.manque.demandes"));
    }

    void whatAnAgentSaysOfADocumentIsSaidOfItsPoints() {
        Device device;
        device.hold(figures(kToday));
        const auto without = device.note();
        const auto given = device.noteOf(withLetter(""));
        QCOMPARE(given.points, without.points + 22);
        QCOMPARE(lineOf(given, "habite_commune")["stateLabel"].toString(),
                 QString("note.etat.donne"));
        QVERIFY(given.pointsState.startsWith("note.points.provisoires"));
        QVERIFY(given.place.to < without.place.from);
        const auto checked = device.noteOf(withLetter("validee"));
        QCOMPARE(checked.points, given.points);
        QCOMPARE(lineOf(checked, "habite_commune")["stateLabel"].toString(),
                 QString("note.etat.verifie"));
        const auto refused = device.noteOf(withLetter("refusee"));
        QCOMPARE(refused.points, without.points);
        QCOMPARE(lineOf(refused, "habite_commune")["reason"].toString(),
                 QString("cotation.raison.piece_refusee"));
        QCOMPARE(refused.place.from, without.place.from);
    }

    void pointsAreNeverWithoutTheirState() {
        Device device;
        auto note = device.note();
        QVERIFY(note.pointsState.startsWith("note.points.provisoires"));
        QVERIFY(device.note("31555").pointsState.startsWith("note.points.provisoires"));
    }

    void whatWouldChangeComesInOrderOfEffect() {
        Device device;
        device.hold(figures(kToday));
        const auto scored = *demandeNoteOf(demandeFor("95585", {"t3"}), kToday);
        const auto note = device.note();
        QVERIFY(note.changes.size() >= 2);
        for (qsizetype i = 1; i < note.changes.size(); ++i)
            QVERIFY(note.changes[i - 1].toMap()["points"].toInt() >=
                    note.changes[i].toMap()["points"].toInt());
        QVERIFY(!note.bestPiece.isEmpty());
        QCOMPARE(note.bestPiece["kind"].toString(), QString("document"));
        QVERIFY(!note.bestPiece["place"].toString().isEmpty());
        const int lodged = scored.retained(scored.with("attestation_hebergement"));
        QVERIFY(lodged > scored.note.totalRetenu);
        QVERIFY(note.bestPiece["points"].toInt() >= lodged - scored.note.totalRetenu);
    }

    void communesAreComparedTheBestPlaceFirst() {
        Device device;
        device.hold(figures(kToday));
        const auto towns = device.note().towns;
        QCOMPARE(towns.size(), 2); // the others only have figures of the EPCI
        double share = 0;
        int here = 0;
        for (const auto& one : towns) {
            const auto town = one.toMap();
            const double next = town["to"].toDouble() / town["total"].toDouble();
            QVERIFY(next >= share);
            share = next;
            here += town["here"].toBool() ? 1 : 0;
        }
        QCOMPARE(here, 1);
    }

    void aPartialBaremeGivesPointsButNoPlace() {
        Device device;
        const auto note = device.note("31555");
        QVERIFY(note.available);
        QCOMPARE(note.publication, QString("note.publication.partielle"));
        QVERIFY(!note.place.known);
        QCOMPARE(note.place.honesty, QString("place.manque.partiel"));
        QCOMPARE(note.waitMonths, 0);
        QCOMPARE(note.waitSentence, QString("note.attente.inconnue"));
    }

    void noNoteIsInventedWhereNoneIsPublished() {
        Device device;
        for (const char* town : {"42218", "82033"}) {
            const auto note = device.note(town);
            QVERIFY(!note.available);
            QCOMPARE(note.publication, QString("note.publication.aucune"));
            QVERIFY(note.changes.isEmpty());
            QVERIFY(note.criteria.isEmpty());
        }
        QCOMPARE(device.note("29019").publication, QString("note.publication.inconnue"));
        QCOMPARE(device.note("").publication, QString("note.publication.inconnue"));
    }
};

QTEST_MAIN(ViewmodelsPlaceTest)
#include "viewmodels_place_test.moc"
