// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite_store.h"

#include "server/store/sqlite_tables.h"

#include <array>
#include <mutex>

namespace escale::data {
extern const std::string_view serverMigration001;
extern const std::string_view serverMigration002;
extern const std::string_view serverMigration003;
} // namespace escale::data

namespace escale::server {
namespace {

Result<void> migrate(sqlite::Database& db) {
    const std::array migrations{data::serverMigration001, data::serverMigration002,
                                data::serverMigration003};
    const auto newest = static_cast<std::int64_t>(migrations.size());
    ESCALE_TRY_ASSIGN(present, db.userVersion());
    if (present == newest)
        return {};
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(db));
    // Read again under the lock: another process may have just done it.
    ESCALE_TRY_ASSIGN(version, db.userVersion());
    if (version > newest)
        return fail(Errc::unsupportedVersion, "base de données d’une version plus récente");
    for (; version < newest; ++version)
        ESCALE_TRY(db.exec(migrations[static_cast<std::size_t>(version)]));
    ESCALE_TRY(db.setUserVersion(newest));
    return transaction.commit();
}

class SqliteSession final : public StoreSession {
public:
    explicit SqliteSession(Connection& connection)
        : m_devices(connection)
        , m_dossiers(connection)
        , m_pages(connection)
        , m_outbox(connection)
        , m_returns(connection) {}
    DeviceTable& devices() override { return m_devices; }
    DossierTable& dossiers() override { return m_dossiers; }
    PageTable& pages() override { return m_pages; }
    OutboxTable& outbox() override { return m_outbox; }
    ReturnTable& returns() override { return m_returns; }

private:
    SqliteDevices m_devices;
    SqliteDossiers m_dossiers;
    SqlitePages m_pages;
    SqliteOutbox m_outbox;
    SqliteReturns m_returns;
};

/// BEGIN (deferred): one consistent state for all the reads, no lock that a writer would wait for.
class ReadTransaction {
public:
    explicit ReadTransaction(sqlite::Database& db)
        : m_db(db) {}
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    Result<void> begin() { return m_db.exec("BEGIN"); }
    ~ReadTransaction() { (void)m_db.exec("ROLLBACK"); }

private:
    sqlite::Database& m_db;
};

} // namespace

Result<Query> Connection::use(std::string_view sql) {
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return Query(known->second);
    ESCALE_TRY_ASSIGN(statement, db.prepare(sql));
    return Query(m_statements.emplace(sql, std::move(statement)).first->second);
}

struct SqliteStore::Impl {
    std::string path;
    std::mutex writing; // held for a whole transaction
    std::unique_ptr<Connection> writer;
    std::mutex guard; // protects `readers`
    std::vector<std::unique_ptr<Connection>> readers;

    Result<std::unique_ptr<Connection>> takeReader() {
        {
            const std::lock_guard lock(guard);
            if (!readers.empty()) {
                auto reader = std::move(readers.back());
                readers.pop_back();
                return reader;
            }
        }
        ESCALE_TRY_ASSIGN(db, sqlite::Database::open(path));
        return std::make_unique<Connection>(std::move(db));
    }

    void giveBack(std::unique_ptr<Connection> reader) {
        const std::lock_guard lock(guard);
        readers.push_back(std::move(reader));
    }
};

SqliteStore::SqliteStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path) {
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(path));
    ESCALE_TRY(migrate(db));
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->writer = std::make_unique<Connection>(std::move(db));
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(impl)));
}

Result<void> SqliteStore::inTransaction(const Work& work) {
    const std::lock_guard lock(m_impl->writing);
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_impl->writer->db));
    SqliteSession session(*m_impl->writer);
    ESCALE_TRY(work(session));
    return transaction.commit();
}

Result<void> SqliteStore::reading(const Work& work) {
    ESCALE_TRY_ASSIGN(reader, m_impl->takeReader());
    Result<void> result;
    {
        ReadTransaction transaction(reader->db);
        ESCALE_TRY(transaction.begin());
        SqliteSession session(*reader);
        result = work(session);
    }
    m_impl->giveBack(std::move(reader));
    return result;
}

} // namespace escale::server
