// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a demande, day after day: registered, reminded, renewed, not renewed, ended, taken up
// again late, ended for good, erased; and what the person is shown at each step.
#include "server/reconcile/oblivion.h"
#include "server/reconcile/progress.h"
#include "server/sne/ecole/registry.h"
#include "server/sne/endings.h"
#include "server/sne/forwarder.h"
#include "server/store/blobs.h"
#include "shared/nuu/controls.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/xml_gate.h"
#include "shared/rules/renewal.h"
#include "tests/server/store_support.h"
#include "tests/support/sne_samples.h"

#include <QDir>
#include <QTest>

using namespace escale;
using namespace escale::server_test;
using namespace escale::sne;

namespace {

constexpr std::int64_t kDayMs = 24 * 3'600'000LL;

/// The register of the stand-in, without its wire.
class Register final : public SneService, public SneFeeds {
public:
    Register(const std::string& path, const Clock& clock)
        : m_clock(clock)
        , m_held(ecole::Registry::open(path, clock).value()) {}

    Exchange getNumUnique(const std::string& fileName, const std::string& xml) override {
        const XmlElement demande = parseXml(xml).value();
        types.push_back(typeFichierOf(demande));
        const auto found = controlDemande(demande, parisDate(m_clock.nowMs()));
        if (!found.empty())
            return {GotAnomalies{found}, {}, {}};
        if (types.back() == "CRE")
            return {GotNumUnique{m_held->create(demande, fileName).value()}, {}, {}};
        const std::string numero = demande.textAt(std::string(kDemandePath) + "/numUnique");
        const auto state = m_held->stateOf(numero).value().value();
        if (state.ended && !(types.back() == "REN" && m_held->mayComeBack(state)))
            return {GotAnomalies{{anomaly("ECO_0051", numero)}}, {}, {}};
        m_held->replace(numero, demande, fileName).value();
        return {GotNumUnique{numero}, {}, {}};
    }
    Exchange getDoublons(const std::string&, const std::string& xml) override {
        return {GotDoublons{m_held->doublons(demandeurOf(parseXml(xml).value())).value()}, {}, {}};
    }
    Exchange getDemandeLogement(const std::string&) override { return {Unreachable{}, {}, {}}; }
    Exchange getNouveauxDalo(std::int64_t) override { return {GotDalos{}, {}, {}}; }
    Exchange getDemandesRadiees(std::int64_t since) override {
        return {GotEnded{m_held->endedSince(since).value()}, {}, {}};
    }
    Exchange declareDalo(const std::string&, const std::string&) override {
        return {Unreachable{}, {}, {}};
    }

    std::vector<std::string> types; // of the files received

private:
    const Clock& m_clock;
    std::unique_ptr<ecole::Registry> m_held;
};

/// A site with its server, on one clock.
class Site : public Bench {
public:
    Site()
        : places{path("parts"), path("blobs")}
        , device(addDevice(protocol::Role::permanence, "Essai"))
        , id(newDossier())
        , sne(path("sne.db"), clock)
        , outbox(*store, clock)
        , port(outbox, *store)
        , forwarder(port, sne, catalogue(), clock, random, settings())
        , endings(*store, sne, clock, [this](const DossierId& one) {
            return server::forgetDossier(*store, places, one);
        }) {
        QDir().mkpath(QString::fromStdString(places.parts));
        QDir().mkpath(QString::fromStdString(places.blobs));
    }

