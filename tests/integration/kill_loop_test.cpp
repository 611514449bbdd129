// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the server under four tablets that send without end, and of a tablet while it keeps
// and sends: each answer that was said to be kept is in the history of the server, once, in order.
#include "tests/integration/world.h"
#include "tests/support/kills.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <sqlite3.h>
#include <thread>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

constexpr int kTablets = 4;
constexpr int kPagesEvery = 5; // answers between two photos
constexpr int kMostPages = 40; // a dossier takes 60
constexpr qint64 kRestartMs = 5'000;
const QString kField = u"demandeur.adresse.voie"_s;

QString street(int number) {
    return u"rue %1"_s.arg(number);
}

/// One tablet and the person who types on it; used by one thread at a time.
class Typist {
public:
    Typist(Device device, World& world, int number)
        : m_device(std::move(device))
        , m_photo(world.photo(number)) {
        m_dossier = m_device
                        .ctl({u"dossier"_s, u"create"_s, u"--set"_s,
                              u"demandeur.nom=Essai"_s + QChar(u'A' + number)})
                        .json.value("dossier"_L1)
                        .toString();
    }

    /// True when it was said to be kept.
    bool type() {
        const int next = m_last + 1;
        const QStringList words{u"dossier"_s, u"set"_s, u"--dossier"_s, m_dossier,
                                kField + '='_L1 + street(next)};
        m_last = next; // a number that nobody said was kept may be there all the same: not again
        if (m_device.ctl(words).code != 0)
            return false;
        m_kept.push_back(next);
        if (next % kPagesEvery == 1 && m_pages < kMostPages &&
            m_device.ctl({u"piece"_s, u"add"_s, u"--dossier"_s, m_dossier, u"--type"_s,
                          u"quittance"_s, m_photo})
                    .code == 0)
            ++m_pages;
        return true;
    }

    /// The same, killed meanwhile unless it ends first.
    void typeAndDie(int delayMs) {
        const int next = ++m_last;
        const auto process = m_device.start(
            {u"dossier"_s, u"set"_s, u"--dossier"_s, m_dossier, kField + '='_L1 + street(next)});
        if (process->waitForFinished(delayMs) && process->exitCode() == 0)
            m_kept.push_back(next);
        process->kill();
        process->waitForFinished();
    }

    void sendAndDie(int delayMs) {
        const auto process = m_device.start({u"sync"_s});
        (void)process->waitForFinished(delayMs);
        process->kill();
        process->waitForFinished();
    }

    bool send() {
        const Answer answer = m_device.sync();
        return answer.code == 0 && answer.json.value("en_attente"_L1).toInt(-1) == 0;
    }

    /// Streets in the history of the server, in its order.
    [[nodiscard]] QStringList history() const {
        QStringList streets;
        const QJsonArray steps =
            m_device
                .ctl({u"dossier"_s, u"history"_s, u"--dossier"_s, m_dossier, u"--path"_s, kField})
                .json.value("etapes"_L1)
                .toArray();
        for (const QJsonValue& step : steps)
            streets << step.toObject().value("valeur"_L1).toString();
        return streets;
    }

    [[nodiscard]] const QString& dossier() const { return m_dossier; }
    [[nodiscard]] const std::vector<int>& kept() const { return m_kept; }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    Device m_device;
    QString m_photo;
    QString m_dossier;
    int m_last = 0;
    int m_pages = 0;
    std::vector<int> m_kept;
};

/// All that was kept is there; nothing is there twice; the order is the one of the person.
void checkHistory(const Typist& typist) {
    std::vector<int> there;
    for (const QString& street : typist.history())
        there.push_back(street.section(' '_L1, 1).toInt());
    QVERIFY(!there.empty());
    QVERIFY2(std::is_sorted(there.begin(), there.end(), std::less_equal<>()),
             "an answer is there twice, or before an older one");
    for (const int number : typist.kept())
        QVERIFY2(std::binary_search(there.begin(), there.end(), number),
                 qPrintable(u"lost: "_s + street(number)));
}

