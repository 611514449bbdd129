// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/sqlite.h"

#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace escale::sqlite {
namespace {

Error sqliteError(sqlite3* db, int code) {
    const std::string detail =
        std::string("SQLite : ") + (db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return fail(Errc::diskFull, detail);
    case SQLITE_CONSTRAINT:
        return fail(Errc::alreadyExists, detail);
    case SQLITE_IOERR: {
        // A write cut short by a full disk or a file size limit surfaces as an I/O error; so does
        // the -shm file, which grows when a database is opened.
        const int precise = db ? sqlite3_extended_errcode(db) : code;
        const bool full = precise == SQLITE_IOERR_WRITE || precise == SQLITE_IOERR_SHMSIZE;
        return fail(full ? Errc::diskFull : Errc::storageFailure, detail);
    }
    default:
        return fail(Errc::storageFailure, detail);
    }
}

} // namespace

Statement::Statement(sqlite3* db, sqlite3_stmt* handle)
    : m_db(db)
    , m_handle(handle) {}

Statement::Statement(Statement&& other) noexcept
    : m_db(other.m_db)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_bindError(other.m_bindError) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(m_db, other.m_db);
    std::swap(m_handle, other.m_handle);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

Statement& Statement::bind(int index, std::int64_t value) {
    m_bindError |= sqlite3_bind_int64(m_handle, index, value);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    m_bindError |= sqlite3_bind_text64(m_handle, index, text.data() ? text.data() : "", text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
    m_bindError |= blob.empty() ? sqlite3_bind_zeroblob(m_handle, index, 0)
                                : sqlite3_bind_blob64(m_handle, index, blob.data(), blob.size(),
                                                      SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int index) {
    m_bindError |= sqlite3_bind_null(m_handle, index);
    return *this;
}

Result<bool> Statement::step() {
    if (m_bindError != SQLITE_OK)
        return fail(Errc::internal, "paramètre SQL refusé");
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteError(m_db, sqlite3_extended_errcode(m_db));
}

Result<void> Statement::run() {
    auto stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bindError = SQLITE_OK;
}

std::int64_t Statement::columnInt(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

std::string Statement::columnText(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return text
               ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)))
               : std::string();
}

Bytes Statement::columnBlob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_handle, column));
    return data ? Bytes(data, data + sqlite3_column_bytes(m_handle, column)) : Bytes();
}

bool Statement::columnIsNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* db) const {
    sqlite3_close_v2(db);
}

Result<Database> Database::open(const std::string& path) {
    // SQLite gives its -wal and -shm files the mode of the database: a new one is made private
    // first. One that exists is never opened here: closing any descriptor of a file drops all the
    // POSIX locks that this process holds on it, those of its other connections included.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST)
        return fail(errno == ENOSPC ? Errc::diskFull : Errc::storageFailure,
                    "base impossible à ouvrir");
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Database db;
    db.m_db.reset(raw);
    if (code != SQLITE_OK)
        return sqliteError(raw, code);
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 5000);
    ESCALE_TRY(db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                       "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; "
                       "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"));
    return db;
}

Result<void> Database::exec(std::string_view sql) {
    const int code = sqlite3_exec(m_db.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_db.get(), sqlite3_extended_errcode(m_db.get()));
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code =
        sqlite3_prepare_v2(m_db.get(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_db.get(), code);
    return Statement(m_db.get(), handle);
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_db.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_db.get());
}

Result<std::int64_t> Database::userVersion() {
    ESCALE_TRY_ASSIGN(statement, prepare("PRAGMA user_version"));
    ESCALE_TRY(statement.step());
    return statement.columnInt(0);
}

Result<void> Database::setUserVersion(std::int64_t version) {
    return exec("PRAGMA user_version=" + std::to_string(version));
}

Result<Transaction> Transaction::begin(Database& db) {
    ESCALE_TRY(db.exec("BEGIN IMMEDIATE"));
    return Transaction(db);
}

Transaction::~Transaction() {
    if (m_db)
        (void)m_db->exec("ROLLBACK");
}

Result<void> Transaction::commit() {
    ESCALE_TRY(m_db->exec("COMMIT"));
    m_db = nullptr;
    return {};
}

} // namespace escale::sqlite
