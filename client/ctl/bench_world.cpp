// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/bench_world.h"

#include "client/ctl/connection.h"
#include "client/sync/enrolment.h"
#include "shared/protocol/gzip.h"
#include "shared/sqlite/sqlite.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace escale::client::ctl {
namespace {

constexpr int kStartMs = 30'000;
const std::string kPin = "402917";

QString serverProgram() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/escale-server");
}

/// As HttpsTransport and the server write it.
std::int64_t onTheWire(ByteView body, bool packs) {
    const bool packed = packs && body.size() >= protocol::kLeastToCompress;
    return static_cast<std::int64_t>(packed ? protocol::gzip(asString(body)).size() : body.size());
}

Result<std::string> textOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::notFound, path.toStdString());
    return file.readAll().toStdString();
}

} // namespace

void CountingTransport::send(HttpRequest request, Callback done) {
    ++requests;
    bytesUp += onTheWire(request.body, request.packs);
    const bool packs = request.packs;
    m_real->send(std::move(request),
                 [this, packs, done = std::move(done)](Result<HttpAnswer> answer) {
                     if (answer)
                         bytesDown += onTheWire(answer->body, packs);
                     done(std::move(answer));
                 });
}

Result<void> BenchTablet::sync() {
    SyncEngine engine(workspace->store(), workspace->pages(), *transport, workspace->clock(),
                      workspace->random());
    QEventLoop loop;
    SyncReport report;
    QObject::connect(&engine, &SyncEngine::roundFinished, &loop, [&](const SyncReport& finished) {
        report = finished;
        loop.quit();
    });
    engine.runOnce();
    loop.exec();
    if (report.error)
        return *report.error;
    if (report.waiting > 0)
        return fail(Errc::networkUnavailable, "tout n’est pas parti");
    return {};
}

Result<std::unique_ptr<BenchWorld>> BenchWorld::make(Machine& machine) {
    std::unique_ptr<BenchWorld> world(new BenchWorld(machine));
    if (!QFileInfo(serverProgram()).isExecutable())
        return fail(Errc::notFound, "escale-server n’est pas à côté de escale-ctl");
    ESCALE_TRY(world->server({QStringLiteral("init")}));
    ESCALE_TRY(world->start());
    return world;
}

BenchWorld::~BenchWorld() {
    m_server.terminate();
    if (!m_server.waitForFinished(kStartMs))
        m_server.kill();
}

Result<QJsonObject> BenchWorld::server(const QStringList& words) {
    QProcess process;
    process.start(serverProgram(),
                  words + QStringList{QStringLiteral("--data"), path(QStringLiteral("serveur"))});
    if (!process.waitForFinished(kStartMs) || process.exitCode() != 0)
        return fail(Errc::internal,
                    "escale-server : " + process.readAllStandardError().toStdString());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

Result<void> BenchWorld::start() {
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(serverProgram(), {QStringLiteral("run"), QStringLiteral("--data"),
                                     path(QStringLiteral("serveur")), QStringLiteral("--port"),
                                     QStringLiteral("0")});
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(kStartMs))
            return fail(Errc::internal, "escale-server ne démarre pas");
    }
    m_url = QJsonDocument::fromJson(m_server.readLine())
                .object()
                .value(QStringLiteral("ecoute"))
                .toString()
                .toStdString();
    return {};
}

Result<BenchTablet> BenchWorld::enrol(const std::string& name) {
    ESCALE_TRY_ASSIGN(
        code, server({QStringLiteral("enrol"), QStringLiteral("--site"), QStringLiteral("Banc"),
                      QStringLiteral("--role"), QStringLiteral("mediateur")}));
    EnrolOptions options;
    options.root = path(QString::fromStdString(name)).toStdString();
    options.server = m_url;
    options.code = code.value(QStringLiteral("code")).toString().toStdString();
    options.pin = kPin;
    ESCALE_TRY_ASSIGN(ca, textOf(path(QStringLiteral("serveur/pki/autorite.pem"))));
    options.caPem = std::move(ca);
    ESCALE_TRY_ASSIGN(first, HttpsTransport::create(m_url, {options.caPem, {}, {}}));
    QEventLoop loop;
    Result<DeviceProfile> profile = fail(Errc::internal);
    bool finished = false;
    client::enrol(options, *first, m_machine.random, [&](Result<DeviceProfile> enrolled) {
        profile = std::move(enrolled);
        finished = true;
        loop.quit();
    });
    if (!finished)
        loop.exec();
    ESCALE_TRY(profile);
    BenchTablet tablet;
    ESCALE_TRY_ASSIGN(workspace, Workspace::open(options.root, SessionKeeping::memory,
                                                 m_machine.clock, m_machine.random));
    ESCALE_TRY(workspace->unlockWithPin(kPin));
    ESCALE_TRY_ASSIGN(transport, connectDevice(*workspace));
    tablet.workspace = std::move(workspace);
    tablet.transport = std::make_unique<CountingTransport>(std::move(transport));
    return tablet;
}

double BenchWorld::serverCpu() const {
    QFile file(QStringLiteral("/proc/%1/stat").arg(m_server.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int kUser = 11; // after the name: state is 0
    return (fields.value(kUser).toDouble() + fields.value(kUser + 1).toDouble()) /
           static_cast<double>(::sysconf(_SC_CLK_TCK));
}

Result<std::int64_t> BenchWorld::serverBytes() {
    const QString file = path(QStringLiteral("serveur/escale.sqlite"));
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(file.toStdString()));
    ESCALE_TRY(db.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    return QFileInfo(file).size();
}

} // namespace escale::client::ctl
