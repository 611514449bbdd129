// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/print_service.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

namespace escale::tests {

namespace {

QString programOf(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {"/usr/sbin", "/sbin"}) : found;
}

quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void writeText(const QString& path, const QString& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// A « backend » of CUPS: what carries a job to its printer. It runs as who started cupsd.
void writeBackend(const QString& path, const QString& script) {
    writeText(path, "#!/bin/sh\n[ $# -eq 0 ] && exit 0\n" + script + "\n");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool answers(quint16 port) {
    for (int i = 0; i < 100; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(100))
            return true;
        QTest::qWait(50);
    }
    return false;
}

} // namespace

void PrintService::writeConfiguration(quint16 port) const {
    const QString root = m_dir.path();
    for (const auto* name : {"spool", "cache", "state", "racine", "log"})
        QDir(root).mkdir(name);
    writeText(root + "/cupsd.conf",
              QString("Listen 127.0.0.1:%1\nAccessLog %2/log/a\nErrorLog %2/log/e\n"
                      "PreserveJobFiles No\nPreserveJobHistory No\nDefaultAuthType None\n"
                      "<Location />\nAllow all\n</Location>\n<Location /admin>\nAllow all\n"
                      "</Location>\n<Policy default>\n<Limit All>\nOrder allow,deny\n"
                      "Allow all\n</Limit>\n</Policy>\n")
                  .arg(port)
                  .arg(root));
    writeText(root + "/files.conf", QString("RequestRoot %1/spool\nCacheDir %1/cache\nStateDir "
                                            "%1/state\nServerRoot %1/racine\nServerBin %1/bin\n"
                                            "SystemGroup root\n")
                                        .arg(root));
    QDir(root).mkpath("bin/backend");
    QFile::link("/usr/lib/cups/daemon", root + "/bin/daemon"); // what starts a backend
    writeBackend(root + "/bin/backend/sortie",
                 QString("cat \"${6:--}\" > '%1/papier'").arg(m_out.path()));
    writeBackend(root + "/bin/backend/panne", "exit 4"); // CUPS_BACKEND_STOP: no paper
    writeBackend(root + "/bin/backend/lente", "sleep 600");
}

bool PrintService::start() {
    if (programOf("cupsd").isEmpty() || programOf("lpadmin").isEmpty()) {
        qWarning("cups-daemon and cups-client are among the packages to install");
        return false;
    }
    const quint16 port = freePort();
    writeConfiguration(port);
    m_server = QString("127.0.0.1:%1").arg(port);
    qputenv("CUPS_SERVER", m_server.toUtf8());
    const QString root = m_dir.path();
    m_cupsd.start(programOf("cupsd"),
                  {"-f", "-c", root + "/cupsd.conf", "-s", root + "/files.conf"});
    if (!m_cupsd.waitForStarted() || !answers(port))
        return false;
    admin("lpadmin", {"-p", "Essai", "-E", "-v", "sortie:/ici", "-m", "raw"});
    admin("lpadmin", {"-p", "Panne", "-E", "-v", "panne:/ici", "-m", "raw"});
    admin("lpadmin", {"-p", "Lente", "-E", "-v", "lente:/ici", "-m", "raw"});
    admin("lpadmin", {"-d", "Essai"});
    return true;
}

PrintService::~PrintService() {
    m_cupsd.terminate();
    m_cupsd.waitForFinished();
}

QStringList PrintService::waiting() const {
    return QDir(m_dir.filePath("spool")).entryList({"d*"}, QDir::Files);
}

QByteArray PrintService::paper() const {
    QFile out(m_out.filePath("papier"));
    return out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
}

void PrintService::admin(const QString& program, const QStringList& arguments) const {
    QProcess::execute(programOf(program), QStringList{"-h", m_server} + arguments);
}

} // namespace escale::tests
