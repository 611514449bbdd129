// SPDX-License-Identifier: GPL-3.0-or-later
// The store in a PostgreSQL database that any number of escale-server processes share. Writers wait
// for each other on one advisory lock of the database, held until their commit: changes of dossiers
// are numbered in the order in which they are seen. Readers wait for nobody.
#pragma once

#include "server/store/store.h"

#include <memory>
#include <string>

namespace escale::server {

class PostgresStore final : public Store {
public:
    /// `where` is a libpq connection string or URI (its password may come from ~/.pgpass). Brings
    /// the schema up to date, alone among processes. Errc::unsupportedVersion when the database was
    /// made by a newer program, or is older than PostgreSQL 15; Errc::storageFailure when it is
    /// away. A database that goes away later makes each unit of work fail; it is found again by
    /// itself.
    static Result<std::unique_ptr<PostgresStore>> open(const std::string& where);
    ~PostgresStore() override;

    Result<void> inTransaction(const Work& work) override;
    Result<void> reading(const Work& work) override;
    Result<void> sweep() override;
    Result<std::string> saveTo(const std::string& folder) override;

private:
    struct Impl;
    explicit PostgresStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace escale::server
