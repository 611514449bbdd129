// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl certificats: from the folder of who gathers them to a device, and what it then says.
#include "client/reading/certificates.h"
#include "tests/client/ctl_program.h"
#include "tests/support/deuxddoc_authority.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale;
using namespace escale::test;
using namespace escale::tests;

namespace {

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s ne s’écrit pas", qUtf8Printable(path));
}

Date date(const QDate& day) {
    return {day.year(), day.month(), day.day()};
}

} // namespace

class ReadingCertificatesTest : public QObject {
    Q_OBJECT
private:
    DeuxDDocAuthority m_authority{"FR00"};
    QTemporaryDir m_dir;
    const QDate m_today = QDate::currentDate();

    QString at(const QString& name) const { return m_dir.filePath(name); }
    /// A pack named `name`, signed by `key` (made the first time), good from `made` to `next`.
    Answer build(const QString& name, const QDate& made, const QDate& next,
                 const QString& key = "serveur") {
        const QString folder = at("dossier-" + name);
        QDir().mkpath(folder);
        for (const auto& file : m_authority.files(date(made), date(next)))
            write(folder + "/" + QString::fromStdString(file.name),
                  QByteArray::fromStdString(file.content));
        QStringList line{"certificats", "build", "--from", folder, "--out", at(name)};
        if (QFile::exists(at(key)))
            line += {"--cle", at(key)};
        const Answer built = ctl(line);
        if (!QFile::exists(at(key))) {
            QFile::rename(at(name + ".cle"), at(key));
            QFile::rename(at(name + ".pub"), at(key + ".pub"));
        }
        return built;
    }
    QString device(const QString& name) {
        QDir().mkpath(at(name));
        write(at(name) + "/appareil.json", "{}");
        return at(name);
    }
    Answer install(const QString& device, const QString& pack, const QStringList& more = {}) {
        return ctl(QStringList{"certificats", "install", "--data", device, "--paquet", at(pack)} +
                   more);
    }
    deuxddoc::Verification verdict(const QString& device) {
        const auto held = reading::DeviceCertificates::load({device.toStdString()});
        const std::string text =
            m_authority.complete("T001", "DC04FR00T001FFFF25192801FR46MARTIN EXEMPLE\x1D"
                                         "4113614\x1D");
        return deuxddoc::verify(deuxddoc::parse(text).value(), held.trust(date(m_today)));
    }

private slots:
    void initTestCase() {
        m_authority.issue("T001");
        const Answer built = build("bon", m_today.addDays(-10), m_today.addDays(90));
        QVERIFY2(built.code == 0, qPrintable(built.message));
        QCOMPARE(built.json["certificats"].toInt(), 1);
        QCOMPARE(built.json["autorites"].toInt(), 1);
        QVERIFY(built.json["sans_autorite"].toArray().isEmpty());
    }

    void aDeviceWithoutCertificatesSaysNothing() {
        const QString data = device("vide");
        QCOMPARE(verdict(data).reason, deuxddoc::Reason::noCertificates);
        QCOMPARE(reading::DeviceCertificates::load({data.toStdString()}).failure()->code,
                 Errc::notFound);
        QCOMPARE(ctl({"certificats", "check", "--data", data}).code, 1);
    }

    void whatIsInstalledVerifies() {
        const QString data = device("tablette");
        const Answer unknown = install(data, "bon");
        QVERIFY2(unknown.code == 1 && unknown.message.contains("--cle-publique"),
                 qPrintable(unknown.message));
        const Answer done = install(data, "bon", {"--cle-publique", at("serveur.pub")});
        QVERIFY2(done.code == 0, qPrintable(done.message));
        QCOMPARE(verdict(data).verdict, deuxddoc::Verdict::verified);
        const Answer check = ctl({"certificats", "check", "--data", data});
        QCOMPARE(check.code, 0);
        QVERIFY(!check.json["perime"].toBool());
        QCOMPARE(check.json["date"].toString(), m_today.addDays(-10).toString(Qt::ISODate));
    }

