// SPDX-License-Identifier: GPL-3.0-or-later
// The store in one SQLite file (WAL, synchronous=FULL). Writers of this process wait for each
// other on a mutex, those of other processes on SQLite's lock; readers wait for nobody.
#pragma once

#include "server/store/store.h"

#include <memory>
#include <string>

namespace escale::server {

class SqliteStore final : public Store {
public:
    /// Opens or creates `path` and brings its schema up to date, each migration in a transaction.
    /// Errc::unsupportedVersion when the file comes from a newer program.
    static Result<std::unique_ptr<SqliteStore>> open(const std::string& path);
    ~SqliteStore() override;

    Result<void> inTransaction(const Work& work) override;
    Result<void> reading(const Work& work) override;
    Result<void> sweep() override;
    Result<std::string> saveTo(const std::string& folder) override;

private:
    struct Impl;
    explicit SqliteStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace escale::server
