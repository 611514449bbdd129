// SPDX-License-Identifier: GPL-3.0-or-later
// population: invented demandes. distribution build: a signed pack from a CSV. distribution rank:
// what the pack says of a note.
#include "client/ctl/bareme_file.h"
#include "client/ctl/commands.h"
#include "client/ctl/pack_keys.h"
#include "client/ctl/place_words.h"
#include "client/platform/atomic_file.h"
#include "shared/crypto/secret.h"
#include "shared/position/pack.h"
#include "shared/position/population_csv.h"
#include "shared/position/release.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace escale::client::ctl {
namespace {

constexpr std::size_t kMaxCsvBytes = std::size_t{2} << 30;
constexpr std::string_view kInventedEpci = "roissy";
constexpr std::string_view kRoissy = "roissy-pays-de-france-2023-11";

Result<std::int64_t> numberOption(const Arguments& arguments, std::string_view name,
                                  std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const std::string text = arguments.option(name);
    if (text.empty())
        return otherwise;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return fail(Errc::invalidArgument, "--" + std::string(name) + " attend un nombre de " +
                                               std::to_string(least) + " à " +
                                               std::to_string(most));
    return value;
}

Result<Date> dateOption(const Arguments& arguments, Machine& machine) {
    const std::string text = arguments.option("date");
    if (text.empty())
        return parisDate(machine.clock.nowMs());
    return parseIsoDate(text);
}

using position::Source;

Result<void> readCsv(const std::string& path, Source& source) {
    ESCALE_TRY_ASSIGN(text, textFile(path, kMaxCsvBytes));
    return position::addCsv(text, path, source);
}

Result<Source> readSource(const std::string& path) {
    Source source;
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
        ESCALE_TRY(readCsv(path, source));
        return source;
    }
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(path, error))
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files)
        ESCALE_TRY(readCsv(file, source));
    if (files.empty())
        return fail(Errc::notFound, path + " : aucun fichier .csv");
    return source;
}

Result<position::Distribution> readPack(const std::string& path, const Arguments& arguments,
                                        const Date& held) {
    ESCALE_TRY_ASSIGN(bytes, readWholeFile(path, position::kMaxPackBytes));
    ESCALE_TRY_ASSIGN(key, publicKey(arguments, path));
    return position::openPack(bytes, key, held);
}

} // namespace

Result<Outcome> inventPopulation(const Arguments& arguments, Machine& machine) {
    if (arguments.option("epci") != kInventedEpci)
        return fail(Errc::invalidArgument, "--epci : seul « roissy » a des proportions publiées");
    ESCALE_TRY_ASSIGN(count, numberOption(arguments, "n", 0, 1, 10'000'000));
    ESCALE_TRY_ASSIGN(seed, numberOption(arguments, "seed", 1, 0, INT64_MAX));
    ESCALE_TRY_ASSIGN(date, dateOption(arguments, machine));
    ESCALE_TRY_ASSIGN(bareme, baremeNamed(std::string(kRoissy)));
    std::ofstream file(arguments.option("out"), std::ios::binary | std::ios::trunc);
    file << position::csvHeader();
    position::Population population(bareme, static_cast<std::uint64_t>(seed), date);
    for (std::int64_t i = 0; i < count && file; ++i)
        file << position::csvLine(population.next(), "invente");
    file.close();
    if (!file)
        return fail(Errc::storageFailure, arguments.option("out") + " : ce fichier ne s’écrit pas");
    return Outcome{{{"demandes", count},
                    {"au", date.iso()},
                    {"inventees", true},
                    {"fichier", arguments.option("out")}},
                   {}};
}

Result<Outcome> buildDistribution(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(bareme, baremeNamed(arguments.option("bareme")));
    ESCALE_TRY_ASSIGN(date, dateOption(arguments, machine));
    ESCALE_TRY_ASSIGN(least, numberOption(arguments, "seuil", position::kLeastShown, 2, 1000));
    ESCALE_TRY_ASSIGN(source, readSource(arguments.option("from")));
    auto head = position::headOf(bareme, date, source.invented, static_cast<int>(least));
    ESCALE_TRY_ASSIGN(key, signingKey(arguments));
    const std::string earlier = arguments.option("avant");
    std::optional<position::Distribution> before;
    if (!earlier.empty()) {
        ESCALE_TRY_ASSIGN(bytes, readWholeFile(earlier, position::kMaxPackBytes));
        ESCALE_TRY_ASSIGN(opened, position::openPack(bytes, key.publicPem));
        before = std::move(opened);
    }
    ESCALE_TRY_ASSIGN(built, position::build(std::move(head),
                                             position::scored(bareme, source.demandes, date),
                                             before ? &*before : nullptr));
    auto pack = position::sealPack(built, key.privatePem, key.publicPem);
    crypto::wipe(key.privatePem);
    if (!pack)
        return pack.error();
    ESCALE_TRY(writeFileAtomic(arguments.option("out"), *pack));
    return Outcome{{{"demandes", source.demandes.size()},
                    {"cellules", built.cells.size()},
                    {"octets", pack->size()},
                    {"seuil", least},
                    {"au", date.iso()},
                    {"inventees", built.invented}},
                   {}};
}

Result<Outcome> rankInDistribution(const Arguments& arguments, Machine& machine) {
    const std::string path = arguments.option("pack");
    ESCALE_TRY_ASSIGN(note, numberOption(arguments, "note", 0, 0, 100'000));
    ESCALE_TRY_ASSIGN(today, dateOption(arguments, machine));
    Date held;
    if (const std::string other = arguments.option("deja"); !other.empty()) {
        ESCALE_TRY_ASSIGN(known, readPack(other, arguments, {}));
        held = known.date;
    }
    ESCALE_TRY_ASSIGN(distribution, readPack(path, arguments, held));
    const position::Place place =
        position::placeOf(distribution, arguments.option("commune"), arguments.option("typologie"),
                          static_cast<int>(note));
    return Outcome{placeInJson(distribution, place, today), {}};
}

} // namespace escale::client::ctl
