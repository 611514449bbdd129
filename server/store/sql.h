// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables need of a database, whichever it is. The SQL is what SQLite and PostgreSQL both
// understand; parameters are written ?1, ?2… Private to this room.
#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace escale::server {

/// One prepared statement. Parameters count from 1, columns from 0. Errors: Errc::alreadyExists for
/// a unique constraint, Errc::diskFull, Errc::storageFailure for the rest; after an error the
/// transaction can only be left.
class SqlStatement {
public:
    SqlStatement() = default;
    SqlStatement(const SqlStatement&) = delete;
    SqlStatement& operator=(const SqlStatement&) = delete;
    virtual ~SqlStatement() = default;

    SqlStatement& bind(int index, std::int64_t value);
    SqlStatement& bind(int index, int value) { return bind(index, std::int64_t{value}); }
    SqlStatement& bind(int index, std::string_view text);
    SqlStatement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    SqlStatement& bind(int index, ByteView blob);

    /// True when a row is there, false at the end.
    virtual Result<bool> step() = 0;
    /// Runs a statement that returns no row. Gives the number of rows it touched.
    virtual Result<std::int64_t> count() = 0;
    Result<void> run();
    /// Forgets parameters and rows.
    virtual void reset() = 0;

    [[nodiscard]] virtual std::int64_t columnInt(int column) const = 0;
    [[nodiscard]] virtual std::string columnText(int column) const = 0;
    [[nodiscard]] virtual Bytes columnBlob(int column) const = 0;
    [[nodiscard]] virtual bool columnIsNull(int column) const = 0;

protected:
    virtual void bindInt(int index, std::int64_t value) = 0;
    virtual void bindText(int index, std::string_view text) = 0;
    virtual void bindBlob(int index, ByteView blob) = 0;
};

/// A prepared statement borrowed from its connection; given back clean.
class Query {
public:
    explicit Query(SqlStatement& statement)
        : m_statement(&statement) {}
    Query(Query&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query() {
        if (m_statement)
            m_statement->reset();
    }
    SqlStatement* operator->() const { return m_statement; }

private:
    SqlStatement* m_statement;
};

/// The one number of a statement that gives one row; Errc::notFound when it gives none.
Result<std::int64_t> oneNumber(const Query& query);

/// A connection that prepares each statement once. One thread at a time.
class SqlConnection {
public:
    SqlConnection() = default;
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;
    virtual ~SqlConnection() = default;
    /// `sql` lives as long as the program; not to be borrowed twice at once.
    virtual Result<Query> use(std::string_view sql) = 0;
};

} // namespace escale::server
