// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sqlite/sqlite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace escale;
using namespace escale::sqlite;

namespace {

std::int64_t countRows(Database& db) {
    auto statement = db.prepare("SELECT count(*) FROM t");
    return statement && statement->step() ? statement->columnInt(0) : -1;
}

/// Runs `work` in a child process; its exit code.
template <class Work>
int inChild(Work work) {
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int insertOne(const std::string& path) {
    auto db = Database::open(path);
    return db && db->exec("INSERT INTO t VALUES(1)") ? 0 : 1;
}

} // namespace

class SqliteTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath("base.sqlite").toStdString();
    }

    void fileIsPrivate() {
        QVERIFY(Database::open(m_path));
        const auto mode = QFile::permissions(QString::fromStdString(m_path));
        QCOMPARE(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);
    }

    // A second connection must not drop the locks of the first: otherwise a process that closes its
    // own connection takes itself for the last one and removes the journal under us.
    void otherProcessesAreSeenByEveryConnection() {
        auto first = Database::open(m_path);
        QVERIFY(first && first->exec("CREATE TABLE t(n)"));
        auto second = Database::open(m_path);
        QVERIFY(second);
        for (int round = 1; round <= 3; ++round) {
            QCOMPARE(inChild([this] { return insertOne(m_path); }), 0);
            QCOMPARE(countRows(*first), round);
            QCOMPARE(countRows(*second), round);
        }
    }

    void transactionRollsBackUnlessCommitted() {
        auto db = Database::open(m_path);
        QVERIFY(db && db->exec("CREATE TABLE t(n)"));
        {
            auto transaction = Transaction::begin(*db);
            QVERIFY(transaction && db->exec("INSERT INTO t VALUES(1)"));
        }
        QCOMPARE(countRows(*db), 0);
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction && db->exec("INSERT INTO t VALUES(1)") && transaction->commit());
        QCOMPARE(countRows(*db), 1);
    }

    void valuesComeBackAsTheyWere() {
        auto db = Database::open(m_path);
        QVERIFY(db && db->exec("CREATE TABLE t(a, b, c, d)"));
        const Bytes blob{0, 1, 255};
        auto insert = db->prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
        QVERIFY(insert->bind(1, std::string_view("é\0x", 4)).bind(2, ByteView(blob)).run());
        auto select = db->prepare("SELECT a, b, c FROM t");
        QVERIFY(*select->step());
        QCOMPARE(select->columnText(0), std::string("é\0x", 4));
        QCOMPARE(select->columnBlob(1), blob);
        QVERIFY(select->columnIsNull(2));
    }

    void uniqueConstraintHasItsOwnError() {
        auto db = Database::open(m_path);
        QVERIFY(db && db->exec("CREATE TABLE t(n UNIQUE); INSERT INTO t VALUES(1)"));
        QCOMPARE(db->exec("INSERT INTO t VALUES(1)").error().code, Errc::alreadyExists);
        QCOMPARE(db->exec("NOT SQL").error().code, Errc::storageFailure);
    }

    void fullDiskIsToldAndNothingIsLost() {
        QVERIFY(Database::open(m_path)->exec("CREATE TABLE t(n); INSERT INTO t VALUES(0)"));
        const int code = inChild([this] {
            signal(SIGXFSZ, SIG_IGN);
            auto db = Database::open(m_path);
            const rlimit limit{200'000, 200'000};
            setrlimit(RLIMIT_FSIZE, &limit);
            for (int i = 0; i < 100; ++i) {
                auto done = db->exec("INSERT INTO t VALUES(zeroblob(20000))");
                if (!done)
                    return done.error().code == Errc::diskFull ? 0 : 2;
            }
            return 1;
        });
        QCOMPARE(code, 0);
        auto db = Database::open(m_path);
        QVERIFY(countRows(*db) >= 1);
        auto check = db->prepare("PRAGMA integrity_check");
        QVERIFY(*check->step());
        QCOMPARE(check->columnText(0), std::string("ok"));
        check->reset();
        QVERIFY(db->exec("INSERT INTO t VALUES(1)"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_path;
};

QTEST_APPLESS_MAIN(SqliteTest)
#include "sqlite_test.moc"
