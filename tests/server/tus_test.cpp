// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads over real TLS, as any client of tus 1.0.0 would make them.
#include "shared/base/system_ports.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/hash.h"
#include "shared/dossier/catalogue.h"
#include "tests/server/program_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::server_test;

namespace {

std::string newUuidText() {
    const SystemClock clock;
    crypto::SystemRandom random;
    return newUuid(clock, random);
}

std::string b64(const std::string& text) {
    return toBase64(asBytes(text));
}

/// A server, a device, and a dossier of that device.
class TusBench {
public:
    TusBench()
        : dossier(newUuidText()) {
        if (!program.start())
            throw std::runtime_error("run");
        device = program.enrol("mediateur", "Rennes");
        Edit edit;
        edit.dossier = dossier;
        edit.device = device.identity.device;
        edit.seq = 1;
        edit.author = "mediateur";
        edit.schema = catalogue().schema();
        edit.changes = {{"demandeur.nom", std::string("BELLEC"), 0}};
        protocol::SyncRequest request;
        request.edits = {edit};
        program.post(device, "/v1/sync", {}, protocol::encode(request)).value();
    }
    [[nodiscard]] std::string seal(const std::string& page) const {
        return asString(crypto::sealCms(asBytes(page), device.identity.sealingPems).value());
    }
    [[nodiscard]] std::vector<http::Header> announcement(const std::string& sealed) const {
        return {{"Tus-Resumable", "1.0.0"},
                {"Upload-Length", std::to_string(sealed.size())},
                {"Upload-Metadata", "dossier " + b64(dossier.str()) + ",piece " + b64(piece) +
                                        ",sha256 " + b64(crypto::sha256Hex(asBytes(sealed)))}};
    }
    /// Announces and gives the path of the upload.
    std::string open(const std::string& sealed) {
        const auto answer = program.post(device, "/v1/uploads", announcement(sealed), {}).value();
        return answer.status == 201 ? std::string(answer.header("Location")) : std::string();
    }
    http_test::Received patch(const std::string& target, std::size_t offset,
                              const std::string& body) {
        return program.request(device, "PATCH", target,
                               {{"Tus-Resumable", "1.0.0"},
                                {"Content-Type", "application/offset+octet-stream"},
                                {"Upload-Offset", std::to_string(offset)}},
                               body);
    }
    http_test::Received head(const std::string& target) {
        return program.request(device, "HEAD", target, {{"Tus-Resumable", "1.0.0"}});
    }

    Program program;
    TestDevice device;
    DossierId dossier;
    std::string piece = newUuidText();
};

} // namespace

class TusTest : public QObject {
    Q_OBJECT
private slots:
    void aPageArrivesInPiecesAcrossAKill() {
        TusBench bench;
        const std::string sealed = bench.seal("%PDF-1.4 une page");
        const std::string target = bench.open(sealed);
        QVERIFY(target.starts_with("/v1/uploads/"));
        QCOMPARE(bench.patch(target, 0, sealed.substr(0, 200)).status(), 204);
        bench.program.kill();
        QVERIFY(bench.program.start());
        const auto head = bench.head(target);
        QCOMPARE(head.status(), 200);
        QVERIFY(head.bytes.find("Upload-Offset: 200\r\n") != std::string::npos);
        QCOMPARE(bench.patch(target, 0, sealed.substr(0, 200)).status(), 409);
        QCOMPARE(bench.patch(target, 200, sealed.substr(200)).status(), 204);
        const auto again =
            bench.program.post(bench.device, "/v1/uploads", bench.announcement(sealed), {});
        QCOMPARE(again.value().status, 200);
        QCOMPARE(again->header("Upload-Offset"), std::string_view(std::to_string(sealed.size())));
    }

    void wrongBytesAre460AndWrongTypes422() {
        TusBench bench;
        const std::string sealed = bench.seal("%PDF-1.4 une page");
        std::string altered = sealed;
        altered[20] ^= 1;
        QCOMPARE(bench.patch(bench.open(sealed), 0, altered).status(), 460);
        const std::string script = bench.seal("#!/bin/sh");
        const auto refused = bench.patch(bench.open(script), 0, script);
        QCOMPARE(refused.status(), 422);
        QVERIFY(refused.body().find("image_illisible") != std::string::npos);
    }

    void whatTusDoesNotSayIsRefused() {
        TusBench bench;
        const std::string sealed = bench.seal("%PDF-1.4 une page");
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

    void aDeviceOfAnotherSiteFindsNothing() {
        TusBench bench;
        const std::string sealed = bench.seal("%PDF-1.4 une page");
        const std::string target = bench.open(sealed);
        bench.device = bench.program.enrol("mediateur", "Brest");
        QCOMPARE(bench.head(target).status(), 404);
        QCOMPARE(bench.patch(target, 0, sealed).status(), 404);
        QVERIFY(bench.open(sealed).empty());
    }
};

QTEST_GUILESS_MAIN(TusTest)
#include "tus_test.moc"
