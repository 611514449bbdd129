// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to PostgreSQL 15 or newer, through libpq. Private to this room.
#pragma once

#include "server/store/sql.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct pg_conn;
struct pg_result;

namespace escale::server {

/// The words of SQLite that a migration uses, in those of PostgreSQL: types, identities, and the
/// `rowid` that SQLite gives to every table without a key of its own.
std::string postgresSchema(std::string_view sqliteSchema);

/// Errors: Errc::diskFull (SQLSTATE class 53), Errc::alreadyExists (23505), else
/// Errc::storageFailure; the detail holds a SQLSTATE, never a value.
class PostgresConnection final : public SqlConnection {
public:
    /// `where` is a libpq connection string or URI. Waits 5 s at most. Commits are on disk when
    /// they answer, whatever the server's default is; a statement may take 30 s, a lock 10 s.
    static Result<std::unique_ptr<PostgresConnection>> open(const std::string& where);
    ~PostgresConnection() override;

    Result<Query> use(std::string_view sql) override;
    /// One or several statements without parameters.
    Result<void> exec(const std::string& sql);
    /// COMMIT; fails when the server answers that it rolled back.
    Result<void> commit();
    /// The one number of a query without parameters.
    Result<std::int64_t> number(const std::string& sql);
    /// False once the connection broke: nothing more can be asked of it.
    [[nodiscard]] bool alive() const;

private:
    class Statement;
    struct Closer {
        void operator()(pg_conn* connection) const;
    };
    explicit PostgresConnection(std::unique_ptr<pg_conn, Closer> connection);

    std::unique_ptr<pg_conn, Closer> m_connection;
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> m_statements;
};

} // namespace escale::server
