// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/data_dir.h"

#include "server/store/blobs.h"
#include "server/store/postgres_store.h"
#include "server/store/sqlite_store.h"
#include "shared/base/json.h"

namespace escale::server {
namespace {

constexpr std::size_t kMaxConfigurationBytes = 64U << 10;
constexpr std::int64_t kMaxThreads = 64;
constexpr std::int64_t kMaxUncertainSeconds = 3600;
constexpr std::int64_t kMaxUploadSeconds = 90 * 24 * 3600;
constexpr std::int64_t kMaxReserveMiB = 1 << 20;
constexpr std::int64_t kMaxAttempts = 100'000;
constexpr std::int64_t kMaxPerMinute = 100'000;

Result<std::vector<std::string>> texts(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    std::vector<std::string> result;
    for (const json::value& value : *array) {
        if (!value.is_string())
            return fail(Errc::malformed, "configuration : " + std::string(member));
        result.emplace_back(value.as_string());
    }
    return result;
}

/// An optional number between `least` and `most`.
Result<std::int64_t> bounded(const json::object& object, std::string_view member,
                             std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const std::int64_t value = jsonIntOr(object, member, otherwise);
    if (value < least || value > most)
        return fail(Errc::malformed, "configuration : " + std::string(member) + " hors bornes");
    return value;
}

bool isHour(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) &&
           text.substr(0, 2) < "24" && text.substr(3) < "60";
}

/// "21:00-06:00".
Result<void> readHours(const std::string& text, Configuration& result) {
    if (text.empty())
        return {};
    const auto dash = text.find('-');
    if (dash == std::string::npos || !isHour(text.substr(0, dash)) ||
        !isHour(text.substr(dash + 1)))
        return fail(Errc::malformed, "configuration : plage_envoi s’écrit 21:00-06:00");
    result.sendFrom = text.substr(0, dash);
    result.sendTo = text.substr(dash + 1);
    return {};
}

} // namespace

Result<std::string> readText(const std::string& path) {
    auto bytes = readFile(path, kMaxConfigurationBytes);
    if (!bytes)
        return fail(bytes.error().code, bytes.error().detail + " : " + path);
    return asString(*bytes);
}

Result<Configuration> readConfiguration(const DataDir& dir) {
    ESCALE_TRY_ASSIGN(text, readText(dir.file("configuration.json")));
    ESCALE_TRY_ASSIGN(parsed, parseJson(text, kMaxConfigurationBytes));
    if (!parsed.is_object())
        return fail(Errc::malformed, "configuration illisible");
    const json::object& object = parsed.as_object();
    Configuration result;
    ESCALE_TRY_ASSIGN(address, jsonString(object, "adresse"));
    ESCALE_TRY_ASSIGN(port, jsonInt(object, "port"));
    ESCALE_TRY_ASSIGN(threads, jsonInt(object, "fils"));
    ESCALE_TRY_ASSIGN(names, texts(object, "noms"));
    ESCALE_TRY_ASSIGN(addresses, texts(object, "adresses"));
    ESCALE_TRY_ASSIGN(guichet, jsonString(object, "guichet"));
    ESCALE_TRY_ASSIGN(uncertain, bounded(object, "attente_incertaine", result.uncertainSeconds, 1,
                                         kMaxUncertainSeconds));
    ESCALE_TRY_ASSIGN(upload,
                      bounded(object, "duree_envoi", result.uploadSeconds, 1, kMaxUploadSeconds));
    ESCALE_TRY_ASSIGN(reserve,
                      bounded(object, "reserve_disque", result.reserveMiB, 0, kMaxReserveMiB));
    ESCALE_TRY_ASSIGN(attempts, bounded(object, "essais_max", result.maxAttempts, 0, kMaxAttempts));
    ESCALE_TRY_ASSIGN(perMinute,
                      bounded(object, "envois_par_minute", result.perMinute, 0, kMaxPerMinute));
    ESCALE_TRY(readHours(jsonStringOr(object, "plage_envoi"), result));
    if (port < 0 || port > 65535 || threads < 1 || threads > kMaxThreads)
        return fail(Errc::malformed, "configuration : port ou fils hors bornes");
    result.address = std::move(address);
    result.port = static_cast<std::uint16_t>(port);
    result.threads = static_cast<unsigned>(threads);
    result.names = std::move(names);
    result.ipAddresses = std::move(addresses);
    result.guichet = std::move(guichet);
    result.database = jsonStringOr(object, "base", {});
    result.uncertainSeconds = uncertain;
    result.maxAttempts = attempts;
    result.perMinute = perMinute;
    result.uploadSeconds = upload;
    result.reserveMiB = reserve;
    return result;
}

Result<std::unique_ptr<Store>> makeStore(const DataDir& dir, const Configuration& configuration) {
    if (configuration.database.empty()) {
        ESCALE_TRY_ASSIGN(store, SqliteStore::open(dir.database()));
        return std::unique_ptr<Store>(std::move(store));
    }
    ESCALE_TRY_ASSIGN(store, PostgresStore::open(configuration.database));
    return std::unique_ptr<Store>(std::move(store));
}

Result<std::unique_ptr<Store>> openStore(const DataDir& dir) {
    // Never creates a database where init has not been.
    ESCALE_TRY_ASSIGN(configuration, readConfiguration(dir));
    return makeStore(dir, configuration);
}

Result<Enrolment::Keys> readEnrolmentKeys(const DataDir& dir) {
    ESCALE_TRY_ASSIGN(caCert, readText(dir.pki(kCaCert)));
    ESCALE_TRY_ASSIGN(caKey, readText(dir.pki(kCaKey)));
    ESCALE_TRY_ASSIGN(sealing, readText(dir.pki(kSealingCert)));
    ESCALE_TRY_ASSIGN(escrow, readText(dir.pki(kEscrowCert)));
    return Enrolment::Keys{{std::move(caCert), std::move(caKey)},
                           {std::move(sealing), std::move(escrow)}};
}

Result<SealingKey> readSealingKey(const DataDir& dir) {
    ESCALE_TRY_ASSIGN(cert, readText(dir.pki(kSealingCert)));
    ESCALE_TRY_ASSIGN(key, readText(dir.pki(kSealingKey)));
    return SealingKey{std::move(cert), std::move(key)};
}

} // namespace escale::server
