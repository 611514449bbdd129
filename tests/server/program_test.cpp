// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/system_ports.h"
#include "shared/dossier/catalogue.h"
#include "shared/protocol/gzip.h"
#include "tests/server/program_support.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace escale;
using namespace escale::server_test;

namespace {

Edit nameEdit(const TestDevice& device, const DossierId& id, std::int64_t seq,
              const std::string& name) {
    Edit edit;
    edit.dossier = id;
    edit.device = device.identity.device;
    edit.seq = seq;
    edit.author = "demandeur";
    edit.schema = catalogue().schema();
    edit.changes = {{"demandeur.nom", name, seq - 1}};
    return edit;
}

/// A name of its own for each number.
std::string inLetters(std::int64_t number) {
    std::string name = "N";
    for (const char digit : std::to_string(number))
        name += static_cast<char>('A' + (digit - '0'));
    return name;
}

std::string syncBody(std::vector<Edit> edits, std::int64_t cursor = 0) {
    protocol::SyncRequest request;
    request.cursor = cursor;
    request.edits = std::move(edits);
    return protocol::encode(request);
}

DossierId newDossier() {
    const SystemClock clock;
    crypto::SystemRandom random;
    return newId<DossierId>(clock, random);
}

std::string word(const http::ClientResponse& response) {
    return std::string(errcName(protocol::decodeError(response.body).code));
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT
private slots:
    void misuseIsCode2AndSaysHow() {
        for (const QStringList& wrong :
             {QStringList{},
              {"init"},
              {"fleurs"},
              {"init", "--data"},
              {"enrol", "--data", "x", "--site", "y"},
              {"device"},
              {"init", "--dta", "x"},
              {"enrol", "--data", "x", "--site", "y", "--role", "roi"}}) {
            const Ran ran = run(wrong);
            QCOMPARE(ran.code, 2);
            QVERIFY(ran.out.isEmpty());
            QVERIFY(!ran.err.isEmpty());
        }
    }

    void initRefusesToOverwrite() {
        QTemporaryDir folder;
        const QString data = folder.filePath("donnees");
        const Ran first = run({"init", "--data", data});
        QCOMPARE(first.code, 0);
        QVERIFY(QFile::exists(first.json().object()["ca"].toString()));
        QVERIFY(first.err.contains("escrow-a-mettre-a-l-abri.pem"));
        QFile key(data + "/pki/autorite-cle.pem");
        QVERIFY(key.open(QIODevice::ReadOnly));
        const QByteArray before = key.readAll();
        const Ran second = run({"init", "--data", data});
        QCOMPARE(second.code, 1);
        QVERIFY(second.err.contains("existe_deja"));
        key.seek(0);
        QCOMPARE(key.readAll(), before);
    }

    void keysAreReadByTheirOwnerOnly() {
        Program program;
        const auto owner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        const QFileInfoList files =
            QDir(program.data() + "/pki").entryInfoList(QDir::Files | QDir::NoDotAndDotDot);
        QCOMPARE(files.size(), 10); // five pairs
        for (const QFileInfo& file : files)
            QCOMPARE(file.permissions() & ~owner, QFile::Permissions());
        QVERIFY(!(QFileInfo(program.data()).permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void aDirectoryWithoutInitIsRefused() {
        QTemporaryDir folder;
        for (const QStringList& command : {QStringList{"run"}, {"device", "list"}})
            QCOMPARE(run(command + QStringList{"--data", folder.path()}).code, 1);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aDeviceEnrolsSyncsAndIsRevoked() {
        Program program;
        QVERIFY(program.start());
        const TestDevice device = program.enrol("mediateur", "Rennes");
        QCOMPARE(program.get(device, "/v1/health").value().status, 200);
        const DossierId id = newDossier();
        const auto answer =
            program.post(device, "/v1/sync", {}, syncBody({nameEdit(device, id, 1, "BELLEC")}));
        QCOMPARE(answer.value().status, 200);
        QCOMPARE(protocol::decodeSyncResponse(answer->body).value().acknowledged, 1);
        const QString name = QString::fromStdString(device.identity.device.str());
        QCOMPARE(run({"device", "revoke", "--data", program.data(), "--device", name}).code, 0);
        const auto refused = program.post(device, "/v1/sync", {}, syncBody({}));
        QCOMPARE(refused.value().status, 403);
        QCOMPARE(word(*refused), std::string("interdit"));
        QCOMPARE(program.stop(), 0);
        QVERIFY(!program.log().contains("BELLEC"));
    }

    void aWrongCodeAndAUsedOneAreTold() {
        Program program;
        QVERIFY(program.start());
        const auto wrong =
            program.anonymous("/v1/enrol", R"({"version":1,"code":"B-2222-2222-2222","csr":"x"})");
        QCOMPARE(word(wrong), std::string("code_faux"));
        QCOMPARE(program.anonymous("/v1/enrol", "{}").status, 400);
        QCOMPARE(program.anonymous("/v1/sync", syncBody({})).status, 401);
    }

    void messagesMayBePackedAndBombsAreNotUnpacked() {
        Program program;
        QVERIFY(program.start());
        const TestDevice device = program.enrol("mediateur", "Rennes");
        const auto send = [&](const std::string& encoding, const std::string& body) {
            return program
                .post(device, "/v1/sync",
                      {{"Content-Encoding", encoding}, {"Accept-Encoding", "gzip, deflate"}}, body)
                .value();
        };
        std::vector<Edit> edits;
        for (std::int64_t seq = 1; seq <= 60; ++seq)
            edits.push_back(nameEdit(device, newDossier(), seq, inLetters(seq)));
        const std::string message = syncBody(edits);
        const std::string packed = protocol::gzip(message);
        QVERIFY(packed.size() * 2 < message.size());
        QCOMPARE(send("gzip", packed.substr(0, packed.size() / 2)).status, 400);
        QCOMPARE(send("gzip", message).status, 400);
        QCOMPARE(send("br", packed).status, 400);
        QCOMPARE(send("gzip", protocol::gzip(std::string(200U << 20, ' '))).status, 413);
        const auto answer = send("gzip", packed);
        QCOMPARE(answer.status, 200);
        const std::string plain = protocol::gunzip(answer.body, 1U << 20).value();
        QCOMPARE(protocol::decodeSyncResponse(plain).value().acknowledged, 60);
        // Who does not say that it reads gzip gets what it got before.
        const auto old = program.post(device, "/v1/sync", {}, syncBody({}));
        QCOMPARE(protocol::decodeSyncResponse(old.value().body).value().dossiers.size(),
                 std::size_t{60});
    }

    void aBorneCannotSayThatItsOwnPieceIsGood() {
        Program program;
        QVERIFY(program.start());
        const TestDevice borne = program.enrol("borne", "Rennes");
        const TestDevice tablet = program.enrol("mediateur", "Rennes");
        const DossierId id = newDossier();
        const std::string piece = "pieces[" + newDossier().str() + "]";
        const TextList pages{std::string(64, 'a')};
        const std::vector<Change> judged{
            {piece + ".avis", std::string("validee"), 0},
            {piece + ".avis_sur", TextList{"handicap", "", "", "", pages[0]}, 0}};
        const auto by = [&](std::int64_t seq, const char* author, std::vector<Change> changes) {
            Edit edit = nameEdit(borne, id, seq, "BELLEC");
            edit.author = author;
            edit.changes = std::move(changes);
            return edit;
        };
        const auto answer = program.post(
            borne, "/v1/sync", {},
            syncBody(
                {by(1, "demandeur",
                    {{piece + ".type", std::string("handicap"), 0}, {piece + ".pages", pages, 0}}),
                 by(2, "demandeur", judged), by(3, "mediateur", judged), by(4, "guichet", judged),
                 by(5, "sne", judged)}));
        const auto said = protocol::decodeSyncResponse(answer.value().body).value();
        QCOMPARE(said.acknowledged, 5);
        QCOMPARE(said.refused.size(), std::size_t{4});
        for (const auto& refused : said.refused)
            QCOMPARE(refused.code, Errc::forbidden);
        const auto seen = program.post(tablet, "/v1/sync", {}, syncBody({}));
        const auto dossiers = protocol::decodeSyncResponse(seen.value().body).value().dossiers;
        QCOMPARE(dossiers.size(), std::size_t{1});
        QVERIFY(!isEmpty(dossiers[0].answer(piece + ".type")));
        QVERIFY(isEmpty(dossiers[0].answer(piece + ".avis")));
        QVERIFY(isEmpty(dossiers[0].answer(piece + ".avis_sur")));
    }

    void aGapIsAnswered409() {
        Program program;
        QVERIFY(program.start());
        const TestDevice device = program.enrol("borne", "Rennes");
        const auto answer = program.post(device, "/v1/sync", {},
                                         syncBody({nameEdit(device, newDossier(), 2, "BELLEC")}));
        QCOMPARE(answer.value().status, 409);
        QCOMPARE(word(*answer), std::string("illisible"));
    }

    void acknowledgedEditsSurviveKillsDuringBatches() {
        Program program;
        QVERIFY(program.start());
        const TestDevice device = program.enrol("mediateur", "Rennes");
        const DossierId id = newDossier();
        std::atomic<std::int64_t> acknowledged = 0;
        for (int round = 0; round < 12; ++round) {
            std::thread sender([&] {
                for (;;) { // until the server is killed
                    std::vector<Edit> batch;
                    for (std::int64_t seq = acknowledged + 1; seq <= acknowledged + 5; ++seq)
                        batch.push_back(nameEdit(device, id, seq, inLetters(seq)));
                    const auto answer = program.post(device, "/v1/sync", {}, syncBody(batch));
                    if (!answer || answer->status != 200)
                        return;
                    acknowledged = protocol::decodeSyncResponse(answer->body).value().acknowledged;
                }
            });
            QThread::msleep(QRandomGenerator::global()->bounded(30, 300));
            program.kill();
            sender.join();
            QVERIFY(program.start());
            const auto seen = protocol::decodeSyncResponse(
                program.post(device, "/v1/sync", {}, syncBody({})).value().body);
            QVERIFY(seen.value().acknowledged >= acknowledged);
            QCOMPARE(seen->acknowledged % 5, 0); // a batch is there whole or not at all
            if (seen->acknowledged > 0)
                QCOMPARE(seen->dossiers.at(0).revision, seen->acknowledged);
            acknowledged = seen->acknowledged;
        }
        QVERIFY(acknowledged > 0);
    }

    void theOperatorSeesWhereADossierStands() {
        Program program;
        QVERIFY(program.start());
        const TestDevice device = program.enrol("mediateur", "Rennes");
        const DossierId id = newDossier();
        QVERIFY(
            program.post(device, "/v1/sync", {}, syncBody({nameEdit(device, id, 1, "BELLEC")})));
        const QString name = QString::fromStdString(id.str());
        const Ran list = run({"dossier", "list", "--data", program.data()});
        QCOMPARE(list.json().array().at(0).toObject()["dossier"].toString(), name);
        const Ran show = run({"dossier", "show", "--data", program.data(), "--dossier", name});
        QCOMPARE(show.json().object()["etape"].toString(), QString("en_cours"));
        QVERIFY(!show.out.contains("BELLEC"));
        const Ran absent = run({"dossier", "show", "--data", program.data(), "--dossier",
                                QString::fromStdString(newDossier().str())});
        QCOMPARE(absent.code, 1);
    }

    void theProgramKnowsNoQt() {
        QProcess ldd;
        ldd.start("ldd", {ESCALE_SERVER_PROGRAM});
        QVERIFY(ldd.waitForFinished());
        QCOMPARE(ldd.exitCode(), 0);
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libssl"));
        QVERIFY(!libraries.contains("libQt"));
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
