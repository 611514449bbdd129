// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgres_connection.h"

#include <array>
#include <libpq-fe.h>
#include <vector>

namespace escale::server {
namespace {

// Numbers of PostgreSQL's own types (pg_type.dat): fixed since they exist.
constexpr Oid kInt8 = 20;
constexpr Oid kText = 25;
constexpr Oid kBytea = 17;
constexpr int kBinary = 1;

struct ResultCloser {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ResultCloser>;

Error failure(PGconn* connection, const PGresult* result) {
    const char* const field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string state = field ? field : "";
    if (PQstatus(connection) != CONNECTION_OK || state.starts_with("57P"))
        return fail(Errc::storageFailure, "la base de données ne répond pas");
    if (state == "23505")
        return fail(Errc::alreadyExists, "déjà dans la base");
    if (state == "53100")
        return fail(Errc::diskFull, "plus de place pour la base de données");
    return fail(Errc::storageFailure, "base de données : SQLSTATE " + state);
}

bool succeeded(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// ?1 → $1. The SQL of the tables has no other question mark.
std::string withDollars(std::string_view sql) {
    std::string result(sql);
    for (char& letter : result)
        if (letter == '?')
            letter = '$';
    return result;
}

/// A whole number in network order, of 8, 4, 2 or 1 bytes, as PostgreSQL sends it.
std::int64_t wholeNumber(const char* bytes, int length) {
    std::uint64_t value = length > 0 && static_cast<signed char>(bytes[0]) < 0 ? ~0ULL : 0;
    for (int i = 0; i < length; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return static_cast<std::int64_t>(value);
}

} // namespace

class PostgresConnection::Statement final : public SqlStatement {
public:
    Statement(PGconn* connection, std::string name, std::string_view sql)
        : m_connection(connection)
        , m_name(std::move(name))
        , m_sql(withDollars(sql)) {}

    Result<bool> step() override {
        if (!m_result) {
            ESCALE_TRY(execute());
            m_row = -1;
        }
        if (m_row + 1 >= PQntuples(m_result.get()))
            return false;
        ++m_row;
        return true;
    }
    Result<std::int64_t> count() override {
        ESCALE_TRY(execute());
        const std::string touched = PQcmdTuples(m_result.get());
        reset();
        return touched.empty() ? 0 : std::stoll(touched);
    }
    void reset() override {
        m_result.reset();
        m_values.clear();
        m_types.clear();
    }
    [[nodiscard]] std::int64_t columnInt(int column) const override {
        return wholeNumber(PQgetvalue(m_result.get(), m_row, column), length(column));
    }
    [[nodiscard]] std::string columnText(int column) const override {
        return {PQgetvalue(m_result.get(), m_row, column),
                static_cast<std::size_t>(length(column))};
    }
    [[nodiscard]] Bytes columnBlob(int column) const override {
        const ByteView bytes = asBytes(
            {PQgetvalue(m_result.get(), m_row, column), static_cast<std::size_t>(length(column))});
        return {bytes.begin(), bytes.end()};
    }
    [[nodiscard]] bool columnIsNull(int column) const override {
        return PQgetisnull(m_result.get(), m_row, column) == 1;
    }

private:
    void bindInt(int index, std::int64_t value) override {
        std::string bytes;
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> shift);
        set(index, kInt8, std::move(bytes));
    }
    void bindText(int index, std::string_view text) override {
        set(index, kText, std::string(text));
    }
    void bindBlob(int index, ByteView blob) override { set(index, kBytea, asString(blob)); }

    void set(int index, Oid type, std::string value) {
        const auto place = static_cast<std::size_t>(index);
        if (m_values.size() < place) {
            m_values.resize(place);
            m_types.resize(place, kText);
        }
        m_values[place - 1] = std::move(value);
        m_types[place - 1] = type;
    }

    [[nodiscard]] int length(int column) const {
        return PQgetlength(m_result.get(), m_row, column);
    }

    Result<void> execute() {
        const int count = static_cast<int>(m_values.size());
        if (!m_prepared) {
            const ResultPtr prepared(
                PQprepare(m_connection, m_name.c_str(), m_sql.c_str(), count, m_types.data()));
            if (!succeeded(prepared.get()))
                return failure(m_connection, prepared.get());
            m_prepared = true;
        }
        std::vector<const char*> values;
        std::vector<int> lengths;
        for (const std::string& value : m_values) {
            values.push_back(value.data());
            lengths.push_back(static_cast<int>(value.size()));
        }
        const std::vector<int> formats(m_values.size(), kBinary);
        m_result.reset(PQexecPrepared(m_connection, m_name.c_str(), count, values.data(),
                                      lengths.data(), formats.data(), kBinary));
        if (succeeded(m_result.get()))
            return {};
        const Error error = failure(m_connection, m_result.get());
        m_result.reset();
        return error;
    }

    PGconn* m_connection;
    std::string m_name;
    std::string m_sql;
    bool m_prepared = false;
    std::vector<std::string> m_values;
    std::vector<Oid> m_types;
    ResultPtr m_result;
    int m_row = -1;
};

void PostgresConnection::Closer::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

PostgresConnection::PostgresConnection(std::unique_ptr<pg_conn, Closer> connection)
    : m_connection(std::move(connection)) {}

PostgresConnection::~PostgresConnection() = default;

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& where) {
    // What `where` says comes after, and wins; the last word is in the SET below.
    constexpr std::array<const char*, 5> kNames{"connect_timeout", "application_name",
                                                "client_encoding", "dbname", nullptr};
    const std::array<const char*, 5> values{"5", "escale-server", "UTF8", where.c_str(), nullptr};
    std::unique_ptr<pg_conn, Closer> connection(PQconnectdbParams(kNames.data(), values.data(), 1));
    if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
        return fail(Errc::storageFailure, "la base de données ne répond pas");
    std::unique_ptr<PostgresConnection> result(new PostgresConnection(std::move(connection)));
    ESCALE_TRY(result->exec("SET synchronous_commit = on; SET statement_timeout = '30s'; "
                            "SET lock_timeout = '10s'; SET client_min_messages = error; "
                            "SET idle_in_transaction_session_timeout = '60s'"));
    return result;
}

Result<Query> PostgresConnection::use(std::string_view sql) {
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        auto statement = std::make_unique<Statement>(
            m_connection.get(), "s" + std::to_string(m_statements.size()), sql);
        known = m_statements.emplace(sql, std::move(statement)).first;
    }
    return Query(*known->second);
}

Result<void> PostgresConnection::exec(const std::string& sql) {
    const ResultPtr result(PQexec(m_connection.get(), sql.c_str()));
    if (!succeeded(result.get()))
        return failure(m_connection.get(), result.get());
    return {};
}

Result<void> PostgresConnection::commit() {
    const ResultPtr result(PQexec(m_connection.get(), "COMMIT"));
    if (!succeeded(result.get()))
        return failure(m_connection.get(), result.get());
    // After an error inside it, a transaction that is told to commit says that it rolled back.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        return fail(Errc::storageFailure, "base de données : transaction annulée");
    return {};
}

Result<std::int64_t> PostgresConnection::number(const std::string& sql) {
    const ResultPtr result(PQexecParams(m_connection.get(), sql.c_str(), 0, nullptr, nullptr,
                                        nullptr, nullptr, kBinary));
    if (!succeeded(result.get()))
        return failure(m_connection.get(), result.get());
    if (PQntuples(result.get()) != 1 || PQgetisnull(result.get(), 0, 0) == 1)
        return fail(Errc::notFound, "aucune ligne");
    return wholeNumber(PQgetvalue(result.get(), 0, 0), PQgetlength(result.get(), 0, 0));
}

bool PostgresConnection::alive() const {
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

} // namespace escale::server
