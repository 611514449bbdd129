// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads over real TLS, as any client of tus 1.0.0 would make them.
#include "shared/crypto/hash.h"
#include "tests/server/tus_bench.h"

#include <QDir>
#include <QtTest>

using namespace escale;
using namespace escale::server_test;

namespace {

std::vector<http::Header> checksum(const std::string& algorithm, const Bytes& digest) {
    return {{"Upload-Checksum", algorithm + " " + toBase64(digest)}};
}

} // namespace

class TusTest : public QObject {
    Q_OBJECT
private slots:
    void aPageArrivesInPiecesAcrossAKill() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        QVERIFY(target.starts_with("/v1/uploads/"));
        QCOMPARE(bench.patch(target, 0, sealed.substr(0, 200)).status(), 204);
        bench.program.kill();
        QVERIFY(bench.program.start());
        const auto head = bench.tus("HEAD", target);
        QCOMPARE(head.status(), 200);
        QCOMPARE(headerOf(head, "Upload-Offset"), std::string("200"));
        QCOMPARE(headerOf(head, "Upload-Length"), std::to_string(sealed.size()));
        QCOMPARE(headerOf(head, "Upload-Metadata"), bench.announcement(sealed)[2].value);
        QCOMPARE(headerOf(head, "Cache-Control"), std::string("no-store"));
        QCOMPARE(bench.patch(target, 0, sealed.substr(0, 200)).status(), 409);
        QCOMPARE(bench.patch(target, 200, sealed.substr(200)).status(), 204);
        const auto again =
            bench.program.post(bench.device, "/v1/uploads", bench.announcement(sealed), {});
        QCOMPARE(again.value().status, 201);
        QCOMPARE(std::string(again->header("Location")), target);
        QCOMPARE(again->header("Upload-Offset"), std::string_view(std::to_string(sealed.size())));
        // A client whose last answer was lost asks, and learns that nothing is missing.
        QCOMPARE(bench.offset(target), static_cast<int>(sealed.size()));
    }

    void wrongBytesAre460AndWrongTypes422() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        std::string altered = sealed;
        altered[20] ^= 1;
        QCOMPARE(bench.patch(bench.open(sealed), 0, altered).status(), 460);
        const std::string script = bench.seal("#!/bin/sh");
        const auto refused = bench.patch(bench.open(script), 0, script);
        QCOMPARE(refused.status(), 422);
        QVERIFY(refused.body().find("image_illisible") != std::string::npos);
    }

    void aPdfThatDoesThingsOrHidesThingsIsRefused() {
        TusBench bench;
        QCOMPARE(bench.give(plainPdf()), 204);
        for (const char* more :
             {"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
              "/OpenAction << /S /#4aavaScript /#4aS (app.alert(1)) >>", // the same, disguised
              "/OpenAction << /S /Launch /F (sh) >>", "/Names << /EmbeddedFiles << >> >>",
              "/AcroForm << /XFA [] >>"})
            QCOMPARE(bench.give(plainPdf(more)), 422);
        QCOMPARE(bench.give("%PDF-1.4\nnothing\nstartxref\n0\n%%EOF\n"), 422);
        QCOMPARE(bench.give(plainPdf().substr(0, 200)), 422);
        QCOMPARE(bench.give(pdfOfPages(100)), 204);
        QCOMPARE(bench.give(pdfOfPages(101)), 422);
        QCOMPARE(bench.give(pdfOfPages(60'000)), 422);
        QTRY_VERIFY(bench.program.log().contains("PDF qui contient un programme"));
    }

    void aPdfMadeToHurtIsRefusedAndTheServerGoesOn() {
        TusBench bench;
        QCOMPARE(bench.give(pdfBehindPassword()), 422);
        QTRY_VERIFY(bench.program.log().contains("mot de passe"));
        QCOMPARE(bench.give(pdfOfEndlessPages()), 422);
        const std::string swells = pdfThatSwells();
        QVERIFY(swells.size() < 100'000);
        QCOMPARE(bench.give(swells), 422);
        QCOMPARE(bench.give(plainPdf()), 204);
    }

    void whatTusDoesNotSayIsRefused() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        auto headers = bench.announcement(sealed);
        headers[2].value += ",extra " + b64("x");
        auto& program = bench.program;
        QCOMPARE(program.post(bench.device, "/v1/uploads", headers, {}).value().status, 400);
        headers = bench.announcement(sealed);
        headers[1].value = "9000000";
        QCOMPARE(program.post(bench.device, "/v1/uploads", headers, {}).value().status, 413);
        headers[0].value = "0.2.2";
        QCOMPARE(program.post(bench.device, "/v1/uploads", headers, {}).value().status, 412);
        QCOMPARE(program.request(bench.device, "PATCH", target, {{"Tus-Resumable", "1.0.0"}}, "x")
                     .status(),
                 415);
        QCOMPARE(bench.patch("/v1/uploads/" + newUuidText(), 0, "x").status(), 404);
    }

    void whatTheServerCanDoIsSaidToWhoAsks() {
        TusBench bench;
        const auto answer = bench.program.request(bench.device, "OPTIONS", "/v1/uploads", {});
        QCOMPARE(answer.status(), 204);
        QCOMPARE(headerOf(answer, "Tus-Version"), std::string("1.0.0"));
        QCOMPARE(headerOf(answer, "Tus-Extension"),
                 std::string("creation,creation-with-upload,checksum,expiration,termination"));
        QCOMPARE(headerOf(answer, "Tus-Max-Size"), std::to_string(8 << 20));
        QCOMPARE(headerOf(answer, "Tus-Checksum-Algorithm"), std::string("sha256,sha1"));
        QVERIFY(headerOf(answer, "Tus-Resumable").empty());
    }

    void aPartThatChangedOnItsWayMovesNothing() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        const std::string part = sealed.substr(0, 100);
        std::string swapped = part;
        swapped[50] ^= 1;
        const auto right = checksum("sha256", crypto::sha256(asBytes(part)));
        const auto refused = bench.patch(target, 0, swapped, right);
        QCOMPARE(refused.status(), 460);
        QCOMPARE(headerOf(refused, "Tus-Resumable"), std::string("1.0.0"));
        QCOMPARE(bench.offset(target), 0);
        QCOMPARE(bench.patch(target, 0, part, checksum("md5", Bytes(16, 1))).status(), 400);
        QCOMPARE(bench.patch(target, 0, part, {{"Upload-Checksum", "sha256"}}).status(), 400);
        QCOMPARE(bench.offset(target), 0);
        QCOMPARE(bench.patch(target, 0, part, right).status(), 204);
        const std::string rest = sealed.substr(100);
        const auto last =
            bench.patch(target, 100, rest, checksum("sha1", crypto::sha1(asBytes(rest))));
        QCOMPARE(last.status(), 204);
        QCOMPARE(headerOf(last, "Upload-Offset"), std::to_string(sealed.size()));
    }

    void aCutConnectionLosesNoByteThatCame() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        const std::vector<http::Header> headers{{"Tus-Resumable", "1.0.0"},
                                                {"Content-Type", "application/offset+octet-stream"},
                                                {"Upload-Offset", "0"}};
        QVERIFY(bench.program.cut(bench.device, "PATCH", target, headers, sealed, 150));
        QTRY_COMPARE(bench.offset(target), 150);
        // With a checksum, half a part proves nothing: it is dropped.
        auto checked = headers;
        checked[2].value = "150";
        const std::string rest = sealed.substr(150);
        checked.push_back(checksum("sha256", crypto::sha256(asBytes(rest)))[0]);
        QVERIFY(bench.program.cut(bench.device, "PATCH", target, checked, rest, 50));
        QTRY_VERIFY2(bench.program.log().count("corps_interrompu") >= 2, bench.program.log());
        QCOMPARE(bench.patch(target, 150, rest).status(), 204);
    }

    void aPageMayComeWithItsAnnouncement() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        auto headers = bench.announcement(sealed);
        headers.push_back({"Content-Type", "application/offset+octet-stream"});
        const auto part = bench.program.request(bench.device, "POST", "/v1/uploads", headers,
                                                sealed.substr(0, 100));
        QCOMPARE(part.status(), 201);
        QCOMPARE(headerOf(part, "Upload-Offset"), std::string("100"));
        const std::string whole = bench.seal(plainPdf());
        headers = bench.announcement(whole);
        QCOMPARE(
            bench.program.request(bench.device, "POST", "/v1/uploads", headers, whole).status(),
            415);
        headers.push_back({"Content-Type", "application/offset+octet-stream"});
        const auto done =
            bench.program.request(bench.device, "POST", "/v1/uploads", headers, whole);
        QCOMPARE(done.status(), 201);
        QCOMPARE(headerOf(done, "Upload-Offset"), std::to_string(whole.size()));
        QVERIFY(headerOf(done, "Upload-Expires").empty());
    }

    void anUploadThatIsEndedIsGone() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        QCOMPARE(bench.patch(target, 0, sealed.substr(0, 100)).status(), 204);
        QCOMPARE(bench.tus("DELETE", target).status(), 204);
        QCOMPARE(bench.tus("HEAD", target).status(), 404);
        QCOMPARE(bench.tus("DELETE", target).status(), 404);
        QVERIFY(QDir(bench.program.data() + "/uploads").isEmpty());
    }

    void theOperatorOpensPagesAndLeavesATrace() {
        TusBench bench;
        const std::string page = plainPdf();
        const std::string sealed = bench.seal(page);
        const std::string base = "pieces[" + bench.piece + "]";
        bench.edit({{base, true, 0},
                    {base + ".type", std::string("identite"), 0},
                    {base + ".pages", TextList{crypto::sha256Hex(asBytes(sealed))}, 0}});
        QCOMPARE(bench.patch(bench.open(sealed), 0, sealed).status(), 204);
        const QString dossier = QString::fromStdString(bench.dossier.str());
        const QString out = bench.program.data() + "/../sortie";
        const QStringList which{"--data", bench.program.data(), "--dossier", dossier};
        const Ran listed = run(QStringList{"piece", "list"} + which);
        QCOMPARE(listed.json()[0]["type"].toString(), "identite");
        QCOMPARE(listed.json()[0]["pages"][0]["contenu"].toString(), "application/pdf");
        const QStringList words =
            QStringList{"piece", "export"} + which + QStringList{"--out", out};
        QCOMPARE(run(words).code, 0);
        QFile opened(out + "/1-page-1.pdf");
        QVERIFY(opened.open(QIODevice::ReadOnly));
        QCOMPARE(opened.readAll().toStdString(), page);
        QFile audit(bench.program.data() + "/audit.jsonl");
        QVERIFY(audit.open(QIODevice::ReadOnly));
        const QByteArray trace = audit.readAll();
        QCOMPARE(trace.count('\n'), 1);
        QVERIFY(trace.contains(dossier.toUtf8()));
        QCOMPARE(run(words).code, 1); // the folder is there: nothing is written over
    }

    void aPageOfTheDossierIsNotErasedByItsDevice() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string base = "pieces[" + bench.piece + "]";
        bench.edit({{base, true, 0},
                    {base + ".type", std::string("identite"), 0},
                    {base + ".pages", TextList{crypto::sha256Hex(asBytes(sealed))}, 0}});
        const std::string target = bench.open(sealed);
        QCOMPARE(bench.patch(target, 0, sealed).status(), 204);
        QCOMPARE(bench.tus("DELETE", target).status(), 403);
        QCOMPARE(bench.offset(target), static_cast<int>(sealed.size()));
    }

    void whatNobodyEndedInTimeIsErased() {
        TusBench bench;
        bench.program.stop();
        QVERIFY(bench.program.configure("duree_envoi", 1));
        QVERIFY(bench.program.start());
        const std::string sealed = bench.seal(plainPdf());
        const auto opened =
            bench.program.post(bench.device, "/v1/uploads", bench.announcement(sealed), {}).value();
        const QString expires =
            QString::fromStdString(std::string(opened.header("Upload-Expires")));
        const QDateTime at = QLocale::c().toDateTime(expires, "ddd, dd MMM yyyy HH:mm:ss 'GMT'");
        QVERIFY2(at.isValid(), qPrintable(expires));
        const std::string target(opened.header("Location"));
        bench.patch(target, 0, sealed.substr(0, 100));
        QTRY_COMPARE_WITH_TIMEOUT(bench.tus("HEAD", target).status(), 404, 30'000);
        QVERIFY(QDir(bench.program.data() + "/uploads").isEmpty());
        QVERIFY(bench.open(sealed) != target);
    }

    void anotherMethodMayBeMeantThanTheOneUsed() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        const auto meant = [](const char* name) {
            return std::vector<http::Header>{{"X-HTTP-Method-Override", name}};
        };
        auto headers = meant("PATCH");
        headers.push_back({"Content-Type", "application/offset+octet-stream"});
        headers.push_back({"Upload-Offset", "0"});
        QCOMPARE(bench.tus("POST", target, headers, sealed.substr(0, 100)).status(), 204);
        const auto state = bench.tus("POST", target, meant("HEAD"));
        QCOMPARE(headerOf(state, "Upload-Offset"), std::string("100"));
        QCOMPARE(bench.tus("POST", target, meant("TRACE")).status(), 405);
        QCOMPARE(bench.tus("POST", target).status(), 405);
        QCOMPARE(bench.tus("POST", target, meant("DELETE")).status(), 204);
        QCOMPARE(bench.offset(target), -1);
    }

    void aDeviceOfAnotherSiteFindsNothing() {
        TusBench bench;
        const std::string sealed = bench.seal(plainPdf());
        const std::string target = bench.open(sealed);
        bench.device = bench.program.enrol("mediateur", "Brest");
        QCOMPARE(bench.tus("HEAD", target).status(), 404);
        QCOMPARE(bench.patch(target, 0, sealed).status(), 404);
        QVERIFY(bench.open(sealed).empty());
    }
};

QTEST_GUILESS_MAIN(TusTest)
#include "tus_test.moc"