    void whatIsRefusedChangesNothing() {
        const QString data = device("borne");
        QCOMPARE(install(data, "bon", {"--cle-publique", at("serveur.pub")}).code, 0);
        const QByteArray before = contentOf(data + "/certificats-2ddoc");
        const auto refused = [&](const QString& pack, const char* said) {
            const Answer answer = install(data, pack);
            QVERIFY2(answer.code == 1 && answer.message.contains(QString::fromUtf8(said)),
                     qPrintable(answer.message));
            QCOMPARE(contentOf(data + "/certificats-2ddoc"), before);
        };
        QCOMPARE(build("ancien", m_today.addDays(-20), m_today.addDays(90)).code, 0);
        refused("ancien", "plus ancien");
        QCOMPARE(build("perime", m_today.addDays(-5), m_today.addDays(-1)).code, 0);
        refused("perime", "ne servent plus");
        QCOMPARE(build("autre", m_today, m_today.addDays(90), "voleur").code, 0);
        refused("autre", "autre clé");
        QByteArray changed = contentOf(at("bon"));
        changed[200] = static_cast<char>(changed[200] ^ 1);
        write(at("change"), changed);
        refused("change", "modifié");
        write(at("coupe"), contentOf(at("bon")).left(300));
        refused("coupe", "coupé");
        QCOMPARE(verdict(data).verdict, deuxddoc::Verdict::verified);
    }

    void whatIsDamagedOrOldOnTheDeviceSaysNothing() {
        const QString data = device("abimee");
        QCOMPARE(install(data, "bon", {"--cle-publique", at("serveur.pub")}).code, 0);
        const QString path = data + "/certificats-2ddoc";
        QByteArray file = contentOf(path);
        write(path, file.left(file.size() / 2));
        QCOMPARE(verdict(data).reason, deuxddoc::Reason::noCertificates);
        // Installed in its time, looked at later.
        QCOMPARE(build("vieux", m_today.addDays(-50), m_today.addDays(-1)).code, 0);
        write(path, contentOf(at("serveur.pub")) + contentOf(at("vieux")));
        QCOMPARE(verdict(data).verdict, deuxddoc::Verdict::unverifiable);
        QCOMPARE(verdict(data).reason, deuxddoc::Reason::staleBundle);
        const Answer check = ctl({"certificats", "check", "--data", data});
        QCOMPARE(check.code, 1);
        QVERIFY(check.json["perime"].toBool());
    }

    void aFolderWithoutDateIsNotPackedWithoutOne() {
        const QString folder = at("sans-date");
        QDir().mkpath(folder);
        write(folder + "/a.pem", QByteArray::fromStdString(m_authority.pem()));
        write(folder + "/b.pem", QByteArray::fromStdString(m_authority.leafPem("T001")));
        const QStringList line{"certificats", "build", "--from", folder, "--out", at("date")};
        const Answer refused = ctl(line);
        QVERIFY2(refused.code == 1 && refused.message.contains("--prochaine"),
                 qPrintable(refused.message));
        QVERIFY(!QFile::exists(at("date")));
        const Answer built =
            ctl(line + QStringList{"--date", "2026-05-21", "--prochaine", "2026-11-21"});
        QVERIFY2(built.code == 0, qPrintable(built.message));
        QCOMPARE(ctl({"certificats", "check", "--paquet", at("date")}).json["date"].toString(),
                 QString("2026-05-21"));
    }

    void aFolderThatIsNoDeviceIsRefused() {
        const Answer answer = install(at("nulle-part"), "bon");
        QVERIFY2(answer.code == 1 && answer.message.contains("aucun appareil"),
                 qPrintable(answer.message));
        QVERIFY(!QFile::exists(at("nulle-part")));
    }
};

QTEST_GUILESS_MAIN(ReadingCertificatesTest)
#include "reading_certificates_test.moc"
