// SPDX-License-Identifier: GPL-3.0-or-later
// bench sync: three workloads, each against a server of its own over loopback HTTPS, and the floor
// (bare SQLite inserts of the same bytes) in the same run.
//   A: dossiers of 120 answers made offline, then sent and acknowledged.
//   B: each of them changed on two tablets, 10 answers each, 2 of them the same: merged everywhere.
//   C: what 100 changes of one answer leave on the server's disk.
#include "client/ctl/bench_workload.h"
#include "client/ctl/bench_world.h"
#include "client/ctl/server_commands.h"
#include "shared/sqlite/sqlite.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace escale::client::ctl {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t kChanges = 100; // of workload C
constexpr std::int64_t kFewer = 10;    // dossiers of C: one in so many

double secondsSince(Steady::time_point start) {
    return std::chrono::duration<double>(Steady::now() - start).count();
}

std::int64_t perSecond(std::size_t count, double seconds) {
    return static_cast<std::int64_t>(static_cast<double>(count) / seconds);
}

/// What one tablet or the server used between two moments.
struct Spent {
    double seconds = 0;
    double serverCpu = 0;
    std::int64_t bytes = 0;
    [[nodiscard]] json::object report(std::size_t dossiers) const {
        const auto count = static_cast<std::int64_t>(dossiers);
        return {{"dossiers", count},
                {"par_seconde", perSecond(dossiers, seconds)},
                {"cpu_serveur_us_par_dossier", static_cast<std::int64_t>(serverCpu * 1e6) / count},
                {"octets_par_dossier", bytes / count}};
    }
};

Result<Spent> syncAll(const BenchWorld& world, const std::vector<BenchTablet*>& order) {
    Spent spent;
    const double cpu = world.serverCpu();
    const auto start = Steady::now();
    for (BenchTablet* tablet : order) {
        const std::int64_t before = tablet->bytes();
        ESCALE_TRY(tablet->sync());
        spent.bytes += tablet->bytes() - before;
    }
    spent.seconds = secondsSince(start);
    spent.serverCpu = world.serverCpu() - cpu;
    return spent;
}

/// The same bytes, one row each, in one transaction: what a disk and SQLite cost.
Result<std::int64_t> floorPerSecond(const BenchWorld& world, const std::string& body,
                                    std::size_t dossiers) {
    ESCALE_TRY_ASSIGN(
        db, sqlite::Database::open(world.path(QStringLiteral("plancher.sqlite")).toStdString()));
    ESCALE_TRY(db.exec("CREATE TABLE d(id INTEGER PRIMARY KEY, body BLOB NOT NULL)"));
    const auto start = Steady::now();
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(db));
    ESCALE_TRY_ASSIGN(insert, db.prepare("INSERT INTO d(body) VALUES(?1)"));
    for (std::size_t i = 0; i < dossiers; ++i)
        ESCALE_TRY(insert.bind(1, asBytes(body)).run());
    ESCALE_TRY(transaction.commit());
    return perSecond(dossiers, secondsSince(start));
}

class SyncBench {
public:
    SyncBench(BenchWorld& world, std::size_t dossiers)
        : m_world(world)
        , m_work(dossiers) {}

    Result<json::object> run() {
        ESCALE_TRY_ASSIGN(one, m_world.enrol("une"));
        ESCALE_TRY_ASSIGN(two, m_world.enrol("deux"));
        m_one = std::move(one);
        m_two = std::move(two);
        ESCALE_TRY_ASSIGN(a, creation());
        ESCALE_TRY_ASSIGN(b, meeting());
        ESCALE_TRY_ASSIGN(c, storage());
        ESCALE_TRY_ASSIGN(poll, syncAll(m_world, {&m_one}));
        return json::object{{"A", std::move(a)},
                            {"B", std::move(b)},
                            {"C", std::move(c)},
                            {"rien_de_neuf_octets", poll.bytes}};
    }
    [[nodiscard]] bool isWhole() const { return m_whole; }

private:
    Result<json::object> creation() {
        const auto start = Steady::now();
        ESCALE_TRY(m_work.create(*m_one.workspace, m_work.dossiers()));
        const double kept = secondsSince(start);
        ESCALE_TRY_ASSIGN(spent, syncAll(m_world, {&m_one}));
        ESCALE_TRY_ASSIGN(bare, floorPerSecond(m_world, m_work.sample(), m_work.dossiers().size()));
        auto report = spent.report(m_work.dossiers().size());
        const auto rate = report["par_seconde"].as_int64();
        report["gardes_par_seconde"] = perSecond(m_work.dossiers().size(), kept);
        report["octets_json"] = static_cast<std::int64_t>(m_work.sample().size());
        report["plancher_par_seconde"] = bare;
        report["rapport_pour_cent"] = rate * 100 / std::max<std::int64_t>(bare, 1);
        return report;
    }

    Result<json::object> meeting() {
        ESCALE_TRY(m_two.sync());
        ESCALE_TRY(m_work.change(*m_one.workspace, 0));
        ESCALE_TRY(m_work.change(*m_two.workspace, 1));
        ESCALE_TRY_ASSIGN(spent, syncAll(m_world, {&m_one, &m_two, &m_one}));
        ESCALE_TRY_ASSIGN(found, m_work.check(*m_one.workspace, *m_two.workspace));
        auto report = spent.report(m_work.dossiers().size());
        report["reponses_perdues"] = found.lost;
        report["desaccords_attendus"] = found.clashesExpected;
        report["desaccords_montres"] = found.clashes;
        report["differents_d_une_tablette_a_l_autre"] = found.different;
        m_whole = found.lost == 0 && found.different == 0 && found.clashes == found.clashesExpected;
        return report;
    }

    Result<json::object> storage() {
        Workload few(std::max<std::size_t>(m_work.dossiers().size() / kFewer, 1));
        ESCALE_TRY_ASSIGN(before, m_world.serverBytes());
        ESCALE_TRY(few.create(*m_one.workspace, few.dossiers()));
        ESCALE_TRY(few.changeOften(*m_one.workspace, kChanges));
        ESCALE_TRY(m_one.sync());
        ESCALE_TRY_ASSIGN(after, m_world.serverBytes());
        const auto count = static_cast<std::int64_t>(few.dossiers().size());
        return json::object{{"dossiers", count},
                            {"changements", kChanges},
                            {"octets_par_dossier", (after - before) / count}};
    }

    BenchWorld& m_world;
    Workload m_work;
    BenchTablet m_one;
    BenchTablet m_two;
    bool m_whole = true;
};

} // namespace

Result<Outcome> benchSync(const Arguments& arguments, Machine& machine) {
    std::size_t dossiers = 1000;
    if (const std::string text = arguments.option("n"); !text.empty()) {
        const auto read = std::from_chars(text.data(), text.data() + text.size(), dossiers);
        if (read.ec != std::errc() || read.ptr != text.data() + text.size() || dossiers == 0)
            return fail(Errc::invalidArgument, "--n : un nombre de dossiers");
    }
    if (const std::string store = arguments.option("store"); !store.empty() && store != "sqlite")
        return fail(Errc::invalidArgument, "--store : seul « sqlite » est là");
    ESCALE_TRY_ASSIGN(world, BenchWorld::make(machine));
    SyncBench bench(*world, dossiers);
    ESCALE_TRY_ASSIGN(report, bench.run());
    Outcome outcome{std::move(report), {}};
    if (!bench.isWhole())
        outcome.error = fail(Errc::internal, "des réponses manquent");
    return outcome;
}

} // namespace escale::client::ctl