int receivedPages(const World& world, const QString& dossier) {
    int received = 0;
    const Answer listed =
        run(u"escale-server"_s, {u"piece"_s, u"list"_s, u"--data"_s, world.path(u"serveur"_s),
                                 u"--dossier"_s, dossier});
    const QJsonArray pieces = QJsonDocument::fromJson(listed.out).array();
    for (const QJsonValue& piece : pieces)
        received += piece.toObject().value("pages"_L1).toArray().size();
    return received;
}

/// What SQLite says of each database under `folder`: "ok", or what is wrong.
QStringList integrity(const QString& folder) {
    QStringList said;
    QDirIterator files(folder, {u"*.sqlite"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        sqlite3* database = nullptr;
        const auto hear = [](void* to, int, char** values, char**) {
            *static_cast<QStringList*>(to) << QString::fromUtf8(values[0]);
            return 0;
        };
        if (sqlite3_open(files.next().toUtf8().constData(), &database) != SQLITE_OK ||
            sqlite3_exec(database, "PRAGMA integrity_check", hear, &said, nullptr) != SQLITE_OK)
            said << QString::fromUtf8(sqlite3_errmsg(database));
        sqlite3_close(database);
    }
    return said;
}

} // namespace

class KillLoopTest : public QObject {
    Q_OBJECT
private slots:
    void theServerDiesUnderFourTabletsThatSend() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        std::vector<Typist> typists;
        for (int i = 0; i < kTablets; ++i)
            typists.emplace_back(world.enrol(u"tablette%1"_s.arg(i), u"mediateur"_s), world, i);
        for (Typist& typist : typists)
            QVERIFY(typist.type());
        std::atomic<bool> evening = false;
        std::vector<std::thread> hands;
        for (Typist& typist : typists)
            hands.emplace_back([&typist, &evening] {
                while (!evening) {
                    (void)typist.type();
                    (void)typist.send();
                }
            });
        const bool cameBack = killServer(world, kills(5));
        evening = true;
        for (std::thread& hand : hands)
            hand.join();
        QVERIFY2(cameBack, qPrintable(world.server().errors()));
        for (Typist& typist : typists) {
            QTRY_VERIFY_WITH_TIMEOUT(typist.send(), 120'000);
            checkHistory(typist);
            QCOMPARE(receivedPages(world, typist.dossier()), typist.pages());
        }
        (void)world.server().stop();
        checkDatabases(world);
    }

    void aTabletDiesWhileItKeepsAndSends() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        Typist typist(world.enrol(u"tablette"_s, u"mediateur"_s), world, 0);
        QRandomGenerator random(11);
        for (int left = kills(6); left > 0; --left) {
            if (left % 2 == 0)
                typist.typeAndDie(random.bounded(20, 600));
            else
                QVERIFY(typist.type());
            typist.sendAndDie(random.bounded(20, 900));
        }
        QTRY_VERIFY_WITH_TIMEOUT(typist.send(), 120'000);
        checkHistory(typist);
        QCOMPARE(receivedPages(world, typist.dossier()), typist.pages());
        (void)world.server().stop();
        checkDatabases(world);
    }

private:
    /// False when it does not come back.
    static bool killServer(World& world, int times) {
        QRandomGenerator random(5);
        qint64 slowest = 0;
        for (int i = 0; i < times; ++i) {
            QThread::msleep(static_cast<unsigned long>(random.bounded(50, 1'500)));
            world.server().kill();
            QElapsedTimer timer;
            timer.start();
            if (!world.startServer())
                return false;
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("%d kills; the slowest start took %lld ms%s", times, slowest,
              slowest < kRestartMs ? "" : ", over the 5 s that are promised");
        return true;
    }

    static void checkDatabases(const World& world) {
        const QStringList said = integrity(world.path({}));
        QVERIFY(said.size() >= 2); // of the server, of a tablet
        for (const QString& one : said)
            QCOMPARE(one, u"ok"_s);
    }
};

QTEST_GUILESS_MAIN(KillLoopTest)
#include "kill_loop_test.moc"
