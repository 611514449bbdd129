// SPDX-License-Identifier: GPL-3.0-or-later
// What is published of territories: from the demandes of this server, and from files.
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "server/publication/known_demandes.h"
#include "server/store/blobs.h"
#include "shared/cotation/builtin.h"
#include "shared/crypto/secret.h"
#include "shared/position/pack.h"
#include "shared/position/release.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace escale::server {
namespace {

constexpr std::size_t kMaxCsvBytes = std::size_t{1} << 30;
constexpr int kMostLeast = 1000;

Result<cotation::Bareme> baremeNamed(const std::string& id) {
    const std::string_view text = cotation::builtinBareme(id);
    if (text.empty())
        return fail(Errc::notFound, "ce programme n’a pas de barème de ce nom : " + id);
    return cotation::loadBareme(text);
}

/// A CSV, or those of a folder, in the order of their names.
Result<void> addFiles(const std::string& path, position::Source& source) {
    std::vector<std::string> files;
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        for (const auto& entry : std::filesystem::directory_iterator(path, error))
            if (entry.path().extension() == ".csv")
                files.push_back(entry.path().string());
        std::sort(files.begin(), files.end());
        if (files.empty())
            return fail(Errc::notFound, path + " : aucun fichier .csv");
    } else {
        files.push_back(path);
    }
    for (const std::string& file : files) {
        const auto bytes = readFile(file, kMaxCsvBytes);
        if (!bytes)
            return fail(bytes.error().code, bytes.error().detail + " : " + file);
        ESCALE_TRY(position::addCsv(asString(*bytes), file, source));
    }
    return {};
}

Result<int> leastOf(const Options& options) {
    const std::string text = options.get("--seuil");
    int least = position::kLeastShown;
    if (!text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), least);
        if (error != std::errc() || end != text.data() + text.size() ||
            least < position::kLeastShown || least > kMostLeast)
            return fail(Errc::invalidArgument, "--seuil attend un nombre de 11 à 1000");
    }
    return least;
}

Result<Date> dateOf(const Options& options, const Clock& clock) {
    return options.has("--date") ? parseIsoDate(options.get("--date"))
                                 : Result<Date>(parisDate(clock.nowMs()));
}

/// The next release of `bareme`, after the one that people hold.
Result<position::Distribution> nextRelease(const Shelf& shelf, const cotation::Bareme& bareme,
                                           const position::Source& source, const Date& date,
                                           int least) {
    ESCALE_TRY_ASSIGN(before, shelf.release(bareme.siren()));
    if (before && date < before->date)
        return fail(Errc::conflict, "un paquet du " + before->date.iso() +
                                        " est déjà publié : les appareils refuseraient celui-ci");
    // Notes of other rules are not compared with these.
    const bool same = before && before->bareme == bareme.id() &&
                      before->baremeVersion == bareme.version() && before->least == least;
    return position::build(position::headOf(bareme, date, source.invented, least),
                           position::scored(bareme, source.demandes, date),
                           same ? &*before : nullptr);
}

} // namespace

Result<json::value> territoryPublishCommand(const Options& options, const Clock& clock) {
    const DataDir dir(options.get("--data"));
    ESCALE_TRY_ASSIGN(bareme, baremeNamed(options.get("--bareme")));
    ESCALE_TRY_ASSIGN(date, dateOf(options, clock));
    ESCALE_TRY_ASSIGN(least, leastOf(options));
    ESCALE_TRY_ASSIGN(store, openStore(dir));
    position::Source source;
    ESCALE_TRY_ASSIGN(known, knownDemandes(*store, bareme, date));
    source.demandes = std::move(known);
    const std::size_t own = source.demandes.size();
    if (options.has("--from"))
        ESCALE_TRY(addFiles(options.get("--from"), source));
    ESCALE_TRY_ASSIGN(keys, publicationKeys(dir));
    const Shelf shelf(dir.publications(), keys.publicPem);
    ESCALE_TRY_ASSIGN(release, nextRelease(shelf, bareme, source, date, least));
    auto pack = position::sealPack(release, keys.privatePem, keys.publicPem);
    crypto::wipe(keys.privatePem);
    if (!pack)
        return pack.error();
    ESCALE_TRY(shelf.put(release.epci, *pack));
    return json::value{{"territoire", release.epci}, {"demandes", source.demandes.size()},
                       {"du_serveur", own},          {"cellules", release.cells.size()},
                       {"octets", pack->size()},     {"seuil", least},
                       {"au", date.iso()},           {"inventees", release.invented},
                       {"etag", markOf(*pack)}};
}

Result<json::value> territoryListCommand(const Options& options) {
    const DataDir dir(options.get("--data"));
    ESCALE_TRY(readConfiguration(dir));
    ESCALE_TRY_ASSIGN(keys, publicationKeys(dir));
    crypto::wipe(keys.privatePem);
    ESCALE_TRY_ASSIGN(entries, Shelf(dir.publications(), keys.publicPem).list());
    json::array result;
    for (const auto& entry : entries)
        result.push_back({{"territoire", entry.siren},
                          {"bareme", entry.bareme},
                          {"au", entry.asOf},
                          {"etag", entry.mark}});
    return json::value(std::move(result));
}

} // namespace escale::server
