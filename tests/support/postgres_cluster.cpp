// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_cluster.h"

#include <QFile>
#include <QProcess>

#include <stdexcept>
#include <unistd.h>

namespace escale::tests {
namespace {

const QString kPrograms = QStringLiteral("/usr/lib/postgresql/15/bin/");
const QString kUser = QStringLiteral("postgres");

} // namespace

PostgresCluster::PostgresCluster() {
    if (::geteuid() == 0)
        QProcess::execute(QStringLiteral("chown"), {kUser, m_folder.path()});
    run(QStringLiteral("initdb"),
        {QStringLiteral("-D"), data(), QStringLiteral("-U"), kUser, QStringLiteral("-A"),
         QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
         QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
    start();
}

PostgresCluster::~PostgresCluster() {
    try {
        run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), data(), QStringLiteral("-m"),
                                       QStringLiteral("immediate"), QStringLiteral("stop")});
    } catch (const std::exception&) {
        // killed by the test: there is nothing to stop
    }
}

void PostgresCluster::start() {
    const QString options =
        QStringLiteral(
            "-c listen_addresses='' -c unix_socket_directories='%1' -c max_connections=60")
            .arg(m_folder.path());
    run(QStringLiteral("pg_ctl"),
        {QStringLiteral("-D"), data(), QStringLiteral("-o"), options, QStringLiteral("-l"),
         data() + QStringLiteral("/journal"), QStringLiteral("-w"), QStringLiteral("start")});
}

void PostgresCluster::kill() {
    run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), data(), QStringLiteral("-m"),
                                   QStringLiteral("immediate"), QStringLiteral("stop")});
}

std::string PostgresCluster::newDatabase() {
    const QString name = QStringLiteral("essai%1").arg(++m_databases);
    run(QStringLiteral("createdb"),
        {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"), kUser, name});
    return QStringLiteral("host=%1 user=%2 dbname=%3")
        .arg(m_folder.path(), kUser, name)
        .toStdString();
}

void PostgresCluster::sql(const std::string& database, const std::string& statement) {
    run(QStringLiteral("psql"), {QStringLiteral("-d"), QString::fromStdString(database),
                                 QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"),
                                 QStringLiteral("-c"), QString::fromStdString(statement)});
}

void PostgresCluster::restore(const std::string& database, const QString& file) {
    // A copy in the cluster's folder: its user may not read where the tests keep theirs.
    const QString copy = m_folder.filePath(QStringLiteral("a-restaurer"));
    QFile::remove(copy);
    if (!QFile::copy(file, copy))
        throw std::runtime_error("sauvegarde illisible");
    QFile::setPermissions(copy, QFile::permissions(copy) | QFile::ReadOther);
    run(QStringLiteral("pg_restore"),
        {QStringLiteral("--no-owner"), QStringLiteral("--exit-on-error"), QStringLiteral("-d"),
         QString::fromStdString(database), copy});
}

std::string PostgresCluster::dump(const std::string& database) {
    return run(QStringLiteral("pg_dump"), {QStringLiteral("-d"), QString::fromStdString(database)});
}

std::string PostgresCluster::run(const QString& program, const QStringList& arguments) {
    QStringList words{kPrograms + program};
    if (::geteuid() == 0)
        words = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=") + kUser,
                            QStringLiteral("--regid=") + kUser, QStringLiteral("--clear-groups")} +
                words;
    words += arguments;
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The server that pg_ctl starts keeps the output open: a file, where a pipe would never end.
    const QString output = m_folder.filePath(program + QStringLiteral(".txt"));
    process.setStandardOutputFile(output);
    process.start(words.takeFirst(), words);
    const bool ended = process.waitForFinished(60'000);
    QFile said(output);
    (void)said.open(QIODevice::ReadOnly);
    const std::string text = said.readAll().toStdString();
    if (!ended || process.exitCode() != 0)
        throw std::runtime_error(program.toStdString() + " : " + text);
    return text;
}

} // namespace escale::tests
