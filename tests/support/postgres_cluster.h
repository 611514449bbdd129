// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL of the tests' own: in a temporary folder, on a Unix socket in it and nowhere else.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <string>

namespace escale::tests {

class PostgresCluster {
public:
    /// Makes the cluster and starts it; throws std::runtime_error with PostgreSQL's words. Under
    /// root, which PostgreSQL refuses, it runs as the user that Debian's package makes.
    PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;
    ~PostgresCluster();

    void start();
    /// As a power cut: no process of it is let finish anything.
    void kill();
    /// A new empty database; where libpq finds it.
    std::string newDatabase();
    /// Runs a statement in that database.
    void sql(const std::string& database, const std::string& statement);
    /// Fills an empty database with a dump of pg_dump's own format.
    void restore(const std::string& database, const QString& file);
    /// All that it holds, as SQL.
    std::string dump(const std::string& database);

private:
    /// Gives what it said; throws when it failed.
    std::string run(const QString& program, const QStringList& arguments);
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QTemporaryDir m_folder;
    int m_databases = 0;
};

} // namespace escale::tests
