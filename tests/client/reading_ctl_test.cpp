// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl scan on a photo made here: what it says of the code and of the text.
#include "tests/client/reading_support.h"
#include "tests/support/deuxddoc_authority.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

/// A notice on a dark table, seen from a little to the side.
QImage photoOf(const std::string& code) {
    QImage page = blankPage();
    write(page, 60, 30, "AVIS D'IMPÔT ÉTABLI EN 2025", 14);
    write(page, 20, 60, "Date d'établissement : 07/07/2025", 11);
    for (int line = 0; line < 12; ++line)
        write(page, 20, 90 + 9 * line, "Ligne d’information complémentaire de cet avis", 10);
    drawSymbol(page, 15, 248, code);
    QImage photo(2100, 2800, QImage::Format_RGB32);
    photo.fill(QColor(70, 52, 38));
    const double width = page.width(), height = page.height();
    QTransform placed;
    if (!QTransform::quadToQuad(QPolygonF({{0, 0}, {width, 0}, {width, height}, {0, height}}),
                                QPolygonF({{190, 150}, {1900, 180}, {1860, 2600}, {170, 2560}}),
                                placed))
        qFatal("the page has no place in the photo");
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(placed);
    painter.drawImage(0, 0, page);
    return photo;
}

} // namespace

class ReadingCtlTest : public QObject {
    Q_OBJECT
private:
    DeuxDDocAuthority m_authority{"FR00"};
    QTemporaryDir m_folder;
    std::string m_code;

    QJsonObject scan(const std::string& code, const QStringList& options) {
        const QString file = m_folder.filePath("photo.jpg");
        photoOf(code).save(file, "JPEG", 90);
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + "/escale-ctl",
                      QStringList{"scan", "--json"} + options + QStringList{file});
        if (!program.waitForFinished(120'000))
            return {};
        return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    }
    QStringList certificates(const QString& name, int years) {
        QDir(m_folder.path()).mkpath(name);
        const QDate today = QDate::currentDate();
        const QDate next = today.addYears(years);
        const Date made{today.year() - 3, 1, 1};
        for (const auto& entry : m_authority.files(made, {next.year(), next.month(), next.day()})) {
            QFile file(m_folder.filePath(name + "/" + QString::fromStdString(entry.name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(QByteArray::fromStdString(entry.content));
        }
        return {"--certificats", m_folder.filePath(name)};
    }

private slots:
    void initTestCase() {
        m_authority.issue("T001");
        m_code = m_authority.complete("T001", noticeText());
    }

    void aCodeIsVerifiedAndItsFieldsAreCovered() {
        const QJsonObject line = scan(m_code, certificates("bons", 1));
        const QJsonObject code = line["code_2ddoc"].toObject();
        QCOMPARE(code["statut"].toString(), QString("vérifié"));
        QCOMPARE(code["type"].toString(), QString("28"));
        QCOMPARE(code["champs"].toObject()["41"].toString(), QString("13614"));
        QVERIFY(code["couvre"].toArray().contains("41"));
        const QJsonObject read = line["lu"].toObject();
        QCOMPARE(read["nature"].toString(), QString("avis_imposition"));
        bool income = false;
        bool issued = false;
        for (const QJsonValue& value : read["propositions"].toArray()) {
            const QJsonObject proposal = value.toObject();
            income = income || (proposal["sujet"] == "revenu_fiscal_reference" &&
                                proposal["valeur"] == "13614" && proposal["source"] == "2d-doc");
            issued =
                issued || (proposal["sujet"] == "date_document" &&
                           proposal["valeur"] == "2025-07-07" && proposal["source"] == "texte");
        }
        QVERIFY(income);
        QVERIFY(issued);
        QVERIFY(line["ms"].toObject().contains("code_2ddoc"));
    }

    void withoutCertificatesOrWithOldOnesNothingIsSaidForOrAgainst() {
        const QJsonObject none = scan(m_code, {})["code_2ddoc"].toObject();
        QCOMPARE(none["statut"].toString(), QString("non vérifiable"));
        QCOMPARE(none["raison"].toString(), QString("aucun_certificat"));
        const QJsonObject old = scan(m_code, certificates("vieux", -1))["code_2ddoc"].toObject();
        QCOMPARE(old["statut"].toString(), QString("non vérifiable"));
        QCOMPARE(old["raison"].toString(), QString("certificats_trop_anciens"));
        QVERIFY(old["couvre"].toArray().isEmpty());
    }

    void aChangedCodeIsAltered() {
        std::string changed = m_code;
        changed.replace(changed.find("4113614"), 7, "4110614");
        const QJsonObject line = scan(changed, certificates("bons", 1));
        QCOMPARE(line["code_2ddoc"].toObject()["statut"].toString(), QString("altéré"));
        for (const QJsonValue& value : line["lu"].toObject()["propositions"].toArray())
            QVERIFY(value.toObject()["source"] != "2d-doc");
    }

    void aFolderOfAThousandFilesGivesALineEachInOrder() {
        QTemporaryDir many;
        for (int i = 0; i < 1000; ++i) {
            QFile file(many.filePath(QStringLiteral("%1.jpg").arg(i, 4, 10, QLatin1Char('0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(i % 2 ? "<html>" : "\xff\xd8\xff\xe0 coupé");
        }
        photoOf(m_code).save(many.filePath("0500.jpg"), "JPEG", 90);
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + "/escale-ctl",
                      {"scan", "--json", many.path()});
        QVERIFY(program.waitForFinished(300'000));
        QCOMPARE(program.exitCode(), 0);
        const QByteArrayList lines = program.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), 1000);
        for (int i = 0; i < 1000; ++i) {
            const QJsonObject line = QJsonDocument::fromJson(lines[i]).object();
            QVERIFY(line["file"].toString().endsWith(
                QStringLiteral("/%1.jpg").arg(i, 4, 10, QLatin1Char('0'))));
            QCOMPARE(line["verdict"].toString() == "reprendre", i != 500);
        }
    }

    void aFolderWithoutCertificateIsRefused() {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + "/escale-ctl",
                      {"scan", "--json", "--certificats", "/nulle/part", "photo.jpg"});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 1);
    }
};

QTEST_MAIN(ReadingCtlTest)
#include "reading_ctl_test.moc"
