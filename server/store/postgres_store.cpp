// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgres_store.h"

#include "server/store/blobs.h"
#include "server/store/migrations.h"
#include "server/store/postgres_connection.h"
#include "server/store/sql_tables.h"

#include <cerrno>
#include <mutex>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace escale::server {
namespace {

constexpr std::int64_t kOldestServer = 150000;
// Ours among the advisory locks of the database: "ESCA", and what is locked.
constexpr std::string_view kLockSchema = "SELECT pg_advisory_xact_lock(1163084609, 1)";
const std::string kBeginWrite = "BEGIN; SELECT pg_advisory_xact_lock(1163084609, 2)";
const std::string kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Leaves the transaction unless it was committed.
class Rollback {
public:
    explicit Rollback(PostgresConnection& connection)
        : m_connection(&connection) {}
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    ~Rollback() {
        if (m_connection && m_connection->alive())
            (void)m_connection->exec("ROLLBACK");
    }
    void disarm() { m_connection = nullptr; }

private:
    PostgresConnection* m_connection;
};

Result<void> migrateUnderLock(PostgresConnection& db) {
    ESCALE_TRY(db.exec(std::string(kLockSchema)));
    ESCALE_TRY(db.exec("CREATE TABLE IF NOT EXISTS schema_version(version BIGINT NOT NULL)"));
    ESCALE_TRY_ASSIGN(version, db.number("SELECT coalesce(max(version), 0) FROM schema_version"));
    const auto& migrations = sqlMigrations();
    const auto newest = static_cast<std::int64_t>(migrations.size());
    if (version > newest)
        return fail(Errc::unsupportedVersion, "base de données d’une version plus récente");
    for (; version < newest; ++version) {
        ESCALE_TRY(db.exec(postgresSchema(migrations[static_cast<std::size_t>(version)])));
        ESCALE_TRY(db.exec("INSERT INTO schema_version(version) VALUES (" +
                           std::to_string(version + 1) + ")"));
    }
    return {};
}

Result<void> migrate(PostgresConnection& db) {
    ESCALE_TRY_ASSIGN(server, db.number("SELECT current_setting('server_version_num')::bigint"));
    if (server < kOldestServer)
        return fail(Errc::unsupportedVersion, "PostgreSQL 15 ou plus récent est nécessaire");
    ESCALE_TRY(db.exec("BEGIN"));
    Rollback rollback(db);
    ESCALE_TRY(migrateUnderLock(db));
    ESCALE_TRY(db.commit());
    rollback.disarm();
    return {};
}

} // namespace

struct PostgresStore::Impl {
    std::string where;
    std::mutex guard; // protects `idle`
    std::vector<std::unique_ptr<PostgresConnection>> idle;

    std::unique_ptr<PostgresConnection> takeIdle() {
        const std::lock_guard lock(guard);
        if (idle.empty())
            return nullptr;
        auto connection = std::move(idle.back());
        idle.pop_back();
        return connection;
    }

    /// A connection on which `begin` succeeded. Those that broke while they waited are dropped.
    Result<std::unique_ptr<PostgresConnection>> begin(const std::string& begin) {
        while (auto connection = takeIdle()) {
            if (connection->exec(begin))
                return connection;
            if (connection->alive()) // not broken: the lock could not be had
                return fail(Errc::storageFailure, "la base de données est occupée");
        }
        ESCALE_TRY_ASSIGN(connection, PostgresConnection::open(where));
        ESCALE_TRY(connection->exec(begin));
        return connection;
    }

    void giveBack(std::unique_ptr<PostgresConnection> connection) {
        if (!connection->alive())
            return;
        const std::lock_guard lock(guard);
        idle.push_back(std::move(connection));
    }
};

PostgresStore::PostgresStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

PostgresStore::~PostgresStore() = default;

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(const std::string& where) {
    ESCALE_TRY_ASSIGN(connection, PostgresConnection::open(where));
    ESCALE_TRY(migrate(*connection));
    auto impl = std::make_unique<Impl>();
    impl->where = where;
    impl->giveBack(std::move(connection));
    return std::unique_ptr<PostgresStore>(new PostgresStore(std::move(impl)));
}

Result<void> PostgresStore::inTransaction(const Work& work) {
    ESCALE_TRY_ASSIGN(connection, m_impl->begin(kBeginWrite));
    Result<void> result;
    {
        Rollback rollback(*connection);
        SqlSession session(*connection);
        result = work(session);
        if (result) {
            result = connection->commit();
            rollback.disarm();
        }
    }
    m_impl->giveBack(std::move(connection));
    return result;
}

Result<void> PostgresStore::reading(const Work& work) {
    ESCALE_TRY_ASSIGN(connection, m_impl->begin(kBeginRead));
    Result<void> result;
    {
        const Rollback rollback(*connection);
        SqlSession session(*connection);
        result = work(session);
    }
    m_impl->giveBack(std::move(connection));
    return result;
}

/// The log of PostgreSQL is its operator's.
Result<void> PostgresStore::sweep() {
    return {};
}

Result<std::string> PostgresStore::saveTo(const std::string& folder) {
    const std::string name = "escale.pgdump";
    std::string program = "pg_dump";
    std::vector<std::string> words{program, "--format=custom", "--no-owner",
                                   "--file=" + folder + "/" + name, "--dbname=" + m_impl->where};
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        return fail(Errc::storageFailure, "pg_dump ne se lance pas (paquet postgresql-client)");
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(Errc::storageFailure, "pg_dump n’a pas pu finir");
    ESCALE_TRY(syncFile(folder + "/" + name));
    return name;
}

} // namespace escale::server
