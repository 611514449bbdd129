// SPDX-License-Identifier: GPL-3.0-or-later
// Printing through a real CUPS of our own, on the loopback, whose printer is a file.
#include "client/papers/cups_printer.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale;
using namespace escale::papers;

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

} // namespace

class PapersPrintingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (programOf("cupsd").isEmpty() || programOf("lpadmin").isEmpty())
            QFAIL("cups-daemon and cups-client are among the packages to install");
        const QString root = m_dir.path();
        const quint16 port = freePort();
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
                     QString("cat \"${6:--}\" > '%1/papier'").arg(root));
        writeBackend(root + "/bin/backend/panne", "exit 4"); // CUPS_BACKEND_STOP: no paper
        m_server = QString("127.0.0.1:%1").arg(port);
        qputenv("CUPS_SERVER", m_server.toUtf8());
        m_cupsd.start(programOf("cupsd"),
                      {"-f", "-c", root + "/cupsd.conf", "-s", root + "/files.conf"});
        if (!m_cupsd.waitForStarted() || !answers(port))
            QFAIL("cupsd does not start");
        lpadmin({"-p", "Essai", "-E", "-v", "sortie:/ici", "-m", "raw"});
        lpadmin({"-d", "Essai"});
    }

    void cleanupTestCase() {
        m_cupsd.terminate();
        m_cupsd.waitForFinished();
    }

    void aPaperComesOutWholeAndNothingStays() {
        CupsPrinter printer({}, std::chrono::seconds(20));
        QVERIFY(printer.isThere());
        const std::string pdf = "%PDF-1.5 " + std::string(100'000, 'x') + " Benarous %%EOF";
        const auto printed = printer.print(asBytes(pdf), "Escale");
        QVERIFY2(printed, printed ? "" : printed.error().detail.c_str());
        QFile out(m_dir.filePath("papier"));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), QByteArray::fromStdString(pdf));
        QCOMPARE(QDir(m_dir.filePath("spool")).entryList({"d*"}, QDir::Files).size(), 0);
    }

    void aQueueThatIsStoppedIsNoPrinter() {
        QProcess::execute(programOf("cupsdisable"), {"-h", m_server, "Essai"});
        CupsPrinter printer({}, std::chrono::seconds(2));
        QVERIFY(!printer.isThere());
        QCOMPARE(printer.print(asBytes("%PDF-1.5"), "Escale").error().code, Errc::notFound);
        QProcess::execute(programOf("cupsenable"), {"-h", m_server, "Essai"});
        QVERIFY(printer.isThere());
    }

    void aPrinterThatDoesNotPrintIsSaidAndTheJobIsTakenBack() {
        lpadmin({"-p", "Panne", "-E", "-v", "panne:/ici", "-m", "raw"});
        CupsPrinter printer("Panne", std::chrono::seconds(2));
        const auto printed = printer.print(asBytes("%PDF-1.5"), "Escale");
        QVERIFY(!printed);
        QVERIFY(printed.error().code == Errc::timeout || printed.error().code == Errc::peerRefused);
        QCOMPARE(QDir(m_dir.filePath("spool")).entryList({"d*"}, QDir::Files).size(), 0);
    }

    void aNameThatNobodyKnowsIsNoPrinter() { QVERIFY(!CupsPrinter("inconnue").isThere()); }

private:
    void lpadmin(const QStringList& arguments) {
        QProcess::execute(programOf("lpadmin"), QStringList{"-h", m_server} + arguments);
    }
    static bool answers(quint16 port) {
        for (int i = 0; i < 100; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (socket.waitForConnected(100))
                return true;
            QTest::qWait(50);
        }
        return false;
    }

    QTemporaryDir m_dir;
    QString m_server;
    QProcess m_cupsd;
};

QTEST_MAIN(PapersPrintingTest)
#include "papers_printing_test.moc"
