// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite_store.h"

#include "server/store/blobs.h"
#include "server/store/migrations.h"
#include "server/store/sql_tables.h"
#include "shared/sqlite/sqlite.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace escale::server {
namespace {

Result<void> migrate(sqlite::Database& db) {
    const auto& migrations = sqlMigrations();
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

class SqliteStatement final : public SqlStatement {
public:
    SqliteStatement(sqlite::Database& db, sqlite::Statement statement)
        : m_db(db)
        , m_statement(std::move(statement)) {}
    Result<bool> step() override { return m_statement.step(); }
    Result<std::int64_t> count() override {
        ESCALE_TRY(m_statement.run());
        return m_db.changes();
    }
    void reset() override { m_statement.reset(); }
    [[nodiscard]] std::int64_t columnInt(int column) const override {
        return m_statement.columnInt(column);
    }
    [[nodiscard]] std::string columnText(int column) const override {
        return m_statement.columnText(column);
    }
    [[nodiscard]] Bytes columnBlob(int column) const override {
        return m_statement.columnBlob(column);
    }
    [[nodiscard]] bool columnIsNull(int column) const override {
        return m_statement.columnIsNull(column);
    }

private:
    void bindInt(int index, std::int64_t value) override { m_statement.bind(index, value); }
    void bindText(int index, std::string_view text) override { m_statement.bind(index, text); }
    void bindBlob(int index, ByteView blob) override { m_statement.bind(index, blob); }

    sqlite::Database& m_db;
    sqlite::Statement m_statement;
};

class SqliteConnection final : public SqlConnection {
public:
    explicit SqliteConnection(sqlite::Database database)
        : db(std::move(database)) {}
    Result<Query> use(std::string_view sql) override {
        auto known = m_statements.find(sql);
        if (known == m_statements.end()) {
            ESCALE_TRY_ASSIGN(statement, db.prepare(sql));
            known = m_statements
                        .emplace(sql, std::make_unique<SqliteStatement>(db, std::move(statement)))
                        .first;
        }
        return Query(*known->second);
    }

    sqlite::Database db;

private:
    std::unordered_map<std::string_view, std::unique_ptr<SqliteStatement>> m_statements;
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

struct SqliteStore::Impl {
    std::string path;
    std::mutex writing; // held for a whole transaction
    std::unique_ptr<SqliteConnection> writer;
    std::mutex guard; // protects `readers`
    std::vector<std::unique_ptr<SqliteConnection>> readers;

    Result<std::unique_ptr<SqliteConnection>> takeReader() {
        {
            const std::lock_guard lock(guard);
            if (!readers.empty()) {
                auto reader = std::move(readers.back());
                readers.pop_back();
                return reader;
            }
        }
        ESCALE_TRY_ASSIGN(db, sqlite::Database::open(path));
        return std::make_unique<SqliteConnection>(std::move(db));
    }

    void giveBack(std::unique_ptr<SqliteConnection> reader) {
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
    impl->writer = std::make_unique<SqliteConnection>(std::move(db));
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(impl)));
}

Result<void> SqliteStore::inTransaction(const Work& work) {
    const std::lock_guard lock(m_impl->writing);
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_impl->writer->db));
    SqlSession session(*m_impl->writer);
    ESCALE_TRY(work(session));
    return transaction.commit();
}

Result<void> SqliteStore::reading(const Work& work) {
    ESCALE_TRY_ASSIGN(reader, m_impl->takeReader());
    Result<void> result;
    {
        ReadTransaction transaction(reader->db);
        ESCALE_TRY(transaction.begin());
        SqlSession session(*reader);
        result = work(session);
    }
    m_impl->giveBack(std::move(reader));
    return result;
}

Result<void> SqliteStore::sweep() {
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(m_impl->path));
    return db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<std::string> SqliteStore::saveTo(const std::string& folder) {
    const std::string name = "escale.sqlite";
    std::string quoted = folder + "/" + name;
    for (std::size_t at = quoted.find('\''); at != std::string::npos;
         at = quoted.find('\'', at + 2))
        quoted.insert(at, 1, '\'');
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(m_impl->path));
    ESCALE_TRY(db.exec("VACUUM INTO '" + quoted + "'"));
    ESCALE_TRY(syncFile(folder + "/" + name));
    return name;
}

} // namespace escale::server
