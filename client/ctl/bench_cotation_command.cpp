// SPDX-License-Identifier: GPL-3.0-or-later
// bench cotation: invented demandes scored by the interpreter of blocks, with their explanation, by
// a loop written by hand for this barème alone, and by SQLite; all must agree.
#include "client/ctl/bareme_file.h"
#include "client/ctl/bench_floor.h"
#include "client/ctl/bench_sql.h"
#include "client/ctl/bench_time.h"
#include "client/ctl/commands.h"
#include "shared/cotation/explain.h"
#include "shared/position/population.h"
#include "shared/position/rank.h"

#include <QTemporaryDir>

#include <algorithm>
#include <charconv>

namespace escale::client::ctl {
namespace {

constexpr int kRounds = 7;
constexpr std::size_t kOneByOne = 2000;
constexpr std::size_t kTypologies = 6;

struct Sample {
    explicit Sample(const cotation::Bareme& bareme, const Date& date)
        : columns(bareme, date) {}
    cotation::Columns columns;
    std::vector<FloorRow> rows;
    std::vector<position::Demande> some; // for what is measured one by one
    std::vector<std::uint32_t> cells;
    double loadSeconds = 0;
};

Sample invent(const cotation::Bareme& bareme, std::size_t count, const Date& date) {
    Sample sample(bareme, date);
    std::vector<std::int64_t> epci;
    for (const std::string& insee : bareme.communes())
        epci.push_back(cotation::Commune(insee).packed());
    std::sort(epci.begin(), epci.end());
    position::Population population(bareme, 1, date);
    for (std::size_t i = 0; i < count; ++i) {
        position::Demande one = population.next();
        const double start = cpuSeconds();
        sample.columns.add(one.facts, one.asked);
        sample.loadSeconds += cpuSeconds() - start;
        sample.rows.push_back(floorRow(one.facts, one.asked, date, epci));
        const auto commune = std::lower_bound(epci.begin(), epci.end(), one.asked.packed());
        sample.cells.push_back(static_cast<std::uint32_t>((commune - epci.begin()) * kTypologies +
                                                          (one.typology.back() - '1')));
        if (i < kOneByOne)
            sample.some.push_back(std::move(one));
    }
    return sample;
}

template <class Notes>
std::int64_t checksum(const Notes& notes) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < notes.size(); ++i)
        sum += std::int64_t{notes[i]} * static_cast<std::int64_t>(1 + i % 997);
    return sum;
}

/// Best of the rounds, in seconds.
template <class Work>
double best(const Work& work, int rounds = kRounds) {
    double seconds = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double start = cpuSeconds();
        work();
        seconds = std::min(seconds, cpuSeconds() - start);
    }
    return seconds;
}

std::int64_t perSecond(std::size_t count, double seconds) {
    return static_cast<std::int64_t>(static_cast<double>(count) / seconds);
}

/// Nanoseconds of CPU for each of the demandes taken one by one.
template <class Work>
std::int64_t nanosecondsEach(const Sample& sample, const Work& work) {
    const double seconds = best(
        [&] {
            for (const position::Demande& one : sample.some)
                work(one);
        },
        3);
    return static_cast<std::int64_t>(seconds * 1e9 / static_cast<double>(sample.some.size()));
}

json::object oneByOne(const Sample& sample, const Date& date) {
    const cotation::Bareme& bareme = sample.columns.bareme();
    std::size_t used = 0;
    const auto note = [&](const position::Demande& one) {
        return evaluate(bareme, one.facts, one.asked, date);
    };
    const std::int64_t plain =
        nanosecondsEach(sample, [&](const auto& one) { used += note(one).lines.size(); });
    const std::int64_t words = nanosecondsEach(
        sample, [&](const auto& one) { used += cotation::noteToJson(note(one)).size(); });
    return {{"note_et_prochain_changement_ns", plain},
            {"avec_trace_json_ns", words},
            {"lignes", used > 0}};
}

struct Measures {
    double engine = 1e9, hand = 1e9, explained = 1e9, rank = 1e9;
    SqlMeasure sql;
    std::int64_t sum = 0;
    bool agree = false;
};