    /// Night falls on that day: what is due is done.
    void goTo(const std::string& day) {
        const Date wanted = parseIsoDate(day).value();
        while (today() < wanted) {
            clock.advance(kDayMs);
            while (forwarder.runOnce().value()) {
            }
            endings.look().value();
        }
    }
    [[nodiscard]] Date today() const { return parisDate(clock.nowMs()); }
    void write(const std::vector<std::pair<std::string, Value>>& answers) {
        std::vector<Change> changes;
        for (const auto& [path, value] : answers) {
            const auto known = shown().fields.find(path);
            changes.push_back(
                change(path, value, known == shown().fields.end() ? 0 : known->second.revision));
        }
        const auto answer = send(device, {edit(device, id, ++seq, changes)});
        if (!answer.refused.empty())
            qFatal("%s", answer.refused[0].detail.c_str());
    }
    /// What the device has of the dossier, hence what its pages show.
    const Dossier& shown() {
        const auto answer = send(device, {}, cursor);
        cursor = answer.cursor;
        for (const Dossier& dossier : answer.dossiers)
            last = dossier;
        return last;
    }
    std::string toldToThePerson() { return shown().tasks.empty() ? "" : last.tasks[0].message; }
    void deposit() {
        const PieceId piece = newId<PieceId>(clock, random);
        const std::string sha(64, 'a');
        std::vector<std::pair<std::string, Value>> answers;
        for (const auto& [path, field] : sne_test::sampleDossier().fields)
            answers.emplace_back(path, field.value);
        for (const Change& one : server_test::piece(piece, "identite", {sha}))
            answers.emplace_back(one.path, one.value);
        write(answers);
        store
            ->inTransaction([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY(session.pages().addPage({id, piece, sha, "image/jpeg", 10, kNow}));
                ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
                return server::saveWithProgress(session, *row, clock.nowMs());
            })
            .value();
    }
    void renew() {
        write(renewalStart(shown(), today()));
        write({{"renouvellement.toujours", true},
               {"renouvellement.change", TextList{"rien"}},
               {"revenus.rfr_n1", std::int64_t{15000}}});
        write(renewalSigned(shown()));
    }

    server::Uploads::Places places;
    server::DeviceRow device;
    DossierId id;
    Register sne;
    server::SneOutbox outbox;
    StoreOutbox port;
    Forwarder forwarder;
    Endings endings;
    std::int64_t seq = 0;
    std::int64_t cursor = 0;
    Dossier last;

private:
    static ForwarderConfig settings() {
        ForwarderConfig config;
        config.guichet = "G1226";
        return config;
    }
};

} // namespace

class SneYearTest : public QObject {
    Q_OBJECT

private slots:
    void aDemandeLivesAndEndsAtItsDays() {
        Site site;
        site.deposit();
        site.goTo("2026-11-23");
        const std::string numero = site.shown().numeroUnique;
        QVERIFY(!numero.empty());
        QCOMPARE(site.last.receivedOn, "2026-11-22");
        QCOMPARE(site.last.stage, DossierStage::registered);

        site.goTo("2027-10-21"); // the reminder comes eleven months after
        QVERIFY(!mayRenew(site.shown(), site.today()));
        site.goTo("2027-10-22");
        QVERIFY(mayRenew(site.shown(), site.today()));
        site.renew();
        QVERIFY(!mayRenew(site.shown(), site.today()));
        site.goTo("2027-10-23");
        QCOMPARE(site.sne.types.back(), "REN");
        QCOMPARE(site.shown().stage, DossierStage::registered);

        site.goTo("2028-11-21"); // thirteen months after that renewal, less a day
        QVERIFY(!isEnded(site.shown()));
        site.goTo("2028-11-23");
        QVERIFY(isEnded(site.shown()));
        QVERIFY2(site.toldToThePerson().find("22 avril 2029") != std::string::npos,
                 site.toldToThePerson().c_str());
        QCOMPARE(site.last.stage, DossierStage::toCorrect);

        site.goTo("2029-04-20"); // late, and within eighteen months
        QVERIFY(mayRenew(site.shown(), site.today()));
        site.renew();
        site.goTo("2029-04-21");
        QVERIFY(!isEnded(site.shown()));
        QCOMPARE(site.last.stage, DossierStage::registered);
        QCOMPARE(site.last.numeroUnique, numero);
        QCOMPARE(site.last.receivedOn, "2026-11-22"); // its seniority is kept

        site.goTo("2030-05-22"); // a second time, and nobody comes
        QVERIFY(isEnded(site.shown()));
        site.goTo("2031-05-19");
        QVERIFY(!site.shown().fields.empty());
        site.goTo("2031-05-23");
        QVERIFY(site.shown().fields.empty());
        QVERIFY(site.last.numeroUnique.empty());
        QVERIFY(site.stored().find("Essaib") == std::string::npos);
        QVERIFY(site.Bench::outbox(site.id).empty());
    }
};

QTEST_GUILESS_MAIN(SneYearTest)
#include "sne_year_test.moc"
