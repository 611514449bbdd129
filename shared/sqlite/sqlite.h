// SPDX-License-Identifier: GPL-3.0-or-later
// A thin RAII layer over SQLite's C API, for client/store and server/store only.
// Durability is the same for both: WAL, synchronous=FULL, secure_delete, temp_store in memory.
#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace escale::sqlite {

/// One prepared statement. Not for use by two threads at once. Bind indexes start at 1, columns
/// at 0, as in SQLite. Views returned by columns hold until the next step() or reset().
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* db, sqlite3_stmt* handle);
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
    Statement& bind(int index, bool value) { return bind(index, std::int64_t{value}); }
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, ByteView blob);
    Statement& bindNull(int index);

    /// True when a row is there, false at the end.
    Result<bool> step();
    /// Runs a statement that returns no row, and resets it for the next use.
    Result<void> run();
    /// Forgets bindings and rows.
    void reset();

    [[nodiscard]] std::int64_t columnInt(int column) const;
    [[nodiscard]] std::string columnText(int column) const;
    [[nodiscard]] Bytes columnBlob(int column) const;
    [[nodiscard]] bool columnIsNull(int column) const;

private:
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_handle = nullptr;
    int m_bindError = 0;
};

/// One connection. Errors: Errc::diskFull when the disk or the file size limit is reached,
/// Errc::alreadyExists for a unique constraint, Errc::storageFailure for the rest.
class Database {
public:
    Database() = default;
    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;

    /// Opens or creates `path` (mode 0600) and sets the durability named above; waits up to 5 s for
    /// another connection's lock.
    static Result<Database> open(const std::string& path);

    /// Runs one or several statements without parameters.
    Result<void> exec(std::string_view sql);
    Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] std::int64_t lastInsertId() const;
    /// Rows touched by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] std::int64_t changes() const;
    /// PRAGMA user_version: number of the last migration applied.
    Result<std::int64_t> userVersion();
    Result<void> setUserVersion(std::int64_t version);

private:
    struct Closer {
        void operator()(sqlite3* db) const;
    };
    std::unique_ptr<sqlite3, Closer> m_db;
};

/// BEGIN IMMEDIATE at construction; rolls back on destruction unless commit() succeeded.
class Transaction {
public:
    static Result<Transaction> begin(Database& db);
    Transaction(Transaction&& other) noexcept
        : m_db(std::exchange(other.m_db, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& db)
        : m_db(&db) {}
    Database* m_db;
};

} // namespace escale::sqlite