double rankSeconds(const Sample& sample, const cotation::Totals& totals) {
    std::vector<std::uint8_t> notes;
    for (const std::int16_t note : totals.retained)
        notes.push_back(static_cast<std::uint8_t>(std::min<int>(note, 255)));
    std::vector<std::uint32_t> ranks(notes.size());
    const auto cells = sample.columns.bareme().communes().size() * kTypologies;
    return best(
        [&] { position::rankAll(sample.cells, notes, static_cast<std::uint32_t>(cells), ranks); },
        3);
}

Result<Measures> measureAll(const Sample& sample) {
    Measures measures;
    cotation::Totals totals, explained;
    std::vector<std::int16_t> floor(sample.rows.size());
    // In turns, so that a machine that slows down slows both.
    for (int round = 0; round < kRounds; ++round) {
        const auto engine = [&] { totals = scoreAll(sample.columns, cotation::Wanted::retained); };
        const auto hand = [&] {
            for (std::size_t i = 0; i < floor.size(); ++i)
                floor[i] = static_cast<std::int16_t>(floorNote(sample.rows[i]));
        };
        measures.engine = std::min(measures.engine, best(engine, 1));
        measures.hand = std::min(measures.hand, best(hand, 1));
    }
    measures.explained =
        best([&] { explained = scoreAll(sample.columns, cotation::Wanted::explained); }, 3);
    measures.rank = rankSeconds(sample, totals);
    const QTemporaryDir folder;
    ESCALE_TRY_ASSIGN(sql, measureSql(sample.columns, folder.path().toStdString()));
    measures.sql = sql;
    measures.sum = checksum(floor);
    measures.agree = checksum(totals.retained) == measures.sum &&
                     checksum(explained.retained) == measures.sum && sql.checksum == measures.sum;
    return measures;
}

json::object inWords(const Sample& sample, const Measures& measures) {
    const std::size_t count = sample.rows.size();
    const auto ratio = [](double one, double other) {
        return static_cast<std::int64_t>(100 * one / other);
    };
    return {{"demandes", count},
            {"octets_par_demande", sample.columns.width()},
            {"somme", measures.sum},
            {"memes_notes", measures.agree},
            {"par_seconde",
             {{"moteur", perSecond(count, measures.engine)},
              {"moteur_avec_explication", perSecond(count, measures.explained)},
              {"boucle_a_la_main", perSecond(count, measures.hand)},
              {"sqlite", perSecond(count, measures.sql.seconds)},
              {"chargement", perSecond(count, sample.loadSeconds)},
              {"rangs", perSecond(count, measures.rank)}}},
            {"rapports_pour_cent",
             {{"moteur_sur_boucle", ratio(measures.hand, measures.engine)},
              {"moteur_sur_sqlite", ratio(measures.sql.seconds, measures.engine)},
              {"explication_sur_boucle", ratio(measures.hand, measures.explained)}}},
            {"explication_ns",
             static_cast<std::int64_t>(measures.explained * 1e9 / static_cast<double>(count))}};
}

} // namespace

Result<Outcome> benchCotation(const Arguments& arguments, Machine& /*machine*/) {
    std::size_t count = 1'000'000;
    if (const std::string text = arguments.option("n"); !text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc() || *end != '\0' || count < 1 || count > 10'000'000)
            return fail(Errc::invalidArgument, "--n attend un nombre de 1 à 10000000");
    }
    constexpr Date kDate{2026, 10, 1}; // the same notes every time
    ESCALE_TRY_ASSIGN(bareme, baremeNamed("roissy-pays-de-france-2023-11"));
    const Sample sample = invent(bareme, count, kDate);
    ESCALE_TRY_ASSIGN(measures, measureAll(sample));
    json::object output = inWords(sample, measures);
    output["une_demande"] = oneByOne(sample, kDate);
    Outcome outcome{std::move(output), {}};
    if (!measures.agree)
        outcome.error = fail(Errc::internal, "les calculs ne donnent pas les mêmes notes");
    return outcome;
}

} // namespace escale::client::ctl
